import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import type { Network, Sample } from '../maths/network.ts';
import { meanLoss, update } from '../maths/update.ts';
import { networkOf, readNetworkFile } from './networkFile.ts';
import { notFiniteAt, solve } from './solution.ts';
import { presetById, PRESETS } from './presets.ts';

const folder = join(import.meta.dirname, 'networks');

/** One round of the game with one lane: one sample, one true step. */
function step(network: Network, { x, t }: Sample): Network {
  return update(network, backward(network, forward(network, x), t).gradients);
}

function trained(network: Network, data: readonly Sample[], rounds: number): Network[] {
  const all = [network];
  for (let round = 0; round < rounds; round++) all.push(step(all.at(-1)!, data[round % data.length]!));
  return all;
}

/** Smallest distance of a relu's sum from 0, over all samples. */
function distanceToKink(network: Network, data: readonly Sample[]): number {
  const sums = data.flatMap(({ x }) =>
    forward(network, x).sums.filter((_, l) => network.layers[l]!.activation.endsWith('relu')),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...sums.flat().map(Math.abs));
}

test('presets: include every network file of the project', () => {
  const files = readdirSync(folder).map((name) => name.replace('.json', ''));
  expect(files.sort()).toEqual(PRESETS.map(({ id }) => id).sort());
});

describe.each(PRESETS.map(({ id, file }) => ({ id, file })))('preset $id', ({ id, file }) => {
  const network = networkOf(file);

  test('is a network file without a problem', () => {
    const read = readNetworkFile(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')));
    expect(read).toEqual({ ok: true, file });
  });

  test('avoids kinks at the start and in the first rounds', () => {
    trained(network, file.data, 6).forEach((one, round) => {
      // Both swaps have a sum of 0 for a sample that its first rounds do not play.
      const played = id.startsWith('swap') ? [file.data[round % file.data.length]!] : file.data;
      expect(distanceToKink(one, played)).toBeGreaterThanOrEqual(0.1 - 1e-9);
    });
  });

  test('has finite values, and learns', () => {
    const all = trained(network, file.data, 50);
    for (const sample of file.data) {
      expect(notFiniteAt(solve(network, sample))).toBeUndefined();
      expect(notFiniteAt(solve(all.at(-1)!, sample))).toBeUndefined();
    }
    expect(meanLoss(all.at(-1)!, file.data)).toBeLessThan(meanLoss(network, file.data));
  });
});

test('AND, OR and XOR: outputs end on the right side of zero', () => {
  for (const id of ['and', 'or', 'xor']) {
    const file = presetById(id)!;
    const last = trained(networkOf(file), file.data, 200).at(-1)!;
    for (const { x, t } of file.data) {
      expect(Math.sign(forward(last, x).outputs.at(-1)![0]!), `${id} ${x.join()}`).toBe(t[0]);
    }
  }
});

test('two moons: the classes are separated', () => {
  const file = presetById('moons')!;
  const last = trained(networkOf(file), file.data, 2_000).at(-1)!;
  const right = file.data.filter(({ x, t }) => Math.round(forward(last, x).outputs.at(-1)![0]!) === t[0]);
  expect(right.length).toBe(file.data.length);
});

test('vanishing gradient: δ of the first layer is below a thousandth of δ at the output', () => {
  const file = presetById('vanishing')!;
  const network = networkOf(file);
  for (const { x, t } of file.data) {
    const { deltas } = backward(network, forward(network, x), t);
    const sizes = deltas.map((row) => Math.max(...row.map(Math.abs)));
    expect(sizes[0]! / sizes.at(-1)!).toBeLessThan(1e-3);
    expect(sizes[0]!).toBeGreaterThan(0);
  }
});

test('dead unit: no gradient from any sample; its neighbours have some', () => {
  const file = presetById('dead-relu')!;
  const network = networkOf(file);
  const columns = file.data.flatMap(
    ({ x, t }) => backward(network, forward(network, x), t).gradients.weights[0]!,
  );
  expect(columns.every((row) => row[0] === 0)).toBe(true);
  for (const unit of [1, 2]) expect(columns.some((row) => row[unit] !== 0)).toBe(true);
});

describe('swap with two slopes', () => {
  const file = presetById('swap-two-slopes')!;
  const all = trained(networkOf(file), file.data, 6);
  const unseen = (network: Network): string[] =>
    forward(network, [0, 1])
      .outputs.at(-1)!
      .map((y) => y.toFixed(2).replace('-0.00', '0.00'));

  test('the loss falls in each of six rounds, and an input that was never shown is nearly swapped', () => {
    const losses = all.map((network) => meanLoss(network, file.data).toFixed(2));
    expect(losses).toEqual(['10.63', '6.83', '4.46', '3.29', '2.47', '1.88', '1.06']);
    expect(unseen(all.at(-1)!)).toEqual(['0.89', '-0.01']);
  });

  test('1,000 more steps swap it exactly without rounding, and only nearly with it', () => {
    const stepsFrom = (network: Network): Network => trained(network, file.data, 1_000).at(-1)!;
    const exact = stepsFrom({ ...all.at(-1)!, snap: null });
    expect(unseen(exact)).toEqual(['1.00', '0.00']);
    expect(meanLoss(exact, file.data)).toBeLessThan(5e-6);
    const rounded = stepsFrom(all.at(-1)!);
    expect(unseen(rounded)).toEqual(['0.96', '0.05']);
    expect(meanLoss(rounded, file.data)).toBeCloseTo(0.075, 3);
  });

  test('no slope is 1, and no input of a question 1 or −1, in six rounds', () => {
    all.slice(0, 6).forEach((network, round) => {
      const { x, t } = file.data[round]!;
      const pass = forward(network, x);
      const { slopes } = backward(network, pass, t);
      expect(slopes.flat().every((slope) => slope === 0.3 || slope === 0.8)).toBe(true);
      expect([...x, ...pass.outputs[0]!].filter((value) => Math.abs(value) === 1)).toEqual([]);
    });
  });
});

test('sum and difference: values stay friendly for six rounds, and the loss falls in each', () => {
  const file = presetById('sum-and-difference')!;
  const all = trained(networkOf(file), file.data, 6);
  const losses = all.map((one) => meanLoss(one, file.data));
  for (let i = 1; i < losses.length; i++) expect(losses[i]!).toBeLessThan(losses[i - 1]!);
  all.slice(0, 6).forEach((one, round) => {
    const { sums, outputs, deltas, arriving, gradients } = solve(one, file.data[round % file.data.length]!);
    for (const value of [sums, outputs, deltas, arriving, gradients.weights].flat(4)) {
      expect(Math.abs(value! - Number(value!.toFixed(4)))).toBeLessThan(1e-9);
    }
  });
});
