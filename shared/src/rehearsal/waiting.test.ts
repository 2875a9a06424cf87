import { expect, test } from 'vitest';
import { outputLayer } from '../maths/network.ts';
import { TestTable } from '../testing/table.ts';
import { waitingIn } from './waiting.ts';

/** Four players; each is done so many seconds after the round opened, null: never. The reveal comes after 60. */
function round(table: TestTable, doneAfter: readonly (number | null)[]): void {
  const openedAt = table.at;
  const order = doneAfter
    .map((seconds, i) => ({ player: `p${i + 1}`, seconds }))
    .filter(({ seconds }) => seconds !== null)
    .sort((a, b) => a.seconds! - b.seconds!);
  for (const { player, seconds } of order) {
    table.at = openedAt + seconds! * 1_000;
    table.ace(player);
  }
  table.at = openedAt + 60_000;
  table.next(3);
}

test('each waits from its last part until the reveal, by kind of seat', () => {
  const table = TestTable.started('mazur', 4);
  const players = ['p1', 'p2', 'p3', 'p4'];
  const isOutput = (player: string) =>
    table.seat(player).unit.layer === outputLayer(table.session.runs['A']!.network);
  // Output seats are done after 20 and 30 s, of the hidden ones only one, after 50.
  const seconds = { output: [20, 30] as (number | null)[], hidden: [50, null] as (number | null)[] };
  round(
    table,
    players.map((player) => seconds[isOutput(player) ? 'output' : 'hidden'].shift()!),
  );
  expect(waitingIn(table.log)).toEqual([
    { kind: 'output', asked: 2, done: 2, meanMs: 35_000, medianMs: 35_000, longestMs: 40_000 },
    { kind: 'hidden', asked: 2, done: 1, meanMs: 10_000, medianMs: 10_000, longestMs: 10_000 },
    { kind: 'all', asked: 4, done: 3, meanMs: 80_000 / 3, medianMs: 30_000, longestMs: 40_000 },
  ]);
});

test('rounds add up; one that has not been revealed does not count; nor do people without a question', () => {
  const table = TestTable.started('mazur', 1);
  round(table, [10]);
  round(table, [30]);
  table.ace('p1');
  table.host({ type: 'end' });
  expect(waitingIn(table.log).at(-1)).toMatchObject({ asked: 2, done: 2, meanMs: 40_000, longestMs: 50_000 });
});

test('a question is done when its tries are used up, too', () => {
  const table = TestTable.started('mazur', 1);
  const { parts } = table.seat('p1').question!;
  for (const part of parts) {
    for (let i = 0; i < 5; i++) table.answer('p1', part, part === 'places' ? 'o:x1' : String(-999 - i));
  }
  table.at += 7_000;
  table.next();
  expect(waitingIn(table.log).at(-1)).toMatchObject({ done: 1, longestMs: 7_000 });
});

test('where nobody was done there is nothing to tell', () => {
  const table = TestTable.started('mazur', 1);
  table.next();
  expect(waitingIn(table.log).at(-1)).toEqual({
    kind: 'all',
    asked: 1,
    done: 0,
    meanMs: null,
    medianMs: null,
    longestMs: null,
  });
  expect(waitingIn([])).toHaveLength(3);
});
