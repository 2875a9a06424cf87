import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHonestSafe } from '../question/accepted.ts';
import { inseparableMistakes } from '../question/explainNumber.ts';
import { factsOf } from '../question/facts.ts';
import { grade } from '../question/grade.ts';
import { gradedPart, moduleOf } from '../question/kinds.ts';
import { TestTable } from '../testing/table.ts';
import { askedIn, flawOf, generateNetwork } from './generate.ts';
import { readNetworkFile } from './networkFile.ts';
import { PRACTICE_LESSONS, practiceSettings } from './practice.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const lessons = fc.constantFrom(...PRACTICE_LESSONS);

const each = (check: (lesson: (typeof PRACTICE_LESSONS)[number], seed: number) => void): void =>
  fc.assert(fc.property(lessons, seeds, check), { numRuns: 300 });

test('a generated network is a good network file in friendly numbers, the same for the same seed', () => {
  each((lesson, seed) => {
    const { file } = generateNetwork(lesson, seed);
    expect(readNetworkFile(structuredClone(file))).toMatchObject({ ok: true });
    expect(generateNetwork(lesson, seed).file).toEqual(file);
    const numbers = [file.weights, file.biases ?? [], file.data[0]!.x].flat(3);
    for (const number of numbers) expect(number).toBe(Number(number.toFixed(1)));
  });
});

test('whatever is asked has a fair size, tells every mistake apart and forgives honest rounding', () => {
  each((lesson, seed) => {
    const { situation, question } = askedIn(lesson, generateNetwork(lesson, seed).file, seed);
    const { G } = moduleOf(question.kind).truth(situation, question);
    const sizes = G === undefined ? [] : [Math.abs(G)];
    for (const part of question.parts) {
      const graded = gradedPart(situation, question, part);
      if (graded.type !== 'number') continue;
      sizes.push(Math.abs(graded.truth));
      expect(inseparableMistakes(graded)).toEqual([]);
      expect(isHonestSafe(graded.accepted, graded.honest)).toBe(true);
    }
    for (const size of sizes) {
      expect(size).toBeGreaterThanOrEqual(0.01);
      expect(size).toBeLessThanOrEqual(100);
    }
  });
});

/** Three figures, as a player writes them down. */
const written = (value: number): number => Number(value.toPrecision(3));
const shown = (value: number): number => Number(value.toPrecision(4));

test('who works with the shown numbers, rounds every step and goes on is right', () => {
  each((lesson, seed) => {
    const { situation, question } = askedIn(lesson, generateNetwork(lesson, seed).file, seed);
    if (question.kind !== 'contribution') return;
    const facts = factsOf(situation, question.edge!);
    const terms = facts.next.map(({ weight, delta }) =>
      written(shown(written(shown(delta))) * shown(weight)),
    );
    const S = facts.next.length > 0 ? written(terms.reduce((a, b) => a + b, 0)) : shown(facts.arriving ?? 0);
    const delta = written(S * shown(facts.slope ?? 1));
    const given = { S, delta, G: written(delta * shown(facts.x)) };
    for (const part of ['S', 'delta', 'G'] as const) {
      if (!question.parts.includes(part)) continue;
      const verdict = grade(gradedPart(situation, question, part), String(given[part]), {});
      expect(verdict.outcome, part).toBe('correct');
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
  test.each(PRACTICE_LESSONS)('the one player of the lesson %s is asked what it is about', (lesson) => {
    const units = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const { file } = generateNetwork(lesson, seed);
      const settings = practiceSettings(lesson, seed);
      const table = TestTable.startedOn(file, 1, settings, seed);
      const { unit, question, inseparable } = table.seat('p1');
      expect(question).toEqual(askedIn(lesson, file, seed).question);
      if (settings.seat !== 'any') {
        expect(unit.layer === file.layers.length - 1).toBe(settings.seat === 'output');
      }
      expect(inseparable).toEqual([]);
      units.add(`${unit.layer}/${unit.index}`);
    }
    // Some lessons are about the one output of their networks.
    if (lesson !== 'forward') expect(units.size).toBeGreaterThan(1);
  });
});

test('a question that shows too little is said to', () => {
  const { situation, question } = askedIn('output', generateNetwork('output', 1).file, 1);
  expect(flawOf(situation, question)).toBeNull();
  const { gradients } = situation.truth;
  const none = { ...gradients, weights: gradients.weights.map((w) => w.map((row) => row.map(() => 0.001))) };
  const small = { ...situation, truth: { ...situation.truth, gradients: none } };
  expect(flawOf(small, question)).toContain('gradient');
  const l = question.unit.layer - 1;
  const slope = situation.truth.slopes[l]![question.unit.index]!;
  const outputs = situation.pass.outputs.with(
    l,
    situation.pass.outputs[l]!.map(() => slope),
  );
  const blurred = { ...situation, pass: { ...situation.pass, outputs } };
  expect(flawOf(blurred, question)).toContain('slope-activation');
});
