import { expect, test } from 'vitest';
import type { Need } from './need';
import { keepStill, type Order, sortPlayers } from './order';

const player = (id: string, team: string, score: number, need: Need) => ({ id, name: id, team, score, need });
const PLAYERS = [
  player('Zoe', 'A', 100, null),
  player('Ada', 'B', 20, 'silent'),
  player('Mia', 'AA', 300, 'stuck'),
  player('Leo', 'B', 100, null),
];

test.each<[Order, string]>([
  ['need', 'Mia Ada Zoe Leo'],
  ['name', 'Ada Leo Mia Zoe'],
  ['team', 'Zoe Ada Leo Mia'],
  ['score', 'Mia Leo Zoe Ada'],
])('sortPlayers: by %s', (order, expected) => {
  expect(
    sortPlayers(PLAYERS, order)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected);
});

test('keepStill: rows keep their places, new ones follow, those that cannot be shown go', () => {
  const exists = (id: string): boolean => id !== 'gone';
  expect(keepStill(['b', 'gone', 'a'], ['a', 'new', 'b'], exists)).toEqual(['b', 'a', 'new']);
  // A player who no longer needs help stays in the filtered list until nobody points at it.
  expect(keepStill(['b', 'a'], ['a'], exists)).toEqual(['b', 'a']);
});
