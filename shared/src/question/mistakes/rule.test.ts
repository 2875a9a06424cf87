import { describe, expect, test } from 'vitest';
import { num, sum } from '../numbers/expression.ts';
import type { MistakeId } from '../question.ts';
import { candidatesOf, type MistakeRule } from './rule.ts';

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

test('candidatesOf: the place belongs to the working that gave the value', () => {
  const [, second] = candidatesOf([rule('sign', [2, 3])], null, 1, (value) => num(value));
  expect(second!.place()).toBe('o:x2');
  expect(second!.working).toEqual(num(3));
});

test('candidatesOf: merges equal values of one mistake, keeps those of two mistakes', () => {
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

test('candidatesOf: leaves out values that do not show in the part or are not finite', () => {
  expect(candidatesOf([rule('sign', [2])], null, 1, () => undefined)).toEqual([]);
  expect(found([rule('sign', [Number.NaN, Number.POSITIVE_INFINITY, 3])])).toEqual([['sign', 3]]);
});

test('candidatesOf: a truth of 0 that stays 0 shows no mistake, any other 0 does', () => {
  expect(found([rule('sign', [0, 1e-13, 5])], 0)).toEqual([['sign', 5]]);
  expect(found([rule('sign', [0, 5])], 1)).toEqual([
    ['sign', 0],
    ['sign', 5],
  ]);
});

describe('candidatesOf, with a limit of 40', () => {
  test('keeps 40 candidates whole', () => {
    expect(count([rule('sign', many(40))], 'sign')).toBe(40);
    expect(count([rule('sign', many(41))], 'sign')).toBe(40);
  });

  test('leaves out further workings of the mistake with most, and no whole mistake', () => {
    const rules = [rule('sign', many(50)), rule('slip', [7])];
    expect(count(rules, 'slip')).toBe(1);
    expect(found(rules).slice(0, 39)).toEqual(many(39).map((value) => ['sign', value]));
  });

  test('of two with many leaves out the rarer one’s first, and keeps the order of the rules', () => {
    // Ranks of slip: 0, 3, 6 … 39 come before the 30th working of sign, which has a rank of 29.
    const rules = [rule('slip', many(30), 3), rule('sign', many(30))];
    expect(count(rules, 'sign')).toBe(30);
    expect(count(rules, 'slip')).toBe(10);
    expect(found(rules)[0]).toEqual(['slip', 2]);
    expect(found(rules)[10]).toEqual(['sign', 2]);
  });

  test('with equal rarity leaves out as many of both', () => {
    const rules = [rule('slip', many(30)), rule('sign', many(30))];
    expect([count(rules, 'slip'), count(rules, 'sign')]).toEqual([20, 20]);
  });
});

test('candidatesOf: what is left over where terms cancel to the last bits is 0', () => {
  const value = (...terms: number[]) =>
    candidatesOf([rule('sign', [0])], null, 1, () => sum(...terms.map((term) => num(term))))[0]!.value;
  expect(0.1 + 0.2 - 0.3).not.toBe(0);
  expect(value(0.1, 0.2, -0.3)).toBe(0);
  expect(value(1, 1e-13, -1)).not.toBe(0);
});
