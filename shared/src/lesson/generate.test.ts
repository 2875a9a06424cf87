/** @module-tag slow */
import fc from 'fast-check';
import { placeKindOf } from '../question/places/placeId.ts';
import { describe, expect, test } from 'vitest';
import { isHonestSafe } from '../question/numbers/accepted.ts';
import { inseparableMistakes } from '../question/diagnosis/explainNumber.ts';
import { factsOf } from '../question/facts.ts';
import { grade } from '../question/grade.ts';
import { gradedPart, questionModule } from '../question/kinds.ts';
import { runs } from '../testing/effort.ts';
import { TestTable } from '../testing/table.ts';
import type { Numbers } from '../network/drawNetwork.ts';
import { askedIn, flawOf, generateNetwork, NoQuestion } from './generate.ts';
import { readNetworkFile } from '../network/networkFile.ts';
import { PRACTICE_CHAPTERS, PRACTICE_LESSONS, type PracticeLesson, practiceSettings } from './practice.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const lessons = fc.constantFrom(...PRACTICE_LESSONS);

/** Draws that failed once. The first has a sum of exactly 0. */
const FAILED_ONCE: [PracticeLesson, number, Numbers][] = [['activation', 725_049_045, 'friendly']];

type Check = (lesson: PracticeLesson, seed: number, numbers: Numbers) => void;
const each = (check: Check): void =>
  fc.assert(fc.property(lessons, seeds, fc.constantFrom('friendly', 'real'), check), {
    numRuns: runs(60, 300),
    examples: FAILED_ONCE,
  });

function asked(lesson: PracticeLesson, seed: number, numbers: Numbers = 'friendly') {
  const generated = generateNetwork(lesson, seed, numbers);
  return askedIn(lesson, generated.file, generated.seed);
}

test('generated network: a valid file in numbers of its kind, the same for the same seed', () => {
  each((lesson, seed, kind) => {
    const { file } = generateNetwork(lesson, seed, kind);
    expect(readNetworkFile(structuredClone(file))).toMatchObject({ ok: true });
    expect(generateNetwork(lesson, seed, kind).file).toEqual(file);
    const numbers = [file.weights, file.data[0]!.x].flat(3);
    for (const number of numbers) {
      expect(number).toBe(Number(number.toFixed(kind === 'friendly' ? 1 : 3)));
      expect(Math.abs(number)).toBeGreaterThanOrEqual(0.1);
    }
    if (kind === 'real') expect(numbers.some((number) => number !== Number(number.toFixed(1)))).toBe(true);
  });
});

test('generated network: the deep lesson asks where δ arrives; a valve shows a slope that differs', () => {
  let flat = 0;
  for (let seed = 1; seed <= runs(30, 60); seed++) {
    const { situation, question: deep } = asked('deep', seed);
    expect(
      questionModule(deep.kind)
        .truth(situation, deep)
        .places!.some((place) => placeKindOf(place) === 'parcel'),
    ).toBe(true);
    const valve = asked('valve', seed);
    const { layer, index } = valve.question.unit;
    const isSigmoid = valve.situation.network.layers[layer - 1]!.activation === 'sigmoid';
    if (isSigmoid && Math.abs(valve.situation.pass.sums[layer - 1]![index]!) < 1.6) flat++;
  }
  expect(flat).toBe(0);
});

test('generated network: a player’s help level does not change the question', () => {
  each((lesson, seed, numbers) => {
    const { file, seed: ofSession } = generateNetwork(lesson, seed, numbers);
    const [work, ...others] = (['work', 'see', 'blank'] as const).map((help) => {
      const { unit, edge } = askedIn(lesson, file, ofSession, help).question;
      return { unit, edge };
    });
    for (const other of others) expect(other).toEqual(work);
  });
});

test('generated network: giving up is an error that gives the reason', () => {
  let drawn = 0;
  const never = () => `bad for the ${++drawn}th time`;
  expect(() => generateNetwork('hidden', 7, 'real', never)).toThrow(NoQuestion);
  expect(() => generateNetwork('hidden', 7, 'real', never)).toThrow(
    /hidden with seed 7.*bad for the 2002th/u,
  );
});

test('chapters: every lesson once, in the order of the path', () => {
  expect(Object.values(PRACTICE_CHAPTERS).flat()).toEqual(PRACTICE_LESSONS);
});

test('generated question: fair size, tells every mistake apart, forgives honest rounding', () => {
  each((lesson, seed, numbers) => {
    const { situation, question } = asked(lesson, seed, numbers);
    const { G } = questionModule(question.kind).truth(situation, question);
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

/** Mistakes that come to one value whatever the weights and inputs are, and why. */
const EQUAL_BY_STRUCTURE: Readonly<Record<string, string>> = {
  'loss-shortcut = slope-missing': 'half the squared error: ∂E/∂y is y − t',
  'loss-factor = rate-applied': 'η is ½',
  'loss-factor = sum-mean': 'the mean over two units is a half',
  'rate-applied = sum-mean': 'both',
  'added = slope-half-formula': 'sigmoid, target 1: (y − 1) + y(1 − y) = (y − 1)(1 − y)',
  'slope-half-formula = target-missing': 'tanh, target −1: (y + 1)·y(1 − y) = y(1 − y²)',
};

/** Pairs of mistakes with one value in a part. */
function equalIn(part: ReturnType<typeof gradedPart>): string[] {
  if (part.type !== 'number') return [];
  const known = part.candidates();
  return known.flatMap((one) =>
    known.flatMap((other) => {
      const isEqual = Math.abs(one.value - other.value) <= 1e-9 * Math.abs(other.value);
      return one.id < other.id && isEqual ? [`${one.id} = ${other.id}`] : [];
    }),
  );
}

test('generated question: no two mistakes come to one value by an accident of the numbers', () => {
  each((lesson, seed, numbers) => {
    const { situation, question } = asked(lesson, seed, numbers);
    for (const part of [...question.parts, ...questionModule(question.kind).judgedBy(question)])
      for (const equal of equalIn(gradedPart(situation, question, part)))
        expect(Object.keys(EQUAL_BY_STRUCTURE), part).toContain(equal);
  });
});

test('generated network: no input of ±1 or ±2, also none that a hidden unit puts out; no hidden f′ of 1', () => {
  each((lesson, seed, numbers) => {
    const { situation } = asked(lesson, seed, numbers);
    const { pass, sample, truth } = situation;
    for (const input of [sample.x, ...pass.outputs.slice(0, -1)].flat())
      expect(['1.000', '2.000']).not.toContain(Math.abs(input).toPrecision(4));
    for (const slope of truth.slopes.slice(0, -1).flatMap((row) => row ?? []))
      expect(slope.toPrecision(4)).not.toBe('1.000');
  });
});

test('generated network: no two inputs are equal, nor two weights into one unit or out of one', () => {
  const isDistinct = (row: readonly number[]): boolean => new Set(row).size === row.length;
  each((lesson, seed, numbers) => {
    const { file } = generateNetwork(lesson, seed, numbers);
    expect(isDistinct(file.data[0]!.x)).toBe(true);
    for (const matrix of file.weights) {
      for (const row of matrix) expect(isDistinct(row)).toBe(true);
      for (const to of matrix[0]!.keys()) expect(isDistinct(matrix.map((row) => row[to]!))).toBe(true);
    }
  });
});

test('generated network: a lesson about both kinds of unit asks about each in half of its questions', () => {
  for (const lesson of ['bias', 'belly', 'valve'] as const) {
    const outputs = Array.from({ length: 60 }, (_, i) => asked(lesson, i * 65_537)).filter(
      ({ situation, question }) => question.unit.layer === situation.network.layers.length,
    );
    expect(outputs.length, lesson).toBeGreaterThan(15);
    expect(outputs.length, lesson).toBeLessThan(45);
  }
});

/** Rounds to three significant digits, as a player writes them. */
const written = (value: number): number => Number(value.toPrecision(3));
const shown = (value: number): number => Number(value.toPrecision(4));

test('generated question: rounding every step of the shown numbers still gives a right answer', () => {
  each((lesson, seed, numbers) => {
    const { situation, question } = asked(lesson, seed, numbers);
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

const kinds = PRACTICE_LESSONS.flatMap((lesson) => [
  [lesson, 'friendly'] as const,
  [lesson, 'real'] as const,
]);
test.each(kinds)('generated network: lesson %s in %s numbers needs few redraws', (lesson, numbers) => {
  const redraws = Array.from(
    { length: runs(40, 100) },
    (_, i) => generateNetwork(lesson, i * 65_537, numbers).redraws,
  );
  const mean = redraws.reduce((sum, count) => sum + count, 0) / redraws.length;
  expect(mean).toBeLessThan(25);
  expect(Math.max(...redraws)).toBeLessThan(200);
});

describe('in a session', () => {
  test.each(PRACTICE_LESSONS)('practice: lesson %s asks about its topic', (lesson) => {
    const units = new Set<string>();
    for (let seed = 1; seed <= runs(10, 40); seed++) {
      const { file, seed: ofSession } = generateNetwork(lesson, seed);
      const settings = practiceSettings(lesson, ofSession);
      const table = TestTable.startedOn(file, 1, settings, ofSession);
      const { unit, question, inseparable } = table.seat('p1');
      expect(question).toEqual(askedIn(lesson, file, ofSession).question);
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

test('generated question: one that shows too little is reported', () => {
  const { situation, question } = asked('output', 1);
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
