import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRESETS } from '../network/presets.ts';
import { taskOf } from './task.ts';

const TASK_OF_PRESET = {
  'swap-two-slopes': 'swap',
  swap: 'swap',
  'sum-and-difference': 'sumAndDifference',
  and: 'and',
  or: 'or',
  xor: 'xor',
  line: 'line',
  moons: 'groups',
} as Readonly<Record<string, string>>;

test.each(PRESETS.map(({ id, file }) => [id, file] as const))('%s: has its task, or none', (id, file) => {
  expect(taskOf(file.data)).toBe(TASK_OF_PRESET[id] ?? null);
});

const number = fc.double({ min: -100, max: 100, noNaN: true });
const pairs = fc.uniqueArray(fc.tuple(number, number), { minLength: 2, maxLength: 8, selector: String });

test('swapped inputs: are recognised, and no longer when one target is another', () => {
  fc.assert(
    fc.property(pairs, fc.nat(), (inputs, which) => {
      const data = inputs.map(([a, b]) => ({ x: [a, b], t: [b, a] }));
      expect(taskOf(data)).toBe('swap');
      const broken = data.map((sample, i) =>
        i === which % data.length ? { ...sample, t: [sample.t[0]! + 1, sample.t[1]!] } : sample,
      );
      expect(taskOf(broken)).not.toBe('swap');
    }),
  );
});

test('truth tables: each of the sixteen is one of three tasks or none, with 0 and with −1 for no', () => {
  for (const no of [0, -1]) {
    const found = Array.from({ length: 16 }, (_, table) =>
      taskOf(
        [0, 1, 2, 3].map((row) => ({
          x: [row & 1 ? 1 : no, row & 2 ? 1 : no],
          t: [(table >> row) & 1 ? 1 : no],
        })),
      ),
    );
    expect(found.flatMap((task, table) => (task ? [[table, task]] : []))).toEqual([
      [0b0110, 'xor'],
      [0b1000, 'and'],
      [0b1110, 'or'],
    ]);
  }
});

test('a truth table with a case missing, or twice with two answers: is none', () => {
  const rows = [
    { x: [1, 1], t: [1] },
    { x: [1, 0], t: [0] },
    { x: [0, 1], t: [0] },
  ];
  expect(taskOf(rows)).toBeNull();
  expect(taskOf([...rows, { x: [0, 0], t: [0] }])).toBe('and');
  expect(taskOf([...rows, { x: [0, 0], t: [0] }, { x: [0, 0], t: [1] }])).toBeNull();
});

test('data of no task, or none at all: null', () => {
  expect(taskOf([])).toBeNull();
  expect(taskOf([{ x: [1, 2], t: [2, 1] }])).toBeNull();
  expect(
    taskOf([
      { x: [1], t: [2] },
      { x: [2], t: [2] },
      { x: [3], t: [2] },
    ]),
  ).toBeNull();
});
