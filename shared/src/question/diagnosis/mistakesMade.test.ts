import { expect, test } from 'vitest';
import type { Mistake, MistakeId } from '../question.ts';
import { addUpCounts, countOnce, idsMade } from './mistakesMade.ts';

const mistake = (id: MistakeId, flag: Pick<Mistake, 'same' | 'also'> = {}): Mistake => ({
  id,
  place: 'f:y1',
  ...flag,
});
const made = (...mistakes: Mistake[]) => idsMade({ outcome: 'wrong', read: 1, mistakes });

test('idsMade: equals stand with the first, further mistakes alone, other explanations nowhere', () => {
  expect(made()).toEqual([]);
  expect(made(mistake('sign'), mistake('slip'))).toEqual([['sign']]);
  expect(made(mistake('slope-missing'), mistake('slip'), mistake('loss-shortcut', { same: true }))).toEqual([
    ['slope-missing', 'loss-shortcut'],
  ]);
  expect(made(mistake('slope-missing'), mistake('input-wrong', { also: true }))).toEqual([
    ['slope-missing'],
    ['input-wrong'],
  ]);
  expect(idsMade({ outcome: 'correct', read: 1 })).toEqual([]);
});

test('idsMade: no more than three are named', () => {
  const same = (['sum-mean', 'loss-factor', 'rate-applied', 'slip'] as const).map((id) =>
    mistake(id, { same: true }),
  );
  expect(made(mistake('slope-missing'), ...same)).toEqual([['slope-missing', 'sum-mean', 'loss-factor']]);
});

test('addUpCounts: a count under a mistake names everything that one of its players may have done instead', () => {
  const counts = addUpCounts([
    { ids: ['sign'], players: 2 },
    { ids: ['slope-missing', 'loss-shortcut'], players: 1 },
    { ids: ['slope-missing'], players: 3 },
  ]);
  expect(counts).toEqual([
    { ids: ['slope-missing', 'loss-shortcut'], players: 4 },
    { ids: ['sign'], players: 2 },
  ]);
});

test('countOnce: several answers with one mistake count once', () => {
  expect(countOnce([['sign'], ['sign'], ['slip']])).toEqual([
    { ids: ['sign'], players: 1 },
    { ids: ['slip'], players: 1 },
  ]);
});
