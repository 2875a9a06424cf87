/** @module-tag slow */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetById, PRESETS } from '../network/presets.ts';
import { networkOf } from '../network/networkFile.ts';
import { allUnits, isBias, unitName } from '../maths/unit.ts';
import {
  centralDifference,
  distanceToKink,
  lossAt,
  withBias,
  withWeight,
} from '../testing/centralDifference.ts';
import { networks } from '../testing/arbitraries.ts';
import { rightAnswer } from '../testing/answers.ts';
import { runs } from '../testing/effort.ts';
import { TestTable } from '../testing/table.ts';
import { grade } from './grade.ts';
import { gradedPart, questionModule, QUESTION_KINDS } from './kinds.ts';
import { subjectsAt } from './pick.ts';
import { HELP_LEVELS, isPart, partKind, type Question, type QuestionKind } from './question.ts';
import { type Situation, situationOf } from './situation.ts';

const choice = { sample: 0, help: 'work', draw: () => 0.4 } as const;

/** Every question of a kind about a network, biases too. */
function questionsOf(kind: QuestionKind, situation: Situation): Question[] {
  return allUnits(situation.network)
    .flatMap((unit) =>
      (['weights', 'biases'] as const).flatMap((of) => subjectsAt(kind, situation.network, unit, of)),
    )
    .map((subject) => questionModule(kind).build(situation, subject, choice));
}

const situations = networks().map(({ network, sample }) => situationOf(network, sample));
const isFinite = (situation: Situation): boolean =>
  situation.truth.gradients.weights.flat(2).every(Number.isFinite) &&
  situation.truth.arriving.every((row) => row === null || row.every(Number.isFinite));

describe.each(QUESTION_KINDS)('%s', (kind) => {
  test('the truth is right in every part, on any network', () => {
    fc.assert(
      fc.property(situations.filter(isFinite), (situation) => {
        for (const question of questionsOf(kind, situation)) {
          const truth = questionModule(kind).truth(situation, question);
          for (const part of question.parts) {
            expect(isPart(part), part).toBe(true);
            expect(questionModule(kind).partKinds, 'parts of a kind are listed in its partKinds').toContain(
              partKind(part),
            );
            const raw = rightAnswer(truth, part);
            // Exponents of an answer have two digits.
            if (/e-\d{3}/.test(raw)) continue;
            expect(grade(gradedPart(situation, question, part), raw, {}).outcome, part).toBe('correct');
          }
          expect(() => questionModule(kind).part(situation, question, 'u:x1')).toThrow(RangeError);
        }
      }),
      { numRuns: runs(20, 100) },
    );
  });

  test.each(PRESETS.map(({ id }) => id))('a round of a session on %s is worth 100 points', (preset) => {
    const table = TestTable.open(preset, { asks: kind });
    for (const player of ['p1', 'p2', 'p3']) table.room({ type: 'joinPlayer', player });
    table.host({ type: 'start' });
    for (let round = 1; round <= 3; round++) {
      for (const player of ['p1', 'p2', 'p3']) {
        const { question } = table.seat(player);
        expect(question!.kind).toBe(kind);
        const before = table.session.players[player]!.questionPoints;
        table.ace(player);
        expect(table.session.players[player]!.questionPoints - before).toBeCloseTo(100, 9);
      }
      table.next(3);
    }
    expect(Object.values(table.session.runs).every((run) => run.round === 4)).toBe(true);
  });
});

test('gradient in question: equals the numerical slope of E, also for a bias', () => {
  fc.assert(
    fc.property(situations.filter(isFinite), (situation) => {
      const { network, sample, truth } = situation;
      // Next to a kink the two sides of a difference lie on different lines; a saturated output is 0/0.
      fc.pre(distanceToKink(network, sample.x) > 1e-3);
      fc.pre(truth.arriving.flat().every((S) => S === null || Math.abs(S) < 1e3));
      for (const question of questionsOf('contribution', situation)) {
        const edge = question.edge!;
        const l = edge.layer - 1;
        const moved = (shift: number) =>
          isBias(edge)
            ? withBias(network, l, edge.to, shift)
            : withWeight(network, l, edge.from, edge.to, shift);
        const slope = centralDifference((shift) => lossAt(moved(shift), sample));
        const { G } = questionModule('contribution').truth(situation, question);
        expect(Math.abs(slope - G!)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
      }
    }),
    { numRuns: runs(60, 400) },
  );
});

test('Mazur worked by hand: sums, outputs, slopes, errors and the step', () => {
  const file = presetById('mazur')!;
  const situation = situationOf(networkOf(file), file.data[0]!);
  const truths = (kind: QuestionKind) =>
    Object.assign(
      {},
      ...questionsOf(kind, situation).map((question) => questionModule(kind).truth(situation, question)),
    );
  expect(truths('forward')).toMatchObject({
    'u:h1': expect.closeTo(0.3775, 10),
    'a:h1': expect.closeTo(0.5932699921, 9),
    'u:y1': expect.closeTo(1.1059059671, 9),
    'a:y1': expect.closeTo(0.7513650696, 9),
  });
  expect(truths('valve')['f:y1']).toBeCloseTo(0.1868156018, 9);
  expect(truths('error')['e:y1']).toBeCloseTo(0.7413650696, 9);
  const step = questionsOf('update', situation).find(
    ({ edge }) => edge?.layer === 2 && edge.from === 0 && edge.to === 0,
  )!;
  expect(questionModule('update').truth(situation, step)).toMatchObject({
    direction: 'down',
    next: expect.closeTo(0.3589164797, 9),
    G: expect.closeTo(0.0821670406, 9),
  });
});

describe('help level', () => {
  test.each([
    ['see', ['places']],
    ['work', ['places', 'S', 'delta', 'G']],
    ['blank', ['G']],
  ] as const)('%s asks for %j', (help, parts) => {
    expect(HELP_LEVELS).toContain(help);
    const table = TestTable.started('mazur', 4, { help });
    const hidden = Object.values(table.session.players).find(({ id }) => table.seat(id).unit.layer === 1)!;
    expect(table.seat(hidden.id).question!.parts).toEqual(parts);
  });

  test('falls after two clean questions of a player and rises after two with a miss', () => {
    const table = TestTable.started('swap', 2);
    const levels = () => ['p1', 'p2'].map((player) => table.session.players[player]!.help.level);
    const miss = (player: string) => {
      table.answer(player, table.seat(player).question!.parts[0]!, '12345');
      table.answer(player, 'places', 'o:x1');
      table.ace(player);
    };
    const seen: string[][] = [];
    for (const isClean of [true, true, false, false, false, true, false, true, true]) {
      if (isClean) table.ace('p1');
      else miss('p1');
      // p2 does not try: the level of p2 stays.
      table.next(3);
      seen.push(levels());
    }
    expect(seen.map(([level]) => level)).toEqual([
      'work',
      'blank',
      'blank',
      'work',
      'work',
      'work',
      'work',
      'work',
      'blank',
    ]);
    expect(new Set(seen.map(([, level]) => level))).toEqual(new Set(['work']));
  });
});

test('blank network asks only for places, wrong working only for the term', () => {
  const table = TestTable.started('mazur', 2, { asks: 'blank' });
  expect(table.seat('p1').question!.parts).toEqual(['places']);
  const debug = TestTable.started('article', 4, { asks: 'debug' });
  for (const player of ['p1', 'p2', 'p3', 'p4']) {
    const { question, truth } = debug.seat(player);
    expect(question!.parts).toEqual(['term']);
    const wrong = ['S', 'slope', 'input', 'product'].find((term) => term !== truth!.term)!;
    expect(debug.answer(player, 'term', wrong)).toMatchObject({ verdict: { outcome: 'wrong' } });
    expect(debug.answer(player, 'term', 'nonsense')).toMatchObject({ verdict: { outcome: 'unreadable' } });
    expect(debug.answer(player, 'term', truth!.term!)).toMatchObject({ verdict: { outcome: 'correct' } });
  }
});

test('whole forward pass names every unit on the way', () => {
  const table = TestTable.started('mazur', 1, { asks: 'wholeForward' });
  const { question, unit } = table.seat('p1');
  const { network } = table.session.runs['A']!;
  const name = unitName(network, unit);
  expect(question!.parts).toEqual(['u:h1', 'a:h1', 'u:h2', 'a:h2', `u:${name}`, `a:${name}`]);
});
