import type { HostRow } from '@relay/shared/referee/view';
import { hostRow } from '@relay/shared/referee/view';
import { settingsFor } from '@relay/shared/lesson/settings';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { needOf } from './need';

const rowOf = (table: TestTable, player: string): HostRow => hostRow(table.session, player)!;

test('needOf: two wrong tries at an open part are stuck; one try, or a part right in the end, is not', () => {
  const table = TestTable.started('mazur', 2);
  table.answer('p1', 'G', '98765');
  expect(needOf(rowOf(table, 'p1'), 0)).toBeNull();
  table.answer('p1', 'delta', '98765');
  expect(needOf(rowOf(table, 'p1'), 0)).toBe('stuck');
  table.ace('p1');
  expect(needOf(rowOf(table, 'p1'), 99_000)).toBeNull();
});

test('needOf: half a minute of silence counts, unless the player waits, is away or has no question', () => {
  const table = TestTable.started('mazur', 4, settingsFor('tenMinutes', { teams: 1 }));
  const [output, hidden] = ['output', 'hidden'].map((kind) =>
    Object.keys(table.session.players).find(
      (id) => (table.seat(id).unit.layer === 2) === (kind === 'output'),
    ),
  ) as [string, string];
  expect(needOf(rowOf(table, output), 29_999)).toBeNull();
  expect(needOf(rowOf(table, output), 30_000)).toBe('silent');
  expect(needOf(rowOf(table, output), null)).toBeNull();
  expect(needOf(rowOf(table, hidden), 30_000)).toBeNull();
  table.room({ type: 'playerLeft', player: output });
  expect(needOf(rowOf(table, output), 30_000)).toBeNull();
  expect(needOf(undefined, 30_000)).toBeNull();
});
