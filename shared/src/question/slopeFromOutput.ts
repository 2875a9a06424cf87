import { slopeFromOutput } from '../maths/activation.ts';
import type { Formula } from '../maths/formula.ts';
import type { ActivationName } from '../maths/network.ts';
import { type Expression, negative, num, product, sum } from './numbers/expression.ts';
import { exactly, type Interval, minus, type Rounding, times } from './numbers/interval.ts';

/** f′ in terms of a unit's output: a·(1 − a), 1 − a². */

function expressionOf(formula: Formula, a: number): Expression {
  const of = (part: Formula): Expression => expressionOf(part, a);
  switch (formula.type) {
    case 'letter':
      return num(a);
    case 'number':
      return num(formula.value);
    case 'square':
      return product(of(formula.of), of(formula.of));
    case 'product':
      return product(...formula.of.map(of));
    case 'sum':
      return sum(...formula.of.map(of));
    case 'difference': {
      const [from, what] = [of(formula.of[0]), of(formula.of[1])];
      return sum(from, what.type === 'number' ? num(-what.value) : negative(what));
    }
    default:
      throw unknownTerm(formula);
  }
}

/** Interval of a formula, every step written down. */
function intervalOf(formula: Formula, a: Interval, rounding: Rounding): Interval {
  const of = (part: Formula): Interval => intervalOf(part, a, rounding);
  switch (formula.type) {
    case 'letter':
      return a;
    case 'number':
      return exactly(formula.value);
    case 'square':
      return rounding.written(times(of(formula.of), of(formula.of)));
    case 'product':
      return rounding.written(times(of(formula.of[0]), of(formula.of[1])));
    case 'difference':
      return rounding.written(minus(of(formula.of[0]), of(formula.of[1])));
    default:
      throw unknownTerm(formula);
  }
}

const unknownTerm = ({ type }: Formula): RangeError =>
  new RangeError(`nobody has said how ${type} is worked out from an output`);

/** f′ from an output, or from any value in its place; undefined where f′ is not written in terms of the output. */
export function slopeExpression(activation: ActivationName, a: number): Expression | undefined {
  const formula = slopeFromOutput(activation);
  return formula && expressionOf(formula, a);
}

/** Values of f′ that work from an output can reach; undefined where f′ is not written in terms of the output. */
export function slopeInterval(
  activation: ActivationName,
  a: Interval,
  rounding: Rounding,
): Interval | undefined {
  const formula = slopeFromOutput(activation);
  return formula && intervalOf(formula, a, rounding);
}
