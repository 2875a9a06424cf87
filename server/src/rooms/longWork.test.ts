import { rmSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '@relay/shared/lesson/settings';
import type { NetworkFile } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import type { Settings } from '@relay/shared/referee/session/settings';
import { largeNetwork } from '@relay/shared/testing/largeNetwork';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { openLog } from '../log.ts';
import { Metrics } from '../metrics/Metrics.ts';
import { TestClock, temporaryDirectory } from '../testing/testServer.ts';
import { LiveSession } from './LiveSession.ts';
import { press } from '../testing/press.ts';

let directory: string;
let journal: SqliteJournal;
beforeEach(async () => {
  directory = temporaryDirectory();
  journal = await SqliteJournal.open(directory);
});
afterEach(async () => {
  await journal.close();
  rmSync(directory, { recursive: true, force: true });
});

const host = { role: 'host' } as const;

async function started(id: string, file: NetworkFile, settings: Partial<Settings>, players: number) {
  const log = openLog({ DATA_DIR: directory, LOG_LEVEL: 'silent' });
  const desk = { journal, clock: new TestClock(), log, metrics: new Metrics() };
  const create = { type: 'createSession', id, seed: 7, file, settings: { ...DEFAULT_SETTINGS, ...settings } };
  const live = await LiveSession.create(desk, id, create as Parameters<typeof LiveSession.create>[2], []);
  for (let i = 0; i < players; i++) await live.join(`p${i}`, `P${i}`, `${id}${i}`);
  expect(await press(live, { type: 'start' })).toEqual({ accepted: true });
  return live;
}

test('a long training: other sessions are served meanwhile, its own commands wait', async () => {
  const teams = { teams: 4, teamSamples: 'different' } as const;
  const long = await started('long', largeNetwork([12, 12, 12, 12, 12, 12, 12], 4), teams, 4);
  const neighbour = await started('neighbour', presetById('swap')!, {}, 1);
  await press(long, { type: 'next' });
  await press(long, { type: 'next' });

  const order: string[] = [];
  let turns = 0;
  const count = (): void => {
    turns++;
    if (!order.includes('trained')) setImmediate(count);
  };
  const noted = (what: string) => (reply: { readonly accepted: boolean }) => {
    expect(reply.accepted).toBe(true);
    order.push(what);
  };
  const training = press(long, { type: 'trainMachine', steps: 1_000 }).then(noted('trained'));
  const after = long.submit({ type: 'lock', locked: true }, host).then(noted('locked'));
  count();
  const answer = {
    type: 'submitAnswer',
    answerId: 'answer-1',
    run: 'A',
    round: 1,
    part: 'places',
    raw: 'o:x1',
  };
  for (let i = 0; i < 3; i++) {
    const one = { ...answer, answerId: `answer-${i}`, raw: `o:x${i}` } as never;
    await neighbour.submit(one, { role: 'player', player: 'p0' }).then(noted('answered'));
  }
  await Promise.all([training, after]);
  expect(order).toEqual(['answered', 'answered', 'answered', 'trained', 'locked']);
  expect(turns).toBeGreaterThan(5);
});
