import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLog } from '../log.ts';
import { Metrics } from '../metrics/Metrics.ts';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { hashOfToken } from '../rooms/token.ts';
import {
  createSession,
  joinSession,
  openTestServer,
  post,
  TestClock,
  temporaryDirectory,
  type TestServer,
} from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';
import { Erasure } from './Erasure.ts';
import { Tombstones, TOMBSTONES_FILE } from './Tombstones.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Texts that are nowhere else, so that they can be looked for in files. */
const NAME = 'Wilhelmina';
const TYPED = '0612345678 Jansen';

let server: TestServer;

/** Bytes of all files of a directory, as one text. */
function bytesIn(directory: string): string {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(directory, name), 'latin1'))
    .join('\n');
}

/** A session in which a player has typed something, with its pages. */
async function played(name = NAME, raw = TYPED) {
  const { code, roomId, sessionToken, projectorToken } = await createSession(server.url);
  const host = await TestClient.enter(server.url, code, sessionToken);
  const { resumeToken, seat, player } = await joinSession(server.url, code, name);
  const page = await TestClient.take(server.url, seat);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(page.mine?.seat).toBeTruthy());
  const answer = {
    type: 'submitAnswer',
    answerId: 'answer-1',
    run: 'A',
    round: 1,
    part: 'places',
    raw,
  } as const;
  expect(await page.say(answer)).toMatchObject({ accepted: true });
  const erase = () => post(`${server.url}/api/erase`, { code, token: sessionToken });
  return { code, roomId, sessionToken, projectorToken, resumeToken, player, host, page, erase };
}

beforeEach(async () => {
  server = await openTestServer({ RETENTION_DAYS: '30' });
});
afterEach(() => server.close());

test('erase: names, typed text and tokens are gone from the files, and pages are let go', async () => {
  const one = await played();
  const other = await played('Ludmilla', '0611111111 Kowalski');
  expect(await one.erase()).toMatchObject({ status: 409, body: { rejection: 'notEnded' } });
  await one.host.say({ type: 'end' });
  const wanted = [NAME, TYPED, one.player, hashOfToken(one.sessionToken), hashOfToken(one.resumeToken)];
  for (const text of wanted) expect(bytesIn(server.directory)).toContain(text);

  expect(await one.erase()).toEqual({ status: 200, body: { erased: true } });
  for (const text of wanted) expect(bytesIn(server.directory)).not.toContain(text);
  await vi.waitFor(() => expect([one.host.closed, one.page.closed].includes(null)).toBe(false));
  for (const token of [one.sessionToken, one.projectorToken, one.resumeToken])
    expect(await post(`${server.url}/api/resume`, { code: one.code, token })).toMatchObject({
      status: 410,
      body: { rejection: 'endedCode' },
    });
  expect(await post(`${server.url}/api/join`, { code: one.code, nickname: 'Leo' })).toMatchObject({
    status: 410,
  });
  // A request whose reply was lost, sent again.
  expect(await one.erase()).toMatchObject({ status: 403, body: { rejection: 'unknownToken' } });

  // Everybody else is as before.
  expect(bytesIn(server.directory)).toContain('Ludmilla');
  expect(await other.host.say({ type: 'pause' })).toEqual({ accepted: true });
  expect(other.page.closed).toBeNull();
});

test('erase: only a host’s token erases', async () => {
  const { code, host, resumeToken, projectorToken } = await played();
  await host.say({ type: 'end' });
  for (const token of [resumeToken, projectorToken, 'f'.repeat(32)])
    expect(await post(`${server.url}/api/erase`, { code, token })).toMatchObject({ status: 403 });
  expect(bytesIn(server.directory)).toContain(NAME);
});

test('RETENTION_DAYS: sessions that ended longer ago are erased once a day, others stay', async () => {
  const one = await played();
  const unfinished = await played('Ludmilla');
  await one.host.say({ type: 'end' });
  await server.app.sessions.eraseOld();
  server.clock.at += 29 * DAY_MS;
  await server.app.sessions.eraseOld();
  expect(bytesIn(server.directory)).toContain(NAME);
  server.clock.at += 2 * DAY_MS;
  await server.app.sessions.eraseOld();
  expect(bytesIn(server.directory)).not.toContain(NAME);
  expect(bytesIn(server.directory)).toContain('Ludmilla');
  expect(await server.events(unfinished.roomId)).not.toEqual([]);
  expect(readFileSync(join(server.directory, TOMBSTONES_FILE), 'utf8')).toBe(`${one.roomId}\n`);
});

test('an erased session that a backup has brought back: is erased at the start', async () => {
  const directory = temporaryDirectory();
  const journal = await SqliteJournal.open(directory);
  const joined: Event = { type: 'playerJoined', at: 1, player: 'p', run: null };
  for (const [session, name] of [
    ['back', NAME],
    ['kept', 'Ludmilla'],
  ] as const) {
    const people = [{ player: 'p', name }];
    await journal.append({ session, seq: 0, events: [joined], opens: { code: '123456', at: 1 }, people });
  }
  await journal.close();
  appendFileSync(join(directory, TOMBSTONES_FILE), 'back\nnever-known\n');

  const again = await SqliteJournal.open(directory);
  const erasure = new Erasure({
    journal: again,
    tombstones: new Tombstones(directory),
    clock: new TestClock(),
    log: openLog({ DATA_DIR: directory, LOG_LEVEL: 'silent' }),
    metrics: new Metrics(),
    retentionDays: 0,
  });
  await erasure.repeat();
  expect((await again.unfinished()).map(({ id }) => id)).toEqual(['kept']);
  expect(await again.load('back')).toBeUndefined();
  expect((await again.load('kept'))!.names).toEqual({ p: 'Ludmilla' });
  expect(await again.notYetErased(['back', 'never-known'])).toEqual([]);
  await again.close();
  expect(bytesIn(directory)).not.toContain(NAME);
  rmSync(directory, { recursive: true, force: true });
});
