import { expect, test } from 'vitest';
import { presetById } from '../network/presets.ts';
import { networkOf } from '../network/networkFile.ts';
import { HAN_KAMBER, MAZUR, SMALL_CHECKS, SOFTMAX } from '../testing/workedExamples.ts';
import { activationOf } from './activation.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import type { Network, Sample } from './network.ts';
import { meanLoss, update } from './update.ts';

type Numbers = number | readonly Numbers[];

/** Expects every published number, to the number of decimals given. */
function expectDigits(actual: Numbers | null | undefined, published: Numbers, path = ''): void {
  if (typeof published !== 'number') {
    if (typeof actual === 'number' || !actual) throw new TypeError(`${path} is no list`);
    for (const [i, value] of published.entries()) expectDigits(actual[i], value, `${path}[${i}]`);
    return;
  }
  if (typeof actual !== 'number') throw new TypeError(`${path} is no number`);
  const decimals = String(published).split('.')[1]?.length ?? 0;
  const off = Math.abs(actual - published);
  expect(off, `${path}: ${actual} for ${published}`).toBeLessThanOrEqual(0.51 * 10 ** -decimals);
}

function step(id: string) {
  const file = presetById(id)!;
  const network: Network = networkOf(file);
  const sample: Sample = file.data[0]!;
  const pass = forward(network, sample.x);
  const truth = backward(network, pass, sample.t);
  const after = update(network, truth.gradients);
  return { network, sample, pass, truth, after, loss: (net: Network) => meanLoss(net, [sample]) };
}

test('presets: equal the published networks', () => {
  for (const [id, example] of [
    ['mazur', MAZUR],
    ['han-kamber', HAN_KAMBER],
  ] as const) {
    const { network, sample } = step(id);
    expect(network.weights).toEqual([example.w_ij, example.w_jk]);
    expect(network.biases).toEqual([example.b_j, example.b_k]);
    expect(sample).toEqual({ x: example.x, t: example.t });
    expect(network.learningRate).toBe(example.learningRate);
    expect(network.updateBiases).toBe(example.biasesUpdated);
  }
});

test('Mazur: every published number', () => {
  const { network, pass, truth, after, loss } = step('mazur');
  const example = MAZUR;
  expectDigits(pass.sums, [example.bellies_j, example.bellies_k]);
  expectDigits(pass.outputs, [example.h, example.y]);
  expectDigits(loss(network), example.E);
  expectDigits(truth.deltas, [example.delta_j, example.delta_k]);
  expectDigits(truth.arriving[0], example.S_j);
  expectDigits(truth.gradients.weights, [example.grad_w_ij, example.grad_w_jk]);
  expectDigits(after.weights, [example.new_w_ij, example.new_w_jk]);
  expect(after.biases).toEqual(network.biases);
  expectDigits(loss(after), example.E_after);
});

test('Han & Kamber: every published number, biases updated too', () => {
  const { pass, after } = step('han-kamber');
  const example = HAN_KAMBER;
  expectDigits(pass.sums, [example.bellies_j, example.bellies_k]);
  expectDigits(pass.outputs, [example.h, example.y]);
  expectDigits(after.weights, [example.new_w_ij, example.new_w_jk]);
  expectDigits(after.biases, [example.new_b_j, example.new_b_k]);
});

test('softmax with cross-entropy: δ at the outputs is y − t, and there is no set of three', () => {
  const { network, pass, truth, after, loss } = step('softmax');
  const example = SOFTMAX;
  expectDigits(pass.outputs, [example.h, example.y]);
  expectDigits(loss(network), example.E);
  expectDigits(truth.deltas, [example.delta_j, example.delta_k]);
  expectDigits(truth.arriving[0], example.S_j);
  expectDigits(after.weights, [example.new_w_ij, example.new_w_jk]);
  expectDigits(loss(after), example.E_after);
  expect([truth.error, truth.arriving[1], truth.slopes[1]]).toEqual([null, null, null]);
});

test.each(SMALL_CHECKS)('$what', ({ what, x, w, b, out, grad_w, grad_x, grad_b }) => {
  const unit = activationOf({ units: 1, activation: what === 'tanh unit' ? 'tanh' : 'sigmoid' });
  const u = x.reduce((sum, value, i) => sum + value * w[i]!, b);
  const slope = unit.derivative(u);
  expectDigits(unit.value(u), out);
  expectDigits(
    x.map((value) => value * slope),
    grad_w,
  );
  expectDigits(
    w.map((value) => value * slope),
    grad_x,
  );
  expectDigits(slope, grad_b);
});

test('Swap: mean losses over six rounds of one sample, and its output for (0, 1)', () => {
  const file = presetById('swap')!;
  let network = networkOf(file);
  const losses = [meanLoss(network, file.data)];
  for (let round = 0; round < 6; round++) {
    const { x, t } = file.data[round % file.data.length]!;
    network = update(network, backward(network, forward(network, x), t).gradients);
    losses.push(meanLoss(network, file.data));
  }
  expect(losses.map((loss) => loss.toFixed(3))).toEqual([
    '7.297',
    '2.624',
    '1.178',
    '0.621',
    '0.302',
    '0.086',
    '0.029',
  ]);
  expect(forward(network, [0, 1]).outputs[1]!.map((y) => y.toFixed(2))).toEqual(['1.02', '0.00']);
  expect(network.weights.flat(2).every((w) => Number((w * 10).toFixed(9)) % 1 === 0)).toBe(true);
});
