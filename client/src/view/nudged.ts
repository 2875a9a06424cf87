import { nudgedLoss } from '@relay/shared/question/nudgedLoss';
import { factsOf } from '@relay/shared/question/facts';
import { situationOf } from '@relay/shared/question/situation';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { shiftAt } from '../input/lever';
import type { RoundFacts } from './roundFacts';

/** A weight and the error that the real forward pass gives with it. */
export interface NudgePoint {
  readonly notch: number;
  readonly w: number;
  readonly E: number;
}

/** What the lever shows at each notch, and the true slope where it rests. */
export interface Nudging {
  readonly at: (notch: number) => NudgePoint;
  readonly G: number;
}

/** Nothing here is a secret: E is computed from the public network. */
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
