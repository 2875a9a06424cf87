import { isCrossEntropy, lossOf } from '../../maths/loss.ts';
import { type Expression, negative, num, product, sum, valueOf } from '../numbers/expression.ts';
import type { Situation } from '../situation.ts';
import { factorsOfLoss } from './questionFacts.ts';
import type { ErrorFacts } from './partFacts.ts';
import { family } from './entry.ts';
import { arrivalPlace, edgePlace, errorOf, ownValve } from './places.ts';
import { difference, errorTerm, slopeTerm, termsOf } from './terms.ts';

/** E of the sample in question. */
export function sampleLoss({ network, pass, sample }: Situation): number {
  return lossOf(network.loss, pass.outputs.at(-1)!, sample.t);
}

/** Factors ½, 2 and 1/K, by which the squared losses differ; none where the loss has no such factor. */
export function lossFactors({ network }: Situation): number[] {
  return isCrossEntropy(network.loss) ? [] : factorsOfLoss(network);
}

/** Working of ∂E/∂y_k. */
export const errorWorking = ({ situation, unit, error, slope }: ErrorFacts): Expression =>
  slope === null ? num(error, difference(situation, unit.index)) : errorTerm(situation, unit.index, error);

/** An error with its sign turned: a difference the other way round. */
function turned(S: Expression): Expression {
  if (S.type === 'sum') return sum(...S.of.map(turned));
  if (S.type === 'product') return negative(S);
  return num(-S.value, ...S.ways.map(turned));
}

/** Mistakes in the loss and its slope. */
export const LOSS = family(60, {
  sign: {
    rank: 20,
    contribution: {
      // A minus before the whole, or at the error alone.
      workings: (facts) => [{ factor: -1, alternative: { S: turned(termsOf(facts).S) } }],
      place: arrivalPlace,
    },
    error: {
      workings: (facts) => [negative(errorWorking(facts))],
      place: errorOf,
    },
  },
  'loss-shortcut': {
    contribution: {
      workings: ({ next, network, situation, edge, slope, a, arriving }) => {
        if (next.length > 0) return [];
        const e = difference(situation, edge.to);
        if (!isCrossEntropy(network.loss)) {
          // An f′ of 1 cannot be left out.
          return slope === 1 && arriving === valueOf(e) ? [] : [{ S: e, slope: null }];
        }
        // A softmax has no f′ of one unit; the sigmoid's is used by mistake.
        const kept = slopeTerm({ units: 1, activation: 'sigmoid' }, slope ?? a * (1 - a), a);
        return [{ S: e, slope: kept }];
      },
      place: ownValve,
    },
    error: {
      workings: ({ situation, unit, slope }) =>
        isCrossEntropy(situation.network.loss) && slope !== null ? [difference(situation, unit.index)] : [],
      place: errorOf,
    },
  },
  'loss-factor': {
    contribution: {
      rarity: 0.3,
      workings: ({ situation }) => lossFactors(situation).map((factor) => ({ factor })),
      place: arrivalPlace,
    },
    error: {
      workings: (facts) =>
        lossFactors(facts.situation).map((factor) => product(num(factor), errorWorking(facts))),
      place: errorOf,
    },
  },
  'loss-value': {
    contribution: { workings: ({ situation }) => [{ S: num(sampleLoss(situation)) }], place: arrivalPlace },
    error: {
      workings: ({ situation }) => [num(sampleLoss(situation))],
      place: errorOf,
    },
    nudge: {
      workings: ({ down, here, up }) => [num(here), num(up), num(down)],
      place: ({ facts: { network, edge } }) => edgePlace(network, edge),
    },
  },
});
