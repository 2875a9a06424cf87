import { describe, expect, test } from 'vitest';
import { num, product, sum } from '../../numbers/expression.ts';
import { productForms } from './workedProduct.ts';

describe('productForms: the notations of a working as a product', () => {
  test('take signs out, and keep that of each factor; a sum takes that of all its terms', () => {
    expect(productForms(product(num(-2), sum(num(1), num(-4))))).toEqual([
      {
        sign: 1,
        factors: [
          { value: 2, sign: -1 },
          { value: 3, sign: -1, terms: [num(-1), num(4)] },
        ],
      },
    ]);
    expect(productForms(sum(num(4), num(-1)))).toEqual([
      { sign: 1, factors: [{ value: 3, sign: 1, terms: [num(4), num(-1)] }] },
    ]);
  });

  test('turn the terms of a negative sum, each in its own notation', () => {
    const [way] = productForms(
      sum(sum(num(-1), num(-2)), product(num(2), num(-3)), num(-4, sum(num(-5), num(1)))),
    );
    expect(way).toEqual({
      sign: -1,
      factors: [
        {
          value: 13,
          sign: -1,
          terms: [
            sum(num(1), num(2)),
            product(num(-1), product(num(2), num(-3))),
            num(4, sum(num(5), num(-1))),
          ],
        },
      ],
    });
  });

  test('are as many as its numbers have notations; a sum of one term equals the term', () => {
    const three = num(3, sum(num(1), num(2)));
    expect(productForms(product(three, three))).toHaveLength(4);
    expect(productForms(sum(num(-7)))).toEqual([{ sign: -1, factors: [{ value: 7, sign: -1 }] }]);
    expect(productForms(num(-1))).toEqual([{ sign: -1, factors: [] }]);
  });
});
