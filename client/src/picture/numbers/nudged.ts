import { nudgedLoss, readingDecimals } from '@relay/shared/question/nudgedLoss';
import { factsOf } from '@relay/shared/question/facts';
import { situationOf } from '@relay/shared/question/situation';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { shiftAt } from '../../input/lever';
import type { RoundFacts } from '../roundFacts';
import { writtenTo, writtenUpTo } from './written';

/** A weight and the loss that the forward pass gives with it. */
export interface NudgePoint {
  readonly notch: number;
  readonly w: number;
  readonly E: number;
}

/** Losses at each notch of the lever, and the true gradient at its middle. */
export interface Nudging {
  readonly at: (notch: number) => NudgePoint;
  /** Text of E at a notch, with as many decimals at all of them as a difference of one notch needs. */
  readonly lossAt: (notch: number) => string;
  /** Text of the weight at a notch: its differences from the others are whole tenths as they are read. */
  readonly weightAt: (notch: number) => string;
  readonly G: number;
}

/** Decimals of a weight at the lever. The same at each notch: 4 significant figures would hide what was moved. */
const WEIGHT_DECIMALS = 4;

/** Computes the losses around a weight. E comes from the public network, so nothing secret is shown. */
export function nudging({ network, sample }: RoundFacts, edge: EdgeRef): Nudging {
  const situation = situationOf(network, sample);
  const facts = factsOf(situation, edge);
  const lossOf = (notch: number): number => nudgedLoss(situation, facts, shiftAt(notch));
  const decimals = readingDecimals({ down: lossOf(-1), here: lossOf(0), up: lossOf(1) });
  return {
    at: (notch) => ({ notch, w: facts.w + shiftAt(notch), E: lossOf(notch) }),
    lossAt: (notch) => writtenTo(lossOf(notch), decimals),
    weightAt: (notch) => writtenUpTo(facts.w + shiftAt(notch), WEIGHT_DECIMALS),
    G: facts.G,
  };
}
