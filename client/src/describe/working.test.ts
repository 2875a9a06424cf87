import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import { forward } from '@relay/shared/maths/forward';
import { errorOf } from '@relay/shared/maths/loss';
import { type EdgeRef, unitByName } from '@relay/shared/maths/unit';
import type { LossName } from '@relay/shared/maths/network';
import { type Part, partUnit } from '@relay/shared/question/part';
import type { QuestionKind } from '@relay/shared/question/question';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import { expect, test } from 'vitest';
import type { RoundFacts } from '../picture/roundFacts';
import { workingOf } from './working';

const file = presetById('mazur')!;
const network = networkOf(file);
const sample = file.data[0]!;
const pass = forward(network, sample.x);
const facts = { network, pass, sample } as unknown as RoundFacts;

const KINDS: Record<string, QuestionKind> = { u: 'belly', a: 'output', f: 'valve', e: 'error' };

/** Working of a part, in a question that asks for it; of δ, S and G in one about h1→y1 or x1→h1. */
function workingFor(about: RoundFacts, part: Part, edge: EdgeRef | null = null): string {
  const unit = edge ? { layer: edge.layer, index: edge.to } : unitByName(about.network, partUnit(part)!)!;
  const kind = edge ? 'contribution' : KINDS[part[0]!]!;
  return workingOf(about, { kind, unit, edge, sample: 0, parts: [part], given: null }, part);
}

/** Value of a working, read as a player's answer would be. */
function valueOf(working: string): number {
  const read = readNumber(working.replace(/ = $/u, ''));
  return read.ok ? read.value : Number.NaN;
}

test("Mazur's first hidden unit, as he works it out", () => {
  expect(workingFor(facts, 'u:h1')).toBe('0.05 × 0.15 + 0.1 × 0.2 + 0.35 = ');
  expect(workingFor(facts, 'a:h1')).toBe('f(0.3775) = ');
  expect(workingFor(facts, 'f:h1')).toBe('f′(0.3775) = ');
  expect(workingFor(facts, 'e:y1')).toBe('0.7514 − 0.01 = ');
  const hidden: EdgeRef = { layer: 1, from: 0, to: 0 };
  expect(workingFor(facts, 'S', hidden)).toBe('0.7414 × 0.1868 × 0.4 + (−0.2171) × 0.1755 × 0.5 = ');
  expect(workingFor(facts, 'delta', hidden)).toBe('0.03635 × 0.2413 = ');
  expect(workingFor(facts, 'G', hidden)).toBe('0.008771 × 0.05 = ');
  expect(workingFor(facts, 'delta', { layer: 2, from: 0, to: 0 })).toBe('0.7414 × 0.1868 = ');
  expect(workingFor(facts, 'G', { layer: 2, from: 'bias', to: 0 })).toBe('0.1385 × 1 = ');
  expect(workingFor(facts, 'estimate', hidden)).toBe('');
});

test.each(['h1', 'h2', 'y1', 'y2'])('the terms of %s come to its belly sum', (unit) => {
  const at = Number(unit[1]) - 1;
  const sum = pass.sums[unit.startsWith('h') ? 0 : 1]![at]!;
  expect(valueOf(workingFor(facts, `u:${unit}`))).toBeCloseTo(sum, 3);
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
    const value = valueOf(workingFor(other, `e:y${k + 1}`));
    expect(Math.abs(value - error)).toBeLessThan(2e-3 * Math.max(1, Math.abs(error)));
  }
});
