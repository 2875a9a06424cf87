import { describe, expect, test } from 'vitest';
import { meanGradients } from '../../maths/backward.ts';
import type { Network } from '../../maths/network.ts';
import { allUnits } from '../../maths/unit.ts';
import { update as moved } from '../../maths/update.ts';
import { networkOf } from '../../network/networkFile.ts';
import { PRESETS } from '../../network/presets.ts';
import { runs } from '../../testing/effort.ts';
import { numberPartOf, presetSituation } from '../../testing/presetPart.ts';
import { allFigures, told } from '../../testing/told.ts';
import { grade } from '../grade.ts';
import type { NumberPart } from '../gradedPart.ts';
import { subjectsAt } from '../pick.ts';
import { situationOf } from '../situation.ts';
import { factsOf } from '../facts.ts';
import { update } from './update.ts';

describe('next weight of Mazur x2→h1, 0.2 − 0.5·0.0008771 = 0.19956: judged against the step', () => {
  const next = numberPartOf(presetSituation('mazur'), 'update', { unit: 'h1', from: 1 }, 'next');

  test.each([
    // Four decimals show the step in one figure, five in two; five are asked for.
    ['0.1996', 'needsDigits'],
    ['0.19956', 'correct'],
    ['0.1995', 'needsDigits'],
    ['0.2-0.5*0.000877', 'correct'],
    ['0.2-0.00044', 'correct'],
    ['0.2', 'needsDigits'],
    ['0.20', 'needsDigits'],
    ['0.200', 'needsDigits'],
    ['0.2004', 'wrong'],
    ['0.20044', 'wrong'],
    ['0.2+0.5*0.000877', 'wrong'],
    ['0.1999', 'needsDigits'],
    ['0.1991', 'needsDigits'],
  ] as const)('%s is %s', (raw, outcome) => {
    expect(grade(next, raw, {}).outcome).toBe(outcome);
  });

  test('0.2000 is asked for more figures, as it is 0.2 with zeros added; 0.20000 did not move', () => {
    expect(grade(next, '0.2000', {}).outcome).toBe('needsDigits');
    expect(grade(next, '0.20000', {}).outcome).toBe('wrong');
  });

  test('five decimals are asked for, in which the step has two figures', () => {
    expect(next.decimals).toBe(5);
  });

  test('the wrong way is named, and so is a step not taken', () => {
    expect(told(next, '0.2004')).toEqual(['step-added']);
    expect(told(next, '0.20000')).toEqual(['step-missing']);
  });
});

/** Half a unit of the fourth figure, in which numbers are displayed. */
const halfUnit = (value: number): number =>
  value === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);

/** Next weights of every weight and bias, for some samples of every preset over a few true steps of training. */
function* nextWeights(): Generator<{
  part: NumberPart;
  w: number;
  G: number;
  rate: number;
  step: number;
  open: number;
  name: string;
}> {
  const trainable = PRESETS.filter(({ file }) => file.data.length > 0);
  for (const { id, file } of trainable) {
    let network: Network = networkOf(file);
    for (let round = 1; round <= runs(6, 10); round++) {
      const all = file.data.map((sample) => situationOf(network, sample, file.data));
      for (const situation of all.slice(0, runs(2, 6))) {
        for (const unit of allUnits(network)) {
          for (const subject of subjectsAt('update', network, unit, 'both')) {
            const question = update.build(situation, subject, { sample: 0, help: 'work', draw: () => 0 });
            const { w, G } = factsOf(situation, subject.edge!);
            const part = update.part(situation, question, 'next') as NumberPart;
            const rate = network.learningRate;
            // Range that four figures of w and of G leave open.
            const open = halfUnit(w) + rate * halfUnit(G);
            yield { part, w, G, rate, step: rate * G, open, name: `${id}, round ${round}` };
          }
        }
      }
      network = moved(network, meanGradients(all.map(({ truth }) => truth.gradients)));
    }
  }
}

test('next weight: neither not moving nor moving uphill is right where the display shows the step', () => {
  let count = 0;
  for (const { part, w, step, open, name } of nextWeights()) {
    if (Math.abs(step) <= 1.001 * open || Math.abs(step) < 1e-9) continue;
    count++;
    for (const value of [w, w + step]) {
      expect(grade(part, allFigures(value), {}).outcome, `${name}: ${value} for ${w} − ${step}`).not.toBe(
        'correct',
      );
      const verdict = grade(part, value.toFixed(part.decimals), {});
      expect(verdict.outcome, `${name}: ${value.toFixed(part.decimals)}`).not.toBe('correct');
    }
  }
  expect(count).toBeGreaterThan(500);
});

test('next weight: w − ηG in the decimals asked for is right', () => {
  for (const { part, w, step, name } of nextWeights()) {
    const raw = (w - step).toFixed(part.decimals);
    expect(grade(part, raw, {}).outcome, `${name}: ${raw} for ${w} − ${step}`).toBe('correct');
  }
});

test('next weight: three figures at each step are never wrong, whichever way a half goes', () => {
  const inFigures = (value: number, figures: number, half: 1 | -1): number =>
    Number((value * (1 + half * 1e-9)).toPrecision(figures));
  const wrong: string[] = [];
  for (const { part, w, G, rate, name } of nextWeights()) {
    for (const half of [1, -1] as const) {
      const step = inFigures(rate * inFigures(G, 4, half), 3, half);
      const text = String(inFigures(inFigures(w, 4, half) - step, 3, half));
      if (grade(part, text, {}).outcome === 'wrong') wrong.push(`${name}: ${text} for ${part.truth}`);
    }
  }
  expect(wrong).toEqual([]);
});
