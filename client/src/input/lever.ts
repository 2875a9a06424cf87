import { NUDGE_STEP } from '@relay/shared/question/nudgedLoss';

/** The lever on ◆: at which notch it stands, and which notches it has been at. */
export interface Lever {
  readonly notch: number;
  readonly visited: readonly number[];
}

/** Notches to each side. */
export const NOTCHES = 5;
export const AT_REST: Lever = { notch: 0, visited: [0] };

export function moveLever({ visited }: Lever, to: number): Lever {
  const notch = Math.max(-NOTCHES, Math.min(NOTCHES, Math.round(to)));
  return { notch, visited: visited.includes(notch) ? visited : [...visited, notch] };
}

/** By how much a notch moves the weight. */
export const shiftAt = (notch: number): number => notch * NUDGE_STEP;
