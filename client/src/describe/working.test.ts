import { networkOf } from '@relay/shared/lesson/networkFile';
import { presetById } from '@relay/shared/lesson/presets';
import { forward } from '@relay/shared/maths/forward';
import { errorOf } from '@relay/shared/maths/loss';
import type { LossName } from '@relay/shared/maths/network';
import { readNumber } from '@relay/shared/question/readNumber';
import { expect, test } from 'vitest';
import type { RoundFacts } from '../view/roundFacts';
import { workingOf } from './working';

const file = presetById('mazur')!;
const network = networkOf(file);
const sample = file.data[0]!;
const pass = forward(network, sample.x);
const facts = { network, pass, sample } as unknown as RoundFacts;

/** What a working comes to when it is read as a player's answer would be. */
function valueOf(working: string): number {
  const read = readNumber(working.replace(/ = $/u, ''));
  return read.ok ? read.value : Number.NaN;
}

test("Mazur's first hidden unit, as he works it out", () => {
  expect(workingOf(facts, 'u:h1')).toBe('0.05 × 0.15 + 0.1 × 0.2 + 0.35 = ');
  expect(workingOf(facts, 'a:h1')).toBe('f(0.3775) = ');
  expect(workingOf(facts, 'f:h1')).toBe('f′(0.3775) = ');
  expect(workingOf(facts, 'e:y1')).toBe('0.7514 − 0.01 = ');
  expect(workingOf(facts, 'delta')).toBe('');
});

test.each(['h1', 'h2', 'y1', 'y2'])('the terms of %s come to its belly sum', (unit) => {
  const at = Number(unit[1]) - 1;
  const sum = pass.sums[unit.startsWith('h') ? 0 : 1]![at]!;
  expect(valueOf(workingOf(facts, `u:${unit}`))).toBeCloseTo(sum, 3);
});

test.each<LossName>([
  'half-squared-error',
  'squared-error',
  'mean-squared-error',
  'binary-cross-entropy',
  'cross-entropy',
])('%s: the working comes to ∂E/∂y', (loss) => {
  const other = { ...facts, network: { ...network, loss } } as RoundFacts;
  const errors = errorOf(loss, pass.outputs.at(-1)!, sample.t);
  for (const [k, error] of errors.entries()) {
    const value = valueOf(workingOf(other, `e:y${k + 1}`));
    expect(Math.abs(value - error)).toBeLessThan(2e-3 * Math.max(1, Math.abs(error)));
  }
});
