import { isCrossEntropy } from '../../maths/loss.ts';
import { type Layer, outputLayer } from '../../maths/network.ts';
import { isBias } from '../../maths/unit.ts';
import { type Expression, num, product, sum } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { Situation } from '../situation.ts';
import { slopeExpression } from '../slopeFromOutput.ts';

/** A set of three, each term as it can be written; null: there is no such term. */
export interface Terms {
  readonly S: Expression;
  readonly slope: Expression | null;
  readonly x: Expression | null;
}

/** y − t of an output unit. */
export function difference({ pass, sample }: Situation, k: number): Expression {
  const [y, t] = [pass.outputs.at(-1)![k]!, sample.t[k]!];
  return num(y - t, sum(num(y), num(-t)));
}

/** ∂E/∂y of an output unit, also as the expression of its operands. */
export function errorTerm(situation: Situation, k: number, error: number): Expression {
  const { loss, layers } = situation.network;
  if (loss === 'half-squared-error') return num(error, difference(situation, k));
  if (isCrossEntropy(loss)) return num(error);
  const factor = loss === 'squared-error' ? 2 : 2 / layers.at(-1)!.units;
  return num(error, product(num(factor), difference(situation, k)));
}

/** f′, also as its formula in terms of the output. */
export function slopeTerm({ activation }: Layer, slope: number, a: number): Expression {
  const fromOutput = slopeExpression(activation, a);
  return fromOutput ? num(slope, fromOutput) : num(slope);
}

/** δ of a next unit, also as its error × f′ where that is an output. */
export function nextDelta({ situation, edge, next }: Facts, k: number): Expression {
  const { network, truth, pass } = situation;
  const { delta, arriving } = next[k]!;
  const slope = truth.slopes[edge.layer]?.[k];
  const isOutput = edge.layer + 1 === outputLayer(network);
  if (isOutput && isCrossEntropy(network.loss)) return num(delta, difference(situation, k));
  if (!isOutput || arriving === null || slope === undefined) return num(delta);
  const valve = slopeTerm(network.layers[edge.layer]!, slope, pass.outputs[edge.layer]![k]!);
  return num(delta, product(errorTerm(situation, k, arriving), valve));
}

/** Σ over the next units, one term each. */
export function sumOver({ next }: Facts, term: (k: number) => Expression): Expression {
  return sum(...next.map((_, k) => term(k)));
}

/** The right set of three. Where there is no f′ the arriving error is δ. */
export function termsOf(facts: Facts): Terms {
  const { next, situation, edge, arriving, delta, slope, a, x, network } = facts;
  const valve = slope === null ? null : slopeTerm(network.layers[edge.layer - 1]!, slope, a);
  const input = isBias(edge) ? null : num(x);
  if (next.length === 0) {
    const S =
      arriving === null
        ? num(delta, difference(situation, edge.to))
        : errorTerm(situation, edge.to, arriving);
    return { S, slope: valve, x: input };
  }
  const S = sumOver(facts, (k) => product(num(next[k]!.weight), nextDelta(facts, k)));
  return { S: num(arriving ?? delta, S), slope: valve, x: input };
}
