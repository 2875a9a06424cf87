import { NOTCHES, NUDGE_STEP } from '@relay/shared/question/nudgedLoss';

/** Lever on ◆: its present notch and the notches visited. */
export interface Lever {
  readonly notch: number;
  readonly visited: readonly number[];
}

export { NOTCHES };
export const AT_REST: Lever = { notch: 0, visited: [0] };

export function moveLever({ visited }: Lever, to: number): Lever {
  const notch = Math.max(-NOTCHES, Math.min(NOTCHES, Math.round(to)));
  return { notch, visited: visited.includes(notch) ? visited : [...visited, notch] };
}

/** Change of the weight at a notch. */
export const shiftAt = (notch: number): number => notch * NUDGE_STEP;
