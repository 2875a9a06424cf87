import { type PartKind, partKind } from '../../question/question.ts';
import type { Lane, Run } from '../run.ts';

/** The truth of a round is everyone's from the reveal on, and nobody's before. */
export function isRevealed(run: Run): boolean {
  return run.phase.name === 'reveal' || run.phase.name === 'update';
}

/** From which layer on belly sums and outputs are secret; Infinity: all are public. */
export interface Veil {
  readonly sums: number;
  readonly outputs: number;
}

const NOTHING: Veil = { sums: Number.POSITIVE_INFINITY, outputs: Number.POSITIVE_INFINITY };

/** What of a lane's way forward is secret: on the way itself, everything from the layer on whose turn it is. */
export function veilOver(run: Run, { turn }: Lane): Veil {
  if (run.phase.name !== 'forward') return veilOf(run);
  return turn ? { sums: turn.layer, outputs: turn.layer } : NOTHING;
}

/**
 * What is asked for is secret until the reveal, and with it everything that is made of it. The lanes of a run may carry
 * the same sample, so the first layer that is asked anywhere counts for all.
 */
function veilOf(run: Run): Veil {
  if (isRevealed(run)) return NOTHING;
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

/** Whether a round that is being answered asks for sums or outputs, so that not all of them are seen. */
export function hasSecretSums(run: Run): boolean {
  return Number.isFinite(veilOf(run).sums);
}

/** From which layer on the parcels of a relay are public; Infinity: none is. */
export function parcelsFrom({ phase, rules }: Run, { turn }: Lane): number {
  if (phase.name !== 'backward' || rules.style !== 'relay') return Number.POSITIVE_INFINITY;
  return turn ? turn.layer + 1 : 1;
}
