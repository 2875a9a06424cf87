import { MISTAKE_IDS } from '@relay/shared/question/question';
import { expect, test } from 'vitest';
import { CREATURES, faceOf } from './creatures';

test('creatures: no two mistakes share a board or a look', () => {
  expect(Object.keys(CREATURES).sort()).toEqual([...MISTAKE_IDS].sort());
  const boards = Object.values(CREATURES).map(({ board }) => board);
  expect(new Set(boards).size).toBe(boards.length);
  const looks = MISTAKE_IDS.map((id) => JSON.stringify([CREATURES[id].breed, faceOf(id)]));
  expect(new Set(looks).size).toBe(looks.length);
});

test('creatures: every board can be read at a glance', () => {
  for (const { board } of Object.values(CREATURES)) expect([...board].length).toBeLessThanOrEqual(6);
});
