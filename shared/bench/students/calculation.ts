import { type Random, plain, shuffled, toFigures } from './figures.ts';

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

const product = (of: readonly number[]): number => of.reduce((all, one) => all * one, 1);

/** Value of a calculation. */
export function resultOf({ sum, times }: Calculation): number {
  return sum.reduce((all, one) => all + product(one), 0) * product(times);
}

/**
 * Types a working: operands of 3 or 4 figures in any order, sometimes with a sum or two factors as one number.
 * Undefined where no calculation is left, or where the text exceeds the length of an answer.
 */
export function typedText({ sum, times }: Calculation, random: Random): string | undefined {
  const written = (value: number): string => {
    const text = plain(toFigures(value, random() < 0.5 ? 3 : 4));
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
