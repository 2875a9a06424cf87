import { solve } from '@relay/shared/network/solution';
import { meanLoss } from '@relay/shared/maths/update';
import { expect, test } from 'vitest';
import { START, nextStage, valuesOf } from './training';

test('training: each step equals the solver’s training step, and the loss falls over many steps', () => {
  let training = START;
  const samples = new Set([START.sample]);
  for (let round = 0; round < 60; round++) {
    const { network, sample } = training;
    const truth = solve(network, sample);
    for (const stage of ['input', 'forward', 'backward'] as const) {
      expect(training.stage).toBe(stage);
      const { pass, deltas, slopes, loss } = valuesOf(training);
      expect({ sums: pass.sums, deltas, slopes, loss }).toEqual({
        sums: truth.sums,
        deltas: truth.deltas,
        slopes: truth.slopes,
        loss: truth.loss,
      });
      training = nextStage(training);
    }
    expect(training.stage).toBe('update');
    expect(training.network).toMatchObject(truth.updated);
    expect(valuesOf(training).loss).toBe(truth.lossAfter);
    samples.add(training.sample);
    training = nextStage(training);
  }
  expect(samples.size).toBe(3);
  const [first, last] = [START, training].map(({ network }) => meanLoss(network, [...samples]));
  expect(last).toBeLessThan(first! / 10);
});
