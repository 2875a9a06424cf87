import { type Random, plain, shown, shuffled, toFigures } from './figures.ts';

/**
 * Working of a student who makes one mistake: a sum of products, and the factors of the whole sum. `null`: the mistake
 * cannot be made here.
 */
export interface Calculation {
  readonly sum: readonly (readonly number[])[];
  readonly times: readonly number[];
}

/** Builds a calculation from its terms and the factors of their sum. */
export const calculation = (sum: readonly (readonly number[])[], ...times: number[]): Calculation => ({
  sum,
  times,
});

const productOf = (of: readonly number[]): number => of.reduce((all, one) => all * one, 1);

/** Value of a calculation. */
export function resultOf({ sum, times }: Calculation): number {
  return sum.reduce((all, one) => all + productOf(one), 0) * productOf(times);
}

/** Writes a result on the way down, rounded. */
export type Write = (value: number) => number;

/** Multiplies from left to right and writes each product down but the last, which is the result. */
export const product = (of: readonly number[], write: Write): number =>
  of.reduce((all, one, i) => (i === 0 ? one : (i === 1 ? all : write(all)) * one), 1);

/** Adds products from left to right, with all results on the way written down. */
export function sumOfProducts(terms: readonly (readonly number[])[], write: Write): number {
  const [only] = terms;
  if (terms.length === 1) return product(only!, write);
  return terms
    .map((one) => (one.length > 1 ? write(product(one, write)) : product(one, write)))
    .reduce((all, one, i) => (i === 0 ? one : (i === 1 ? all : write(all)) + one), 0);
}

/** Result of a working from displayed operands, with all results on the way written down. */
export function writtenResult({ sum, times }: Calculation, write: Write): number {
  const total = sumOfProducts(
    sum.map((one) => one.map(shown)),
    write,
  );
  const isOperand = sum.length === 1 && sum[0]!.length === 1;
  return product([isOperand || times.length === 0 ? total : write(total), ...times.map(shown)], write);
}

/**
 * Types a working: operands of 3 or 4 figures in any order, sometimes with a sum or two factors as one number.
 * Undefined where no calculation is left, or where the text exceeds the length of an answer.
 *
 * @param operand  writes an operand; absent: in 3 or 4 figures
 */
export function typedText(
  { sum, times }: Calculation,
  random: Random,
  operand = (value: number): string => plain(toFigures(value, random() < 0.5 ? 3 : 4)),
): string | undefined {
  const written = (value: number): string => {
    const text = operand(value);
    return value < 0 ? `(${text})` : text;
  };
  const isNegative = times.filter((one) => one === -1).length % 2 === 1;
  const factors = times.filter((one) => Math.abs(one) !== 1);
  const [only] = sum;
  const inside = sum.length === 1 ? only! : undefined;
  const all = inside ? [...inside, ...factors] : factors;
  const parts: string[] = [];
  if (!inside) {
    const asOne = random() < 0.3 && factors.length > 0;
    parts.push(
      asOne
        ? written(resultOf({ sum, times: [] }))
        : `(${shuffled(sum, random)
            .map((one) => one.map(written).join('*'))
            .join('+')})`,
    );
  }
  if (all.length > 2 && random() < 0.3) parts.push(written(all[0]! * all[1]!), ...all.slice(2).map(written));
  else parts.push(...all.map(written));
  const text = `${isNegative ? '-' : ''}${shuffled(parts, random).join('*')}`;
  return /\d[+*]|\)[+*]/.test(text) && text.length <= 64 ? text : undefined;
}
