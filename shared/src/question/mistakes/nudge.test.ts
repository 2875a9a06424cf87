import { expect, test } from 'vitest';
import { chain, known, rows, workedSituation } from '../../testing/handWorked.ts';
import { nudge } from '../kinds/nudge.ts';
import type { NumberPart } from '../gradedPart.ts';
import { isWorking } from '../diagnosis/operands/isWorking.ts';
import { readNumber } from '../numbers/readNumber.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
// y = 2w = 1, t = 0: E is 0.5; a notch down 0.9² and a notch up 1.1², halved after doubling: 0.32, 0.5, 0.72.
const line = chain([{ activation: 'identity' }, { activation: 'identity' }], [0.5, 1], [0, 0]);
const situation = workedSituation(line, { x: [2], t: [0] });
const question = nudge.build(
  situation,
  { unit: { layer: 1, index: 0 }, edge: { layer: 1, from: 0, to: 0 } },
  choice,
);
const part = nudge.part(situation, question, 'estimate') as NumberPart;

test('nudge, E of 0.32, 0.5 and 0.72 at −0.1, 0 and 0.1: places and values of every mistake', () => {
  const place = 'w:x1>h1';
  expect(known(part)).toEqual(
    rows([
      ['loss-value', place, 0.5],
      ['loss-value', place, 0.72],
      ['loss-value', place, 0.32],
      ['not-divided', place, 0.22],
      ['not-divided', place, 0.18],
      ['not-divided', place, 0.4],
      // E of 2, 3, 4 and 5 notches up and down: 0.98 and 0.18, 1.28 and 0.08, 1.62 and 0.02, 2 and 0.
      ['not-divided', place, 0.48],
      ['not-divided', place, -0.32],
      ['not-divided', place, 0.78],
      ['not-divided', place, -0.42],
      ['not-divided', place, 1.12],
      ['not-divided', place, -0.48],
      ['not-divided', place, 1.5],
      ['not-divided', place, -0.5],
      ['two-notches', place, 4],
      ['sign-slip', place, -2],
      // One notch up and down, and two.
      ['sign-slip', place, -2.2],
      ['sign-slip', place, -1.8],
      ['sign-slip', place, -1.6],
      ['sign-slip', place, -2.4],
      ['slip', place, 0.2],
      ['slip', place, 20],
      ['slip', place, 0.02],
      ['slip', place, 200],
      ['slip', place, 0.002],
      ['slip', place, 2000],
    ]),
  );
});

test('nudge: a change of E may be typed as a difference of two losses', () => {
  const of = (index: number, raw: string) => {
    const read = readNumber(raw);
    const { working } = part.candidates().filter(({ id }) => id === 'not-divided')[index]!;
    return read.ok && isWorking(read.typed, working);
  };
  expect(of(0, '0.72-0.5')).toBe(true);
  expect(of(1, '0.5-0.32')).toBe(true);
  expect(of(2, '0.72-0.32')).toBe(true);
  expect(of(2, '0.22+0.18')).toBe(true);
  expect(of(0, '0.5-0.32')).toBe(false);
  const twice = part.candidates().find(({ id }) => id === 'two-notches')!;
  const read = readNumber('(0.72-0.32)/0.1');
  expect(read.ok && isWorking(read.typed, twice.working)).toBe(true);
});
