import { nudgedLoss } from '@relay/shared/question/nudgedLoss';
import { factsOf } from '@relay/shared/question/facts';
import { situationOf } from '@relay/shared/question/situation';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { shiftAt } from '../../input/lever';
import type { RoundFacts } from '../roundFacts';

/** A weight and the loss that the forward pass gives with it. */
export interface NudgePoint {
  readonly notch: number;
  readonly w: number;
  readonly E: number;
}

/** Losses at each notch of the lever, and the true gradient at its middle. */
export interface Nudging {
  readonly at: (notch: number) => NudgePoint;
  readonly G: number;
}

/** Computes the losses around a weight. E comes from the public network, so nothing secret is shown. */
export function nudging({ network, sample }: RoundFacts, edge: EdgeRef): Nudging {
  const situation = situationOf(network, sample);
  const facts = factsOf(situation, edge);
  return {
    at: (notch) => ({
      notch,
      w: facts.w + shiftAt(notch),
      E: nudgedLoss(situation, facts, shiftAt(notch)),
    }),
    G: facts.G,
  };
}
