import { expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import { networkOf } from '../../network/networkFile.ts';
import { meanLoss, update } from '../../maths/update.ts';
import { MAZUR } from '../../testing/workedExamples.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import { situationOf } from '../situation.ts';

/** Loss after one step in which every hidden gradient contains the mistake. */
function lossAfterStep(id: 'sum-updated-weights' | null): number {
  const file = presetById('mazur')!;
  const network = networkOf(file);
  const situation = situationOf(network, file.data[0]!);
  const { weights, biases } = situation.truth.gradients;
  const hidden = weights[0]!.map((row, from) =>
    row.map((G, to) => {
      const part = numberPart(factsOf(situation, { layer: 1, from, to }), 'G');
      return id === null ? G : part.candidates().find((candidate) => candidate.id === id)!.value;
    }),
  );
  return meanLoss(update(network, { weights: [hidden, weights[1]!], biases }), file.data);
}

test('a widely read example: its published loss comes from updated weights in the backward pass', () => {
  expect(lossAfterStep('sum-updated-weights')).toBeCloseTo(MAZUR.E_after_as_published, 9);
  expect(lossAfterStep(null)).toBeCloseTo(MAZUR.E_after, 10);
});
