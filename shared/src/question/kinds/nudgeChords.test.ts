import { describe, expect, test } from 'vitest';
import { forward } from '../../maths/forward.ts';
import { lossOf } from '../../maths/loss.ts';
import type { Network } from '../../maths/network.ts';
import { allUnits, type EdgeRef, isBias } from '../../maths/unit.ts';
import { networkOf } from '../../network/networkFile.ts';
import { PRESETS } from '../../network/presets.ts';
import { runs } from '../../testing/effort.ts';
import { numberPartOf, presetSituation } from '../../testing/presetPart.ts';
import { grade } from '../grade.ts';
import type { NumberPart } from '../gradedPart.ts';
import { readingDecimals } from '../nudgedLoss.ts';
import { subjectsAt } from '../pick.ts';
import { type Situation, situationOf } from '../situation.ts';
import { nudge } from './nudge.ts';

/** E with one weight or bias changed, worked out without the lever. */
function lossAt({ network, sample }: Situation, edge: EdgeRef, shift: number): number {
  const { weights, biases } = structuredClone({ weights: network.weights, biases: network.biases }) as {
    weights: number[][][];
    biases: number[][];
  };
  if (isBias(edge)) biases[edge.layer - 1]![edge.to]! += shift;
  else weights[edge.layer - 1]![edge.from]![edge.to]! += shift;
  const moved: Network = { ...network, weights, biases };
  return lossOf(network.loss, forward(moved, sample.x).outputs.at(-1)!, sample.t);
}

const NOTCHES = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5] as const;
const shown = (value: number): number => Number(value.toPrecision(4));

interface Lever {
  readonly part: NumberPart;
  /** E at a notch, in the decimals displayed. */
  readonly E: (notch: number) => number;
  /** Change of E from rest to a notch, in the figures displayed. */
  readonly change: (notch: number) => number;
  readonly name: string;
}

function* levers(): Generator<Lever> {
  for (const { id, file } of PRESETS.filter((preset) => preset.file.data.length > 0)) {
    const network = networkOf(file);
    for (const sample of file.data.slice(0, runs(1, 6))) {
      const situation = situationOf(network, sample, file.data);
      for (const unit of allUnits(network)) {
        for (const subject of subjectsAt('nudge', network, unit)) {
          const edge = subject.edge!;
          const question = nudge.build(situation, subject, { sample: 0, help: 'work', draw: () => 0 });
          const part = nudge.part(situation, question, 'estimate') as NumberPart;
          const at = (notch: number) => lossAt(situation, edge, notch / 10);
          const decimals = readingDecimals({ down: at(-1), here: at(0), up: at(1) });
          yield {
            part,
            E: (notch) => Number(at(notch).toFixed(decimals)),
            change: (notch) => shown(at(notch) - at(0)),
            name: `${id} ${edge.layer} ${edge.from} ${edge.to}`,
          };
        }
      }
    }
  }
}

/** Tells whether a number rounds to the value of a known mistake, which is told before a quotient. */
const isMistake = (part: NumberPart, raw: string): boolean =>
  part.candidates().some(({ value }) => Number(value.toPrecision(3)) === Number(raw));

describe('a difference quotient as the lever gives it', () => {
  test('over one notch is right, over more it is right or too long; never wrong, typed as ΔE ÷ Δw', () => {
    let long = 0;
    for (const { part, change, name } of levers()) {
      for (const notch of NOTCHES) {
        const raw = `${change(notch)}÷${notch / 10}`;
        const { outcome } = grade(part, raw, {});
        if (Math.abs(notch) === 1) expect(outcome, `${name}: ${raw}`).toBe('correct');
        // Beyond a minimum of E a quotient can be the turned one of the other side.
        else if (change(notch) * notch * part.truth > 0)
          expect(['correct', 'longStep'], `${name}: ${raw} is ${outcome}`).toContain(outcome);
        if (outcome === 'longStep') long++;
      }
    }
    expect(long).toBeGreaterThan(100);
  });

  test('as a number in three figures it is wrong only where it is the number of a mistake', () => {
    let [count, wrong] = [0, 0];
    for (const { part, change, name } of levers()) {
      for (const notch of NOTCHES) {
        const raw = (change(notch) / (notch / 10)).toPrecision(3);
        const { outcome } = grade(part, raw, {});
        count++;
        if (isMistake(part, raw) && outcome === 'wrong') wrong++;
        else expect(['correct', 'longStep'], `${name}: ${raw} is ${outcome}`).toContain(outcome);
      }
    }
    expect(wrong / count).toBeLessThan(0.02);
  });

  test('read off E at any two notches it is never wrong, but for the number of a mistake', () => {
    for (const { part, E, name } of levers()) {
      for (const from of [...NOTCHES, 0]) {
        for (const to of [...NOTCHES, 0]) {
          if (to <= from) continue;
          const raw = ((E(to) - E(from)) / ((to - from) / 10)).toPrecision(3);
          const { outcome } = grade(part, raw, {});
          if (isMistake(part, raw)) continue;
          expect(['correct', 'longStep'], `${name}: ${from} to ${to}, ${raw} is ${outcome}`).toContain(
            outcome,
          );
        }
      }
    }
  });
});

describe('Mazur h1→y1, G = 0.0822', () => {
  const part = numberPartOf(presetSituation('mazur'), 'nudge', { unit: 'y1', from: 0 }, 'estimate');

  test.each([
    ['0.0822', 'correct'],
    ['-0.0822', 'wrong'],
    ['0.00822', 'wrong'],
    ['0.298', 'wrong'],
  ])('%s is %s', (raw, outcome) => {
    expect(grade(part, raw, {}).outcome).toBe(outcome);
  });

  test('a number that is no quotient of the lever is wrong', () => {
    expect(grade(part, '0.0422', {}).outcome).toBe('wrong');
    expect(grade(part, '0.162', {}).outcome).toBe('wrong');
  });
});
