import { WIRE_VERSION } from '@relay/shared/protocol/version';
import type { PlayerView } from '@relay/shared/referee/view';
import { EMPTY_VIEW } from '@relay/shared/referee/view/entries';
import { expect, test } from 'vitest';
import { useStorage } from '../testing/storage';
import { forgetResult, isReadable, keepResult, keptResult, keptResults } from './keptResults';

const stored = useStorage();

const DAY_MS = 86_400_000;
const at = 1_800_000_000_000;
const result = (player: string, since = 0) => ({
  code: '123456',
  player,
  nickname: 'Mia',
  at: at + since,
  score: 1_240,
  view: EMPTY_VIEW,
  mine: { player, score: 1_240 } as PlayerView,
});

test('results: are kept by player, the newest first, until they are forgotten', () => {
  keepResult(result('p1'));
  keepResult(result('p2', 1));
  expect(keptResults(at + 1).map(({ player }) => player)).toEqual(['p2', 'p1']);
  expect(keptResult('123456', 'p1')).toEqual({ ...result('p1'), wire: WIRE_VERSION });
  forgetResult('123456', 'p1');
  expect(keptResults(at + 1).map(({ player }) => player)).toEqual(['p2']);
});

test('results: the oldest give way to new ones, and go after some months', () => {
  for (let i = 0; i < 12; i++) keepResult(result(`p${i}`, i));
  expect(keptResults(at + 12)).toHaveLength(8);
  expect(keptResult('123456', 'p3')).toBeNull();
  expect(keptResults(at + 100 * DAY_MS)).toEqual([]);
  expect(stored.size).toBe(0);
});

test('a result of another version: is known, and not shown whole', () => {
  keepResult(result('p1'));
  const [key] = [...stored.keys()];
  stored.set(key!, stored.get(key!)!.replace(`"wire":${WIRE_VERSION}`, `"wire":${WIRE_VERSION - 1}`));
  expect(isReadable(keptResult('123456', 'p1')!)).toBe(false);
  stored.set(key!, '{"version":1,"value":{"code":"123456"}}');
  expect(keptResult('123456', 'p1')).toBeNull();
});
