import { describe, expect, test } from 'vitest';
import { num, product, sizeOf, sum } from './expression.ts';

describe('sizeOf: the value of a calculation if nothing cancelled', () => {
  test('of a number is its size, or that of its largest notation', () => {
    expect(sizeOf(num(-3))).toBe(3);
    expect(sizeOf(num(0.1, sum(num(2), num(-1.9))))).toBeCloseTo(3.9, 12);
    expect(sizeOf(num(5, product(num(0.1), num(0.2))))).toBe(5);
  });

  test('of a product and of a sum is that of all its operands together', () => {
    expect(sizeOf(product(num(-2), sum(num(3), num(-4))))).toBe(14);
  });
});
