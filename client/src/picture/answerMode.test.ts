import { rightAnswer } from '@relay/shared/testing/answers';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { seenBy } from '../testing/seen';
import { extraQuestionSeat, answerModeOf, withExtraLane } from './answerMode';
import { roundFacts } from './roundFacts';

/** Mazur's 2-2-2: p1 is h1, p2 y1, p3 h2, p4 y2. */
function started(settings: object = {}): TestTable {
  return TestTable.started('mazur', 4, { style: 'relay', ...settings });
}
const modeOf = (table: TestTable, player: string, isAside = false) =>
  answerModeOf(seenBy(table, player).seat, isAside, false);
const askExtraQuestion = (table: TestTable, player: string) =>
  table.player(player, { type: 'askExtraQuestion', run: 'A', round: 1 });
const close = (table: TestTable) => {
  table.at += 90_001;
  table.room({ type: 'tick' });
};

test('a waiting player prepares own places, then waits; the whole question opens with the turn', () => {
  const table = started();
  expect([modeOf(table, 'p1'), modeOf(table, 'p2')]).toEqual(['own', 'work']);
  table.answer('p1', 'own', 'x');
  expect(modeOf(table, 'p1')).toBe('own');
  table.answer('p1', 'own', rightAnswer(table.seat('p1').truth!, 'own'));
  expect(modeOf(table, 'p1')).toBe('wait');
  for (const player of ['p2', 'p4']) table.ace(player);
  table.at += 1;
  table.room({ type: 'tick' });
  expect([modeOf(table, 'p1'), modeOf(table, 'p3')]).toEqual(['work', 'work']);
});

test('a waiting player without help has no own places to prepare', () => {
  expect(modeOf(started({ help: 'blank' }), 'p1')).toBe('wait');
});

test('an extra question is shown to a waiting player, unless put aside, until the turn', () => {
  const table = started();
  askExtraQuestion(table, 'p1');
  expect([modeOf(table, 'p1'), modeOf(table, 'p1', true)]).toEqual(['extra', 'own']);
  close(table);
  expect(modeOf(table, 'p1')).toBe('work');
  table.ace('p1');
  expect([modeOf(table, 'p1'), modeOf(table, 'p1', true)]).toEqual(['extra', 'work']);
});

test('a player who was too late may have an extra question', () => {
  const table = started();
  close(table);
  expect(modeOf(table, 'p2')).toBe('work');
  askExtraQuestion(table, 'p2');
  expect(modeOf(table, 'p2')).toBe('extra');
});

test('a waiting player has nothing to answer in the forward phase', () => {
  const table = started({ asksFor: 'both' });
  expect([modeOf(table, 'p1'), modeOf(table, 'p2')]).toEqual(['work', 'wait']);
});

test.each(['backward', 'both'] as const)('%s: an extra question is shown with its own numbers', (asksFor) => {
  const table = TestTable.started('swap', 4, { style: 'relay', asksFor });
  const waits = asksFor === 'both' ? 'p2' : 'p1';
  askExtraQuestion(table, waits);
  const { seat, view } = seenBy(table, waits);
  const extraQuestion = seat.extraQuestion!;
  const asked = extraQuestionSeat(seat, extraQuestion);
  expect(asked).toMatchObject({
    unit: extraQuestion.unit,
    edge: extraQuestion.edge,
    kind: extraQuestion.kind,
    parts: ['extra'],
  });
  const facts = roundFacts(withExtraLane(view, 'A', extraQuestion), 'A', asked.lane)!;
  expect(facts.sample.x).toEqual(extraQuestion.x);
  // A sum that is asked for is a secret, and inputs that are in no data have no target.
  expect(facts.pass.sums.flat().every(Number.isNaN)).toBe(asksFor === 'both');
  expect(facts.sample.t.every(Number.isNaN)).toBe(asksFor === 'both');
  expect(roundFacts(view, 'A', seat.lane)!.sample.x).toEqual(table.session.data[0]!.x);
});

test('an extra question is shown after the own deadline, also when only the clock has passed it', () => {
  const table = TestTable.started('mazur', 4, { outputMs: 90_000, hiddenMs: 120_000 });
  const seat = () => seenBy(table, 'p2').seat;
  expect(seat().unit).toBe('y1');
  expect(answerModeOf(seat(), false, false)).toBe('work');
  expect(answerModeOf(seat(), false, true)).toBe('work');
  table.at += 90_001;
  table.player('p2', { type: 'askExtraQuestion', run: 'A', round: 1 });
  expect(answerModeOf(seat(), false, true)).toBe('extra');
  expect(answerModeOf(seat(), true, true)).toBe('work');
  expect(answerModeOf(seat(), false, false)).toBe('work');
});
