import { expect, test } from 'vitest';
import type { Network } from '../maths/network.ts';
import { questionModule } from '../question/kinds.ts';
import type { Question } from '../question/question.ts';
import { situationOf } from '../question/situation.ts';
import { accidentsIn } from './accidents.ts';

/** A 2-1-1 network with a leaky relu; no weight, input or slope has a special value. */
const NETWORK: Network = {
  inputs: 2,
  layers: [
    { units: 1, activation: 'leaky-relu', slope: 0.3, up: 0.8 },
    { units: 1, activation: 'sigmoid' },
  ],
  loss: 'half-squared-error',
  learningRate: 0.5,
  updateBiases: true,
  snap: null,
  weights: [[[0.7], [0.4]], [[1.3]]],
  biases: [[0], [0]],
};

/** Accidents in the question about x1→h1, for the target 0. */
function accidents(network: Network, x: readonly number[]): string[] {
  const situation = situationOf(network, { x, t: [0] });
  const unit = { layer: 1, index: 0 };
  const subject = { unit, edge: { layer: 1, from: 0, to: 0 } };
  const question: Question = questionModule('contribution').build(situation, subject, {
    sample: 0,
    help: 'work',
    draw: () => 0,
  });
  return accidentsIn(situation, question);
}

test('numbers without a special value come to no value twice; what η makes equal is no accident', () => {
  expect(accidents(NETWORK, [0.6, 1.4])).toEqual([]);
});

test.each([
  ['an input of 2 and the factor ½ of a loss', [2, 1.4], NETWORK, 'input-missing and loss-factor'],
  ['an input of −1 and a turned sign', [-1, 1.4], NETWORK, 'input-missing and sign'],
  ['an input of 0.1 and a moved point', [0.1, 1.4], NETWORK, 'input-missing and slip'],
  ['opposite inputs', [0.6, -0.6], NETWORK, 'input-wrong and sign'],
  [
    'an f′ of ½',
    [0.6, 1.4],
    { ...NETWORK, layers: [{ units: 1, activation: 'leaky-relu', slope: 0.3, up: 0.5 }, NETWORK.layers[1]!] },
    'loss-factor and slope-missing',
  ],
  [
    'a weight of −1',
    [0.6, 1.4],
    { ...NETWORK, weights: [NETWORK.weights[0]!, [[-1]]] },
    'sign and sum-no-weights',
  ],
] as const)('%s', (_, x, network, expected) => {
  expect(accidents(network, x)).toContain(expected);
});
