import { type Part, type PartKind, partKind } from '../../src/question/part.ts';
import { f, fPrime } from './functions.ts';
import { type Random, pickOne, plain, shown, shuffled, spelled, toFigures } from './figures.ts';
import type { Sight } from './sight.ts';

/** Number parts that a student computes from displayed values; an estimate is read off the lever. */
export const WORKED_OUT: readonly PartKind[] = ['u', 'a', 'f', 'e', 'S', 'delta', 'G', 'next', 'estimate'];

/** Values that an honest student has found before, as written down. */
export type Found = Readonly<Record<string, number>>;

/**
 * Draws a possible answer of a student who works correctly from displayed values: rounds to 3 figures or more, sometimes
 * or everywhere, adds and multiplies in any order, goes on from earlier results or from the display.
 */
export function honestAnswer(
  sight: Sight,
  part: Part,
  found: Found,
  units: UnitNames,
  random: Random,
): string {
  const figures = pickOne([3, 3, 4, 5, 9], random);
  const often = pickOne([0, 0.5, 1], random);
  const write = (value: number): number => (random() < often ? toFigures(value, figures) : value);
  const product = (...of: number[]): number => shuffled(of, random).reduce((all, one) => write(all * one));
  const sum = (terms: readonly number[]): number =>
    write(shuffled(terms, random).reduce((all, one) => all + one, 0));

  const terms = termsOf(sight, part, found, units);
  if (terms && random() < 0.25) {
    const text = terms
      .map((factors) => factors.map((one) => (one < 0 ? `(${plain(one)})` : plain(one))).join('*'))
      .join('+');
    if (text.length <= 64) return spelled(text, random);
  }
  const value = terms
    ? sum(terms.map((factors) => product(...factors)))
    : functionOf(sight, part, found, units, write, random);
  return spelled(plain(toFigures(value, Math.max(3, figures))), random);
}

/** Names of the unit asked and of its incoming units. */
export interface UnitNames {
  readonly own: string;
  readonly sources: readonly string[];
}

/** Terms of a value that is a sum of products; undefined for a value that needs a function. */
export function termsOf(sight: Sight, part: Part, found: Found, units: UnitNames): number[][] | undefined {
  const { next, x, w, b, from } = sight;
  const weights = w.map(shown);
  switch (partKind(part)) {
    case 'u':
      return [
        ...x.map((one, i) => [found[`a:${units.sources[i]!}`] ?? shown(one), weights[i]!]),
        ...(b === 0 ? [] : [[shown(b)]]),
      ];
    case 'S':
      return next.map(({ w: weight, delta }) => [shown(weight), shown(delta)]);
    case 'delta':
      return [[found['S'] ?? shown(sight.S), shown(sight.slope)]];
    case 'G': {
      const delta = found['delta'];
      const input = from === 'bias' ? [] : [shown(x[from as number]!)];
      if (delta !== undefined) return [[delta, ...input]];
      // A softmax output has no slope; δ is given.
      if (Number.isNaN(sight.slope)) {
        if (sight.isOutput) return [[shown(sight.delta), ...input]];
      }
      if (sight.isOutput) return [[shown(sight.S), shown(sight.slope), ...input]];
      return next.map(({ w: weight, delta: d }) => [shown(weight), shown(d), shown(sight.slope), ...input]);
    }
    case 'next':
      return [[shown(from === 'bias' ? b : w[from as number]!)], [-1, sight.eta, shown(sight.G)]];
    default:
      return undefined;
  }
}

function functionOf(
  sight: Sight,
  part: Part,
  found: Found,
  units: UnitNames,
  write: (value: number) => number,
  random: Random,
): number {
  const { layer, j, sums, y, t, loss } = sight;
  const u = found[`u:${units.own}`] ?? shown(sight.u);
  switch (partKind(part)) {
    case 'a':
      return f(
        layer,
        u,
        sums.map((belly, i) => (i === j ? u : shown(belly))),
      );
    case 'f': {
      const a = shown(sight.a);
      if (layer.activation === 'sigmoid' && random() < 0.5) return write(a * write(1 - a));
      if (layer.activation === 'tanh' && random() < 0.5) return 1 - write(a * a);
      return fPrime(layer, u);
    }
    case 'e': {
      const e = write(shown(y[j]!) - t[j]!);
      if (loss === 'squared-error') return 2 * e;
      if (loss === 'mean-squared-error') return write(2 * e) / y.length;
      if (loss === 'binary-cross-entropy') return e / write(shown(y[j]!) * write(1 - shown(y[j]!)));
      return e;
    }
    default:
      throw new RangeError(`no honest student for ${part}`);
  }
}
