import { readNumber } from '@relay/shared/question/numbers/readNumber';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTerm, countTerm, factor, removeTerm } from './terms';

test('a term is added to any text before it', () => {
  expect(addTerm('', '0.05 × 0.15')).toBe('0.05 × 0.15');
  expect(addTerm('0.05 × 0.15', '0.35')).toBe('0.05 × 0.15 + 0.35');
  expect(addTerm('0.05 × 0.15 + ', '0.35')).toBe('0.05 × 0.15 + 0.35');
  expect(factor('−0.4')).toBe('(−0.4)');
});

test('a term is found only as a whole: not as a factor, not as the start of a longer number', () => {
  expect(countTerm('0.1 × 0.2 + 0.3', '0.1 × 0.2')).toBe(1);
  expect(countTerm('0.1 × 0.25', '0.1 × 0.2')).toBe(0);
  expect(countTerm('10.1 × 0.2', '0.1 × 0.2')).toBe(0);
  expect(countTerm('0.3 × 0.1 × 0.2', '0.1 × 0.2')).toBe(0);
  expect(countTerm('0.35 × 2 + 0.35', '0.35')).toBe(1);
  expect(countTerm('0.5×(−1) + 1.5×1.5', '1')).toBe(0);
  expect(countTerm('1 × 2 + 1 × 2', '1 × 2')).toBe(2);
});

test('removing a term leaves the rest without a stray +', () => {
  expect(removeTerm('1 × 2 + 0.5', '1 × 2')).toBe('0.5');
  expect(removeTerm('1 × 2 + 0.5', '0.5')).toBe('1 × 2');
  expect(removeTerm('1 × 2 + 0.5 + 3 × 4', '0.5')).toBe('1 × 2 + 3 × 4');
  expect(removeTerm('1 × 2', '1 × 2')).toBe('');
  expect(removeTerm('1 × 2', '7')).toBe('1 × 2');
});

test('terms tapped in any order give their sum; removing one subtracts it', () => {
  const numbers = fc.integer({ min: -999, max: 999 }).map((value) => value / 100);
  const written = (value: number): string => factor(String(value).replace('-', '\u2212'));
  const products = fc.array(fc.tuple(numbers, numbers), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(products, (pairs) => {
      const terms = pairs.map(([x, w]) => `${written(x)} × ${written(w)}`);
      const value = (text: string): number => {
        const read = readNumber(text);
        return read.ok ? read.value : Number.NaN;
      };
      const all = terms.reduce(addTerm, '');
      fc.pre(all.length <= 64 && value(removeTerm(all, terms[0]!)) !== undefined);
      expect(value(all)).toBeCloseTo(
        pairs.reduce((sum, [x, w]) => sum + x * w, 0),
        9,
      );
      const rest = removeTerm(all, terms[0]!);
      expect(value(rest)).toBeCloseTo(
        pairs.slice(1).reduce((sum, [x, w]) => sum + x * w, 0),
        9,
      );
    }),
  );
});
