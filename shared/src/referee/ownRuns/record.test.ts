import { expect, test } from 'vitest';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { hostRow } from '../view.ts';

const record = ({ session }: TestTable, player: string): readonly [number, number] => {
  const { clean, misses } = hostRow(session, player)!;
  return [clean, misses];
};

test('hostRow: counts questions right at the first try, and wrong answers', () => {
  const table = TestTable.started('mazur', 2);
  table.answer('p1', 'G', '98765');
  table.answer('p1', 'G', 'no number at all');
  expect(record(table, 'p1')).toEqual([0, 1]);
  table.ace('p1');
  table.ace('p2');
  expect(record(table, 'p1')).toEqual([0, 1]);
  expect(record(table, 'p2')).toEqual([1, 0]);
  table.next(3);
  table.ace('p1');
  expect(record(table, 'p1')).toEqual([1, 1]);
  expect(record(table, 'p2')).toEqual([1, 0]);
});

test('hostRow: counts over all rounds of an own run, and starts at 0 when the class begins again', () => {
  const table = TestTable.started('swap', 1, settingsFor('homework', { rounds: 3 }));
  for (let round = 1; round <= 3; round++) {
    table.ace('p1');
    expect(record(table, 'p1')).toEqual([round, 0]);
    for (let i = 0; i < 3; i++) table.player('p1', { type: 'goOn', run: '1' });
  }
  expect(hostRow(table.session, 'p1')!.own).toEqual({ round: 3, ended: true });
  table.host({ type: 'end' });
  table.host({ type: 'playAgain' });
  expect(record(table, 'p1')).toEqual([0, 0]);
});
