import type { Sample } from '../../../src/maths/network.ts';
import { calculation, type Calculation } from '../calculation.ts';
import { type Random, pickOne } from '../figures.ts';
import type { Sight } from '../sight.ts';

/** A student who makes one mistake; null: it cannot be made here. */
type Student = (sight: Sight, random: Random, others: readonly Sample[]) => Calculation | null;
/** Students by the part kind in which they make their mistake. */
export type ByPart = Readonly<Record<string, Student>>;

const arriving = (s: Sight): number[][] =>
  s.isOutput ? [[Number.isNaN(s.S) ? s.delta : s.S]] : s.next.map(({ w, delta }) => [w, delta]);
const slopeOf = (s: Sight): number[] => (Number.isNaN(s.slope) ? [] : [s.slope]);
const inputOf = (s: Sight): number[] => (s.from === 'bias' || s.from === null ? [] : [s.x[s.from]!]);

/** The same mistake in δ and in G, from another S or another slope. */
function inDeltaAndG(
  of: (
    s: Sight,
    random: Random,
    others: readonly Sample[],
  ) => Partial<{ S: number[][]; slope: number[] }> | null,
): ByPart {
  const made = (s: Sight, random: Random, others: readonly Sample[], input: number[]): Calculation | null => {
    const other = of(s, random, others);
    if (!other || (other.slope && Number.isNaN(s.slope))) return null;
    return calculation(other.S ?? arriving(s), ...(other.slope ?? slopeOf(s)), ...input);
  };
  return {
    delta: (s, random, others) => made(s, random, others, []),
    G: (s, random, others) => made(s, random, others, inputOf(s)),
  };
}

/** The same mistake in S, δ and G. */
function inSum(of: (s: Sight, random: Random) => number[][] | null): ByPart {
  const sum = (s: Sight, random: Random): number[][] | null => (s.isOutput ? null : of(s, random));
  return {
    S: (s, random) => {
      const S = sum(s, random);
      return S && calculation(S);
    },
    ...inDeltaAndG((s, random) => {
      const S = sum(s, random);
      return S && { S };
    }),
  };
}

/** The same mistake in f′ alone, in δ and in G. */
function inSlope(of: (s: Sight, random: Random) => number[] | null): ByPart {
  const factors = (s: Sight, random: Random): number[] | null =>
    Number.isNaN(s.slope) ? null : of(s, random);
  return {
    f: (s, random) => {
      const slope = factors(s, random);
      return slope && calculation([[1]], ...slope);
    },
    ...inDeltaAndG((s, random) => {
      const slope = factors(s, random);
      return slope && { slope };
    }),
  };
}

const isSigmoid = (s: Sight): boolean => s.layer.activation === 'sigmoid';
const isTanh = (s: Sight): boolean => s.layer.activation === 'tanh';
const isCurve = (s: Sight): boolean => isSigmoid(s) || isTanh(s);

/** ∂E/∂y for another target, by the loss. */
function errorFor(s: Sight, t: number): number {
  const y = s.y[s.j]!;
  switch (s.loss) {
    case 'squared-error':
      return 2 * (y - t);
    case 'mean-squared-error':
      return (2 * (y - t)) / s.y.length;
    case 'binary-cross-entropy':
      return (y - t) / (y * (1 - y));
    default:
      return y - t;
  }
}

function errorOfAnother(s: Sight, random: Random, others: readonly Sample[]): number | null {
  if (!s.isOutput || others.length === 0) return null;
  const { t } = pickOne(others, random);
  return t[s.j] === s.t[s.j] ? null : errorFor(s, t[s.j]!);
}

/** Mistakes that were not in the catalogue when this was written, by name and part. */
export const UNCATALOGUED: Readonly<Record<string, ByPart>> = {
  'valve of a neighbour': inDeltaAndG((s, random) => {
    const slopes = s.slopes.filter((one, i) => i !== s.j && one !== s.slope);
    return slopes.length === 0 ? null : { slope: [pickOne(slopes, random)] };
  }),
  'one of three or more ways left out': inSum((s, random) => {
    if (s.next.length < 3) return null;
    const left = Math.floor(random() * s.next.length);
    return s.next.flatMap(({ w, delta }, k) => (k === left ? [] : [[w, delta]]));
  }),
  'valve answered 1': { f: (s) => (s.slope === 1 ? null : calculation([[1]])) },
  'error is the target': {
    e: (s) => calculation([[s.t[s.j]!]]),
    ...inDeltaAndG((s) => (s.isOutput ? { S: [[s.t[s.j]!]] } : null)),
  },
  'error is the output': inDeltaAndG((s) => (s.isOutput ? { S: [[s.y[s.j]!]] } : null)),
  'no weights': inSum((s) => s.next.map(({ delta }) => [delta])),
  'sum of the outgoing gradients': inSum((s) => s.next.map(({ delta }) => [s.a, delta])),
  '1 − a for f′': inSlope((s) => (isCurve(s) ? [1 - s.a] : null)),
  '1 − a² for f′': inSlope((s) => (isSigmoid(s) ? [1 - s.a * s.a] : null)),
  '1 − 2a for f′': inSlope((s) => (isCurve(s) ? [1 - 2 * s.a] : null)),
  'a² for f′': inSlope((s) => (isCurve(s) ? [s.a * s.a] : null)),
  'a(1 − a) for f′ of tanh': inSlope((s) => (isTanh(s) ? [s.a, 1 - s.a] : null)),
  'a(1 + a) for f′': inSlope((s) => (isSigmoid(s) ? [s.a, 1 + s.a] : null)),
  'G in δ’s box': { delta: (s) => (inputOf(s).length === 0 ? null : calculation([[s.G]])) },
  'G in S’s box': { S: (s) => (inputOf(s).length === 0 ? null : calculation([[s.G]])) },
  'δ in S’s box': { S: (s) => calculation([[s.delta]]) },
  'S in δ’s box': { delta: (s) => calculation([[s.S]]) },
  'S in G’s box': { G: (s) => calculation([[s.S]]) },
  'δ in G’s box': { G: (s) => (inputOf(s).length === 0 ? null : calculation([[s.delta]])) },
  'target of another sample': {
    e: (s, random, others) => {
      const e = errorOfAnother(s, random, others);
      return e === null ? null : calculation([[e]]);
    },
    ...inDeltaAndG((s, random, others) => {
      const e = errorOfAnother(s, random, others);
      return e === null ? null : { S: [[e]] };
    }),
  },
};
