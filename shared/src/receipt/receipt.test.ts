/** @module-tag slow */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../network/networkFile.ts';
import { PRESETS, presetById } from '../network/presets.ts';
import { notFiniteAt, solve } from '../network/solution.ts';
import { allUnits } from '../maths/unit.ts';
import { questionModule, QUESTION_KINDS } from '../question/kinds.ts';
import { subjectsAt } from '../question/pick.ts';
import { readNumber } from '../question/numbers/readNumber.ts';
import type { Part, Question, QuestionKind } from '../question/question.ts';
import { type Situation, situationOf } from '../question/situation.ts';
import { networks } from '../testing/arbitraries.ts';
import { runs } from '../testing/effort.ts';
import { computeSheet } from '../testing/spreadsheet.ts';
import { receiptOf } from './receipt.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { spreadsheetText } from './spreadsheetText.ts';
import { stepSpreadsheet } from './step.ts';

/**
 * Seed of the networks. Of many thousands one has a sum within rounding of 0 under a leaky relu: there a spreadsheet, which
 * rounds another way, finds the other slope.
 */
const SEED = 20_261_128;

const HEADS = ['What', 'Value', 'In the game'] as const;

/** Expects each formula, computed as a spreadsheet does, to give the value of its row. */
function expectToCompute(sheet: Spreadsheet): void {
  const lines = computeSheet(spreadsheetText(sheet, HEADS, ','));
  expect(lines).toHaveLength(sheet.rows.length);
  lines.forEach(({ label, value, here }, i) => {
    const row = sheet.rows[i]!;
    if (Number.isNaN(row.value)) return;
    expect(Math.abs(value - row.value), `${label}: ${value} for ${row.value}`).toBeLessThanOrEqual(
      1e-12 + 1e-9 * Math.abs(row.value),
    );
    // −0 is written as 0.
    if (row.formula !== null) expect(here === row.value, label).toBe(true);
  });
}

/** Expects a one-line working to give its value at four figures; workings with functions are no arithmetic. */
function expectToCome(working: string, value: number): void {
  const read = readNumber(working);
  if (!read.ok) return;
  const terms = working
    .replaceAll('\u2212', '-')
    .match(/[\d.]+(?:e[-+]?\d+)?/gu)!
    .map(Number);
  const size = Math.max(1, ...terms) ** 3;
  // A quotient by a difference of nearly equal terms deviates in proportion to itself.
  expect(Math.abs(read.value - value), working).toBeLessThan(5e-3 * size * Math.max(1, Math.abs(value)));
}

function questionsOf(kind: QuestionKind, situation: Situation): Question[] {
  return allUnits(situation.network)
    .flatMap((unit) =>
      (['weights', 'biases'] as const).flatMap((of) => subjectsAt(kind, situation.network, unit, of)),
    )
    .map((subject) =>
      questionModule(kind).build(situation, subject, { sample: 0, help: 'work', draw: () => 0.3 }),
    );
}

/** Excludes saturated outputs: 0/0 in a spreadsheet, while the game computes y − t, no formula of the parts. */
const isFinitelyComputed = ({ truth, pass }: Situation): boolean =>
  truth.arriving.every((row) => row === null || row.every((S) => Math.abs(S) < 1e4)) &&
  pass.outputs.flat().every((a) => Math.abs(a) < 1e4);

describe('stepSpreadsheet: a whole training step', () => {
  test.each(PRESETS.map(({ id, file }) => [id, file] as const))('computes all values for %s', (_, file) => {
    const network = networkOf(file);
    for (const sample of file.data.slice(0, 4)) {
      expectToCompute(stepSpreadsheet(network, sample, solve(network, sample), 'en'));
    }
  });

  test('computes all values for any network', () => {
    fc.assert(
      fc.property(networks(), ({ network, sample }) => {
        const solution = solve(network, sample);
        fc.pre(notFiniteAt(solution) === undefined && isFinitelyComputed(situationOf(network, sample)));
        expectToCompute(stepSpreadsheet(network, sample, solution, 'ja'));
      }),
      { numRuns: runs(20, 100), seed: SEED },
    );
  });

  test('recomputes when a number is changed', () => {
    const file = presetById('mazur')!;
    const network = networkOf(file);
    const step = stepSpreadsheet(network, file.data[0]!, solve(network, file.data[0]!), 'en');
    const csv = spreadsheetText(step, HEADS, ',');
    const changed = csv.replace('x1→h1,0.15,', 'x1→h1,0.25,');
    expect(changed).not.toBe(csv);
    const weights = network.weights.with(0, [[0.25, 0.25], network.weights[0]![1]!]);
    const truth = solve({ ...network, weights }, file.data[0]!);
    const after = computeSheet(changed);
    expect(after.find(({ label }) => label === 'gradient of x1→h1, G')!.value).toBeCloseTo(
      truth.gradients.weights[0]![0]![0]!,
      12,
    );
    expect(after.at(-1)!.value).toBeCloseTo(truth.lossAfter, 12);
  });
});

describe.each(QUESTION_KINDS)('receipt of a question: %s', (kind) => {
  test('computes the truth, for any network', () => {
    fc.assert(
      fc.property(networks(), fc.nat(), ({ network, sample }, pick) => {
        const situation = situationOf(network, sample);
        fc.pre(isFinitelyComputed(situation));
        const all = questionsOf(kind, situation);
        for (const question of all.slice(pick % Math.max(1, all.length)).slice(0, 2)) {
          const truth = questionModule(kind).truth(situation, question);
          fc.pre(Object.values(truth).every((value) => typeof value !== 'number' || Number.isFinite(value)));
          const answers = question.parts
            .filter((part) => typeof truth[part] === 'number')
            .map((part) => ({ part, name: part, value: (truth[part] as number) + 0.25 }));
          const { spreadsheet, right } = receiptOf(situation, question, answers, 'en');
          const offs = spreadsheet.rows.filter(({ label }) => label.startsWith('how far off'));
          expect(offs).toHaveLength(answers.length);
          for (const { value } of offs) expect(value).toBeCloseTo(0.25, 6);
          expectToCompute(spreadsheet);
          const values = spreadsheet.rows.filter(({ formula }) => formula !== null).map(({ value }) => value);
          for (const [part, value] of Object.entries(truth)) {
            // With softmax y − t is a place: it is given, like the gradient of an update, and no formula leads to it.
            const isPlace =
              part === 'delta' && !spreadsheet.rows.some(({ label }) => label.includes('parcel of'));
            const isGiven = isPlace || (kind === 'update' && part === 'G');
            if (typeof value !== 'number' || isGiven || part === 'estimate') continue;
            const cell = right.get(part as Part);
            if (cell && spreadsheet.working(cell) !== '') expectToCome(spreadsheet.working(cell), value);
            const nearest = Math.min(...values.map((one) => Math.abs(one - value)));
            expect(nearest, part).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(value));
          }
        }
      }),
      { numRuns: runs(8, 50), seed: SEED },
    );
  });
});

test('working: has numbers in place of cells', () => {
  const file = presetById('mazur')!;
  const situation = situationOf(networkOf(file), file.data[0]!);
  const question = questionsOf('contribution', situation).find(
    ({ edge }) => edge?.layer === 1 && edge.from === 0 && edge.to === 0,
  )!;
  const { spreadsheet, right } = receiptOf(situation, question, [], 'en');
  const { rows } = spreadsheet;
  expect(rows.find(({ label }) => label === 'what y2 sends back')!.written).toBe('(−0.2171) × 0.1755 × 0.5');
  expect(rows.at(-1)).toMatchObject({ label: 'gradient of x1→h1, G', written: '0.008771 × 0.05' });
  expect(spreadsheet.working(right.get('S')!)).toBe('0.7414 × 0.1868 × 0.4 + (−0.2171) × 0.1755 × 0.5');
  expect(spreadsheet.working(right.get('G')!)).toBe('0.008771 × 0.05');
});

test('label from an uploaded file: is never a formula', () => {
  const sheet = new Spreadsheet();
  sheet.heading('=HYPERLINK("http://bad")');
  sheet.given('@x', 1);
  expect(spreadsheetText(sheet, HEADS, ',')).not.toMatch(/(?:^|,)"?[=@]/mu);
});
