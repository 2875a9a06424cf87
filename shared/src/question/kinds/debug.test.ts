import { describe, expect, test } from 'vitest';
import { chain, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { ChoicePart } from '../gradedPart.ts';
import type { Given, Question, WrittenWorking } from '../question.ts';
import type { Situation } from '../situation.ts';
import { debug, slipOf } from './debug.ts';

const situation = workedSituation();
const h1 = { layer: 1, index: 0 };
const edge = { layer: 1, from: 0, to: 0 };

/** A question with the given draws for its term and its slip. */
const drawn = (term: number, slip: number, of: Situation = situation): Question =>
  debug.build(
    of,
    { unit: h1, edge },
    { sample: 3, help: 'work', draw: (key) => ({ term, slip })[key as 'term' | 'slip'] },
  );
const workingOf = (question: Question): WrittenWorking =>
  (question.given as Extract<Given, { type: 'working' }>).working;
const near = (value: number) => expect.closeTo(value, 12) as number;

const [S, slope, input] = [near(0.138), near(0.1875), 2];

describe('wrong working', () => {
  test('draws its term first (S, slope, input or product), then the slip', () => {
    const terms = [0, 0.25, 0.5, 0.75, 0.99].map((term) => debug.truth(situation, drawn(term, 0)).term);
    expect(terms).toEqual(['S', 'slope', 'input', 'product', 'product']);
  });

  test('of S: has another S and goes on correctly', () => {
    // The first slip of the sum: one path alone.
    expect(workingOf(drawn(0, 0))).toEqual({
      S: near(0.09),
      slope,
      input,
      product: near(0.09 * 0.1875 * 2),
    });
  });

  test('of f′: leaves f′ out', () => {
    expect(workingOf(drawn(0.25, 0))).toEqual({ S, slope: null, input, product: near(0.138 * 2) });
    // The last slip of f′: applied twice.
    expect(workingOf(drawn(0.25, 0.999))).toEqual({
      S,
      slope: near(0.1875 ** 2),
      input,
      product: near(0.138 * 0.1875 ** 2 * 2),
    });
  });

  test('of x: leaves x out, or has another input', () => {
    expect(workingOf(drawn(0.5, 0))).toEqual({ S, slope, input: null, product: near(0.025875) });
    expect(workingOf(drawn(0.5, 0.999))).toEqual({ S, slope, input: 0.5, product: near(0.025875 * 0.5) });
  });

  test('of the product: has all terms right', () => {
    expect(workingOf(drawn(0.75, 0))).toEqual({ S, slope, input, product: near(-0.05175) });
  });

  test('never has the right result', () => {
    // x1 and x2 are the same: a mixed-up input cannot be told, nor a missing input of 1.
    const ones = workedSituation({}, { x: [1, 1], t: [0.4, 0.8] });
    for (let slip = 0; slip < 1; slip += 0.05) {
      const { product, input: shown } = workingOf(drawn(0.5, slip, ones));
      expect(shown).not.toBe(1);
      expect(shown).not.toBeNull();
      expect(product).not.toBeCloseTo(ones.truth.gradients.weights[0]![0]![0]!, 12);
    }
  });

  test('without any possible slip: is the right one, also with a result of 0 of either sign', () => {
    // A shut relu, no bias and no error: every mistake gives 0.
    const shut = chain([{ activation: 'relu' }, { activation: 'identity' }], [-2, 3], [0, 1]);
    const right = workedSituation(shut, { x: [2], t: [1] });
    const question = debug.build(
      right,
      { unit: h1, edge: { layer: 1, from: 'bias', to: 0 } },
      { sample: 0, help: 'work', draw: () => 0 },
    );
    expect(workingOf(question)).toEqual({ S: 0, slope: 0, input: 1, product: 0 });
    expect(debug.truth(right, question)).toEqual({ term: 'product' });
  });
});

describe('debug question', () => {
  const asked = () => drawn(0.25, 0);
  const part = () => debug.part(situation, asked(), 'term') as ChoicePart;

  test('shows a working of the weight and asks for a term', () => {
    expect(asked()).toMatchObject({ kind: 'debug', unit: h1, edge, sample: 3, parts: ['term'] });
    expect(asked().given!.type).toBe('working');
    expect(debug.judgedBy(asked())).toEqual([]);
    expect(part()).toMatchObject({ type: 'choice', truth: 'slope' });
    expect(part().options).toEqual(['S', 'slope', 'input', 'product']);
  });

  test('explains a right term, and that a product follows', () => {
    expect(part().explain('S')).toEqual([{ id: 'term-right', place: 'w:h1>y1' }]);
    expect(part().explain('input')).toEqual([{ id: 'term-right', place: 'o:x1' }]);
    expect(part().explain('product')).toEqual([{ id: 'product-follows', place: 'w:h1>y1' }]);
    const other = debug.part(situation, drawn(0.5, 0), 'term') as ChoicePart;
    expect(other.explain('slope')).toEqual([{ id: 'term-right', place: 'f:h1' }]);
  });

  test('has no other part, and needs a working', () => {
    expect(() => debug.part(situation, asked(), 'G')).toThrow(
      new RangeError('a question of the kind debug has no part G'),
    );
    expect(() => debug.part(situation, { ...asked(), given: null }, 'term')).toThrow(
      new RangeError('a question of the kind debug shows a working'),
    );
    expect(() => debug.part(situation, { ...asked(), given: { type: 'gradient', G: 1 } }, 'term')).toThrow(
      RangeError,
    );
  });
});

test('debug, product: slips are the learning rate, a step or adding up', () => {
  const products = Array.from({ length: 200 }, (_, i) => workingOf(drawn(0.99, i / 200)).product!);
  for (const value of [0.3 * 0.05175, 0.5 - 0.3 * 0.05175, 0.138 + 0.1875 + 2]) {
    expect(products.some((one) => Math.abs(one - value) < 1e-9)).toBe(true);
  }
});

describe('slipOf: the working of a given mistake', () => {
  test('is written as by its owner, with the wrong term', () => {
    expect(slipOf(situation, edge, 'slope-missing')).toEqual({
      working: { S, slope: null, input, product: near(0.138 * 2) },
      term: 'slope',
    });
    expect(slipOf(situation, edge, 'sign')).toEqual({
      working: { S, slope, input, product: near(-0.05175) },
      term: 'product',
    });
    // Sum of all three: the only working of the mistake that shows in G.
    expect(slipOf(situation, edge, 'added')).toEqual({
      working: { S, slope, input, product: near(0.138 + 0.1875 + 2) },
      term: 'product',
    });
  });

  test('is undefined where it cannot be made, does not show, or belongs to another question', () => {
    expect(slipOf(situation, edge, 'slope-gate-ignored')).toBeUndefined();
    expect(slipOf(situation, edge, 'f-missing')).toBeUndefined();
    const ones = workedSituation({}, { x: [1, 3], t: [0.4, 0.8] });
    expect(slipOf(ones, edge, 'input-missing')).toBeUndefined();
    expect(slipOf(ones, edge, 'input-wrong')!.working.input).toBe(3);
  });
});

test('debug, softmax output: S is δ', () => {
  const softmax = workedSituation(
    { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
    { x: [2, 3], t: [1, 0] },
  );
  const question = debug.build(
    softmax,
    { unit: { layer: 2, index: 0 }, edge: { layer: 2, from: 0, to: 0 } },
    { sample: 0, help: 'work', draw: (key) => (key === 'term' ? 0.4 : 0) },
  );
  expect(workingOf(question)).toEqual({
    S: near(-1 / 7),
    slope: null,
    input: null,
    product: near(-1 / 7),
  });
  expect(debug.truth(softmax, question)).toEqual({ term: 'input' });
});
