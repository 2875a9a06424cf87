import { expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { publicEntries } from '../view.ts';

const counts = (table: TestTable): unknown =>
  (publicEntries(table.session, {}, 'runs/A') as Record<string, { mistakes: unknown }>)['runs/A']!.mistakes;

test('mistake counts: public from the reveal on, by number of players and without names', () => {
  const table = TestTable.started('mazur', 4);
  for (const player of ['p1', 'p2', 'p3', 'p4']) {
    const { G, delta } = table.truth(player);
    // A mistake made twice by the same player counts once.
    if (player !== 'p4') table.answer(player, 'G', String(-G));
    if (player === 'p1') table.answer(player, 'delta', String(-delta));
    if (player === 'p2') table.answer(player, 'G', String(10 * G));
    table.ace(player);
  }
  expect(counts(table)).toBeNull();
  table.next();
  expect(counts(table)).toEqual([
    { ids: ['sign'], players: 3 },
    { ids: ['slip'], players: 1 },
  ]);
  expect(JSON.stringify(counts(table))).not.toContain('p1');
  table.next(2);
  expect(counts(table)).toBeNull();
});

test('mistake counts: those of a round that is over stay by its round; a skipped round leaves none', () => {
  const table = TestTable.started('mazur', 4);
  const slip = (): void => {
    const { G, delta } = table.truth('p1');
    table.answer('p1', 'G', String(-G));
    expect(delta).not.toBe(G);
  };
  const past = (): unknown => publicEntries(table.session, {}, 'mistakes/');
  slip();
  table.next(2);
  expect(past()).toEqual({});
  table.next();
  expect(past()).toEqual({ 'mistakes/1': [{ ids: expect.arrayContaining(['sign']), players: 1 }] });
  slip();
  table.host({ type: 'skip' });
  table.next();
  expect(Object.keys(past() as object)).toEqual(['mistakes/1']);
});
