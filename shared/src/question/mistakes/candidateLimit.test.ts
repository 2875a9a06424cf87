/** @module-tag slow */
import { expect, test } from 'vitest';
import type { Network } from '../../maths/network.ts';
import { randomAt } from '../../referee/random.ts';
import { runs } from '../../testing/effort.ts';
import { randomParts, upTo } from '../../testing/randomParts.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import { situationOf } from '../situation.ts';
import { partExpression } from './contribution.ts';
import { CONTRIBUTION_RULES } from './rules.ts';

test('candidates: 40 at most in any question, and 40 in some', () => {
  let most = 0;
  for (const { part } of randomParts(upTo(runs(100, 300)))) {
    const candidates = part.candidates();
    most = Math.max(most, candidates.length);
    expect(candidates.length).toBeLessThanOrEqual(40);
  }
  expect(most).toBe(40);
});

test('candidates: the limit leaves out no mistake in a network of maximum size', () => {
  const units = 12;
  const many = (key: string): number[] =>
    Array.from({ length: units }, (_, i) => 2 * randomAt(7, `${key}/${i}`) - 1);
  const matrix = (key: string): number[][] => many(key).map((_, i) => many(`${key}/${i}`));
  const network: Network = {
    inputs: units,
    layers: Array.from({ length: 3 }, () => ({ units, activation: 'tanh' as const })),
    loss: 'half-squared-error',
    learningRate: 0.3,
    updateBiases: true,
    snap: null,
    weights: [matrix('a'), matrix('b'), matrix('c')],
    biases: [many('d'), many('e'), many('f')],
  };
  const before = { weights: network.weights, biases: network.biases };
  const situation = { ...situationOf(network, { x: many('x'), t: many('t') }), before };
  const facts = factsOf(situation, { layer: 2, from: 3, to: 4 });
  const known = numberPart(facts, 'G').candidates();
  expect(known).toHaveLength(40);
  const possible = CONTRIBUTION_RULES.filter((rule) =>
    rule.workings(facts).some((working) => partExpression(facts, working, 'G') !== undefined),
  );
  expect(possible.length).toBeGreaterThan(25);
  expect(new Set(known.map(({ id }) => id))).toEqual(new Set(possible.map(({ id }) => id)));
});
