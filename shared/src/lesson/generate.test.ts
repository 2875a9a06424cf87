import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedInterval, isHonestSafe, isInside } from '../question/accepted.ts';
import { partsOf } from '../question/facts.ts';
import { inseparableMistakes } from '../question/mistakes.ts';
import { TestTable } from '../testing/table.ts';
import { askable, flawOf, generateNetwork } from './generate.ts';
import { readNetworkFile } from './networkFile.ts';
import { PRACTICE_LESSONS, practiceSettings } from './practice.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const lessons = fc.constantFrom(...PRACTICE_LESSONS);

const each = (check: (lesson: (typeof PRACTICE_LESSONS)[number], seed: number) => void): void =>
  fc.assert(fc.property(lessons, seeds, check), { numRuns: 120 });

test('a generated network is a good network file in friendly numbers, the same for the same seed', () => {
  each((lesson, seed) => {
    const { file } = generateNetwork(lesson, seed);
    expect(readNetworkFile(structuredClone(file))).toMatchObject({ ok: true });
    expect(generateNetwork(lesson, seed).file).toEqual(file);
    const numbers = [file.weights, file.biases ?? [], file.data[0]!.x].flat(3);
    for (const number of numbers) expect(number).toBe(Number(number.toFixed(1)));
  });
});

test('whatever is asked has a fair gradient, tells every mistake apart and forgives honest rounding', () => {
  each((lesson, seed) => {
    for (const facts of askable(lesson, generateNetwork(lesson, seed).file)) {
      expect(Math.abs(facts.G)).toBeGreaterThanOrEqual(0.01);
      expect(Math.abs(facts.G)).toBeLessThanOrEqual(100);
      for (const part of partsOf(facts)) {
        if (part === 'places') continue;
        expect(inseparableMistakes(facts, part)).toEqual([]);
        expect(isHonestSafe(facts, part)).toBe(true);
      }
    }
  });
});

/** Three figures, as a player writes them down. */
const written = (value: number): number => Number(value.toPrecision(3));
const shown = (value: number): number => Number(value.toPrecision(4));

test('who works with the shown numbers, rounds every step and goes on is right', () => {
  each((lesson, seed) => {
    for (const facts of askable(lesson, generateNetwork(lesson, seed).file)) {
      const terms = facts.next.map(({ weight, delta }) =>
        written(shown(written(shown(delta))) * shown(weight)),
      );
      const S =
        facts.next.length > 0 ? written(terms.reduce((a, b) => a + b, 0)) : shown(facts.arriving ?? 0);
      const delta = written(S * shown(facts.slope ?? 1));
      const G = written(delta * shown(facts.x));
      const given = { S, delta, G };
      for (const part of partsOf(facts)) {
        if (part !== 'places') expect(isInside(given[part], acceptedInterval(facts, part)), part).toBe(true);
      }
    }
  });
});

test.each(PRACTICE_LESSONS)('few redraws are needed for the lesson %s', (lesson) => {
  const redraws = Array.from({ length: 150 }, (_, i) => generateNetwork(lesson, i * 65_537).redraws);
  const mean = redraws.reduce((sum, count) => sum + count, 0) / redraws.length;
  expect(mean).toBeLessThan(20);
  expect(Math.max(...redraws)).toBeLessThan(200);
});

describe('in a session', () => {
  test.each(PRACTICE_LESSONS)(
    'the one player of the lesson %s is asked about a unit of its kind',
    (lesson) => {
      const units = new Set<string>();
      for (let seed = 1; seed <= 40; seed++) {
        const { file } = generateNetwork(lesson, seed);
        const table = TestTable.startedOn(file, 1, practiceSettings(lesson), seed);
        const run = table.session.runs['A']!;
        const seat = run.seats.find(({ player }) => player === 'p1')!;
        expect(seat.unit.layer === run.network.layers.length).toBe(lesson === 'output');
        expect(seat.inseparable).toEqual([]);
        units.add(`${seat.unit.layer}/${seat.unit.index}`);
      }
      expect(units.size).toBeGreaterThan(1);
    },
  );
});

test('a question that shows too little is said to', () => {
  const facts = askable('output', generateNetwork('output', 1).file)[0]!;
  expect(flawOf(facts)).toBeNull();
  expect(flawOf({ ...facts, G: 0.001 })).toContain('gradient');
  expect(flawOf({ ...facts, a: facts.slope! })).toContain('slope-activation');
});
