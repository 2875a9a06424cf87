import { describe, expect, test } from 'vitest';
import { num } from '../numbers/expression.ts';
import type { MistakeId } from '../question.ts';
import { candidatesOf, classesOf, type MistakeRule } from './rule.ts';

type Rule = MistakeRule<null, number>;
const rule = (id: MistakeId, values: readonly number[], rarity?: number): Rule => ({
  id,
  workings: () => values,
  place: (_, i) => `o:x${i + 1}`,
  ...(rarity === undefined ? {} : { rarity }),
});
const found = (rules: readonly Rule[], truth = 1) =>
  candidatesOf(rules, null, truth, (value) => num(value)).map(({ id, value }) => [id, value]);
const count = (rules: readonly Rule[], id: MistakeId): number =>
  found(rules).filter(([one]) => one === id).length;
const many = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 2);

test('the place is that of the way in which it was made', () => {
  const [, second] = candidatesOf([rule('sign', [2, 3])], null, 1, (value) => num(value));
  expect(second!.place()).toBe('o:x2');
  expect(second!.working).toEqual(num(3));
});

test('two ways to the same value of one mistake are one; of two mistakes they are two', () => {
  expect(found([rule('sign', [2, 2 + 1e-12, 2.001])])).toEqual([
    ['sign', 2],
    ['sign', 2.001],
  ]);
  expect(found([rule('sign', [2]), rule('slip', [2])])).toHaveLength(2);
  expect(found([rule('sign', [-2, 2])])).toHaveLength(2);
  expect(found([rule('sign', [-2, -2 - 1e-12])])).toHaveLength(1);
  expect(found([rule('sign', [0, 0])])).toHaveLength(1);
  expect(found([rule('sign', [-2, -2.001])])).toHaveLength(2);
});

test('what does not show in the part, or is no number, is left out', () => {
  expect(candidatesOf([rule('sign', [2])], null, 1, () => undefined)).toEqual([]);
  expect(found([rule('sign', [Number.NaN, Number.POSITIVE_INFINITY, 3])])).toEqual([['sign', 3]]);
});

test('a truth of 0 that stays 0 shows nothing; any other 0 does', () => {
  expect(found([rule('sign', [0, 1e-13, 5])], 0)).toEqual([['sign', 5]]);
  expect(found([rule('sign', [0, 5])], 1)).toEqual([
    ['sign', 0],
    ['sign', 5],
  ]);
});

describe('of more than 40', () => {
  test('40 are kept whole', () => {
    expect(count([rule('sign', many(40))], 'sign')).toBe(40);
    expect(count([rule('sign', many(41))], 'sign')).toBe(40);
  });

  test('the further ways of the mistake with many are left out, and no whole mistake', () => {
    const rules = [rule('sign', many(50)), rule('slip', [7])];
    expect(count(rules, 'slip')).toBe(1);
    expect(found(rules).slice(0, 39)).toEqual(many(39).map((value) => ['sign', value]));
  });

  test('of two with many the ways of a rarer one go first, and they stay in the order of the rules', () => {
    // Ranks of slip: 0, 3, 6 … 39 come before the 30th way of sign, which has a rank of 29.
    const rules = [rule('slip', many(30), 3), rule('sign', many(30))];
    expect(count(rules, 'sign')).toBe(30);
    expect(count(rules, 'slip')).toBe(10);
    expect(found(rules)[0]).toEqual(['slip', 2]);
    expect(found(rules)[10]).toEqual(['sign', 2]);
  });

  test('without a word on rarity both lose as much', () => {
    const rules = [rule('slip', many(30)), rule('sign', many(30))];
    expect([count(rules, 'slip'), count(rules, 'sign')]).toEqual([20, 20]);
  });
});

test('the classes of a question are those that hold for it', () => {
  const classes = [
    { ids: ['sign', 'slip'], when: (n: number) => n > 1 },
    { ids: ['added', 'slip'], when: (n: number) => n > 2 },
  ] as const;
  expect(classesOf(classes, 2)).toEqual([['sign', 'slip']]);
});
