import { type Dice, plain, shuffled, toFigures } from './figures.ts';
import type { Sheet } from './mistaken.ts';

const total = (of: readonly number[]): number => of.reduce((all, one) => all * one, 1);

export function resultOf({ sum, times }: Sheet): number {
  return sum.reduce((all, one) => all + total(one), 0) * total(times);
}

/**
 * Types a working: operands of 3 or 4 figures in any order, sometimes with a sum or two factors as one number.
 * Undefined where no calculation is left, or where the text exceeds the length of an answer.
 */
export function typedOut({ sum, times }: Sheet, dice: Dice): string | undefined {
  const written = (value: number): string => {
    const text = plain(toFigures(value, dice() < 0.5 ? 3 : 4));
    return value < 0 ? `(${text})` : text;
  };
  const isNegative = times.filter((one) => one === -1).length % 2 === 1;
  const factors = times.filter((one) => Math.abs(one) !== 1);
  const [only] = sum;
  const inside = sum.length === 1 ? only! : undefined;
  const all = inside ? [...inside, ...factors] : factors;
  const parts: string[] = [];
  if (!inside) {
    const asOne = dice() < 0.3 && factors.length > 0;
    parts.push(
      asOne
        ? written(resultOf({ sum, times: [] }))
        : `(${shuffled(sum, dice)
            .map((one) => one.map(written).join('*'))
            .join('+')})`,
    );
  }
  if (all.length > 2 && dice() < 0.3) parts.push(written(all[0]! * all[1]!), ...all.slice(2).map(written));
  else parts.push(...all.map(written));
  const text = `${isNegative ? '-' : ''}${shuffled(parts, dice).join('*')}`;
  return /\d[+*]|\)[+*]/.test(text) && text.length <= 64 ? text : undefined;
}
