import { type PartKind, partKind } from '../../question/question.ts';
import type { Run } from '../state.ts';

/** The truth of a round is everyone's from the reveal on, and nobody's before. */
export function isRevealed(run: Run): boolean {
  return run.phase.name === 'reveal' || run.phase.name === 'update';
}

/** From which layer on belly sums and outputs are secret; Infinity: all are public. */
export interface Veil {
  readonly sums: number;
  readonly outputs: number;
}

/**
 * What is asked for is secret until the reveal, and with it everything that is made of it. The lanes of a run may carry
 * the same sample, so the first layer that is asked anywhere counts for all.
 */
export function veilOf(run: Run): Veil {
  if (isRevealed(run)) return { sums: Number.POSITIVE_INFINITY, outputs: Number.POSITIVE_INFINITY };
  const firstAsked = (kinds: readonly PartKind[]): number =>
    Math.min(
      ...run.seats
        .filter(({ question }) => question?.parts.some((part) => kinds.includes(partKind(part))))
        .map(({ question }) => (question!.kind === 'wholeForward' ? 1 : question!.unit.layer)),
    );
  const [sums, outputs] = [firstAsked(['u']), firstAsked(['u', 'a'])];
  // A sum of the next layer is made of these outputs.
  return { sums: Math.min(sums, outputs + 1), outputs };
}
