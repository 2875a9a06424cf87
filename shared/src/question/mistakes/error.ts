import { isCrossEntropy } from '../../maths/loss.ts';
import { type Expression, num, product, sum } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { Situation } from '../situation.ts';
import { errorFactor, isOutput } from './questionFacts.ts';
import { family } from './entry.ts';
import { errorWorking } from './loss.ts';
import { arrivalPlace, errorOf as place } from './places.ts';
import { difference, nextDelta, sumOver, termsOf } from './terms.ts';
import type { Working } from './working.ts';

/** Values in place of ∂E/∂y where `e` stands in place of y − t: itself, and with the factor of the loss. */
function withFactor({ network }: Situation, e: Expression): Expression[] {
  const factor = errorFactor(network) ?? 1;
  return factor === 1 ? [e] : [e, product(num(factor), e)];
}

/** Workings of an output's set of three with `e` in place of y − t. A cross-entropy has δ itself there. */
function inPlaceOfDifference(facts: Facts, e: Expression): Working[] {
  if (!isOutput(facts)) return [];
  if (isCrossEntropy(facts.network.loss)) return [{ S: e, slope: null }];
  return withFactor(facts.situation, e).map((S): Working => ({ S }));
}

const targetOf = ({ situation, edge }: Facts): number => situation.sample.t[edge.to]!;

/** Differences of an output to targets of other samples. */
function otherDifferences({ pass, sample, otherTargets }: Situation, k: number): Expression[] {
  const y = pass.outputs.at(-1)![k]!;
  const others = new Set(otherTargets.map((t) => t[k]!).filter((t) => t !== sample.t[k]));
  return [...others].map((t) => num(y - t, sum(num(y), num(-t))));
}

/** Sums over the next outputs with the targets of another sample; none below a layer that is hidden itself. */
function otherSums(facts: Facts): Working[] {
  const { situation, network, edge, next } = facts;
  const isBelowOutputs = edge.layer === network.layers.length - 1;
  if (!isBelowOutputs || isCrossEntropy(network.loss)) return [];
  const { pass, sample, truth } = situation;
  const y = pass.outputs.at(-1)!;
  const factor = errorFactor(network) ?? 1;
  return situation.otherTargets.map((t): Working => {
    const delta = (k: number): Expression =>
      t[k] === sample.t[k]
        ? nextDelta(facts, k)
        : product(num(factor), sum(num(y[k]!), num(-t[k]!)), num(truth.slopes[edge.layer]![k]!));
    return { S: sumOver(facts, (k) => product(num(next[k]!.weight), delta(k))) };
  });
}

/** Mistakes in ∂E/∂y_k, besides those of the loss. */
export const ERROR = family(110, {
  'error-squared': {
    error: {
      workings: ({ situation, unit }) => {
        const e = difference(situation, unit.index);
        return [product(e, e)];
      },
      place,
    },
  },
  'target-missing': {
    error: {
      workings: ({ y, t }) => (t === 0 ? [] : [num(y)]),
      place,
    },
    contribution: {
      workings: (facts) => {
        if (!isOutput(facts) || targetOf(facts) === 0) return [];
        return inPlaceOfDifference(facts, num(facts.situation.pass.outputs.at(-1)![facts.edge.to]!));
      },
      place: arrivalPlace,
    },
  },
  'output-missing': {
    error: {
      workings: ({ t }) => (t === 0 ? [] : [num(t)]),
      place,
    },
    contribution: {
      workings: (facts) => {
        const t = isOutput(facts) ? targetOf(facts) : 0;
        return t === 0 ? [] : inPlaceOfDifference(facts, num(t));
      },
      place: arrivalPlace,
    },
  },
  'target-added': {
    error: {
      workings: ({ y, t }) => (t === 0 ? [] : [sum(num(y), num(t))]),
      place,
    },
  },
  'target-other': {
    error: {
      workings: ({ situation, unit }) =>
        otherDifferences(situation, unit.index).flatMap((e) => withFactor(situation, e)),
      place,
    },
    contribution: {
      rarity: 3,
      workings: (facts) =>
        isOutput(facts)
          ? otherDifferences(facts.situation, facts.edge.to).flatMap((e) => inPlaceOfDifference(facts, e))
          : otherSums(facts),
      place: arrivalPlace,
    },
  },
  'parcel-given': {
    error: {
      workings: (facts) =>
        facts.slope === null || facts.slope === 1 ? [] : [product(errorWorking(facts), num(facts.slope))],
      place,
    },
    contribution: {
      workings: (facts) => {
        const { S, slope } = termsOf(facts);
        const isOne = facts.slope === 1;
        return facts.next.length === 0 || slope === null || isOne
          ? []
          : [{ only: 'S', whole: num(facts.delta, product(S, slope)) }];
      },
      place: arrivalPlace,
    },
  },
});
