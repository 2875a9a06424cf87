import type { MistakeCount } from '@relay/shared/question/diagnosis/mistakesMade';
import { hostRow, type HostRow } from '@relay/shared/referee/view';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { publicView } from '../../../testing/seen';
import { mistakeRounds } from './mistakeRounds';

const rowsOf = (table: TestTable): Record<string, HostRow> =>
  Object.fromEntries(Object.keys(table.session.players).map((id) => [id, hostRow(table.session, id)!]));

/** Leaves the sign of the gradient out. */
const slip = (table: TestTable, player: string): void => {
  table.answer(player, 'G', String(-table.truth(player).G));
};

test('mistakeRounds: earlier rounds and the present one, before and after its reveal', () => {
  const table = TestTable.started('mazur', 4);
  slip(table, 'p1');
  table.next(3);
  const first = mistakeRounds(publicView(table), rowsOf(table));
  expect(first.rounds).toEqual([1, 2]);
  expect(first.rows).toEqual([{ ids: expect.arrayContaining(['sign']), players: [1, 0] }]);
  slip(table, 'p1');
  slip(table, 'p2');
  const signs = { ids: expect.arrayContaining(['sign']), players: [1, 2] };
  expect(mistakeRounds(publicView(table), rowsOf(table)).rows).toEqual([signs]);
  table.next();
  expect(mistakeRounds(publicView(table), rowsOf(table)).rows).toEqual([signs]);
});

test('mistakeRounds: the most frequent mistakes of the last rounds', () => {
  const view = publicView(TestTable.started('mazur', 4));
  const counts: MistakeCount[] = [
    { ids: ['slope-missing'], players: 3 },
    { ids: ['sign'], players: 1 },
  ];
  const rounds = Array.from({ length: 12 }, (_, i) => i + 1);
  const mistakes = Object.fromEntries(rounds.map((round) => [String(round), counts]));
  const runs = Object.fromEntries(Object.entries(view.runs).map(([id, run]) => [id, { ...run, round: 13 }]));
  const shown = mistakeRounds({ ...view, runs, mistakes }, {});
  expect(shown.rounds).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
  expect(shown.rows.map(({ ids }) => ids[0])).toEqual(['slope-missing', 'sign']);
});
