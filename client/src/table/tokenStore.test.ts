import { presetById } from '@relay/shared/network/presets';
import { DEFAULT_SETTINGS } from '@relay/shared/lesson/settings';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { expect, test } from 'vitest';
import { useStorage } from '../testing/storage';
import practiceLogV1 from './fixtures/practiceLogV1.json';
import { isObject, keep, recall } from './tokenStore';
import { keepPlayer, keptPlayers } from './keptPlayers';
import { LOG_KEY, localTable } from './localTable';

const stored = useStorage();

test('kept: everything carries a version', () => {
  keep('a', [1, 2]);
  expect(JSON.parse(stored.get('a')!)).toEqual({ version: 1, value: [1, 2] });
  expect(recall('a', Array.isArray)).toEqual([1, 2]);
});

test('kept: what was kept before there were versions is read', () => {
  stored.set('relay/player/123456', '{"token":"t","player":"p","nickname":"Mia"}');
  expect(keptPlayers('123456')).toEqual([{ token: 't', player: 'p', nickname: 'Mia' }]);
});

test('kept: what a newer page kept is neither read nor written over', () => {
  const newer = '{"version":2,"value":{"token":"t","player":"p","nickname":"Mia"}}';
  stored.set('relay/player/123456', newer);
  expect(keptPlayers('123456')).toEqual([]);
  keepPlayer('123456', { token: 'u', player: 'q', nickname: 'Leo' });
  expect(stored.get('relay/player/123456')).toBe(newer);
  expect(recall('relay/player/123456', isObject)).toBeNull();
});

const opening = { id: 'practice', seed: 3, file: presetById('mazur')!, settings: DEFAULT_SETTINGS };

test('practice: a log of version 1, which carried none, goes on and is kept with today’s version', async () => {
  stored.set(LOG_KEY, JSON.stringify(practiceLogV1));
  const table = localTable(opening, () => 2_000);
  expect(stored.get(LOG_KEY)).toBe(JSON.stringify(practiceLogV1));
  expect(await table.send({ type: 'next' })).toEqual({ accepted: true });
  const kept = JSON.parse(stored.get(LOG_KEY)!) as { version: number; value: { at: number }[] };
  expect(kept.version).toBe(EVENT_VERSION);
  expect(kept.value.length).toBeGreaterThan(practiceLogV1.length);
  // The earlier events are kept with their times; none was made anew.
  expect(kept.value.slice(0, practiceLogV1.length).map(({ at }) => at)).toEqual(
    practiceLogV1.map(({ at }) => at),
  );
});

test('practice: a log of a newer version is left alone, and practice begins anew beside it', async () => {
  const newer = JSON.stringify({
    version: EVENT_VERSION + 1,
    value: [{ type: 'sessionCreated', id: 'practice' }],
  });
  stored.set(LOG_KEY, newer);
  const table = localTable(opening, () => 1_000);
  expect(await table.send({ type: 'next' })).toEqual({ accepted: true });
  expect(stored.get(LOG_KEY)).toBe(newer);
});
