import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presetById } from '@relay/shared/network/presets';
import type { SeatReservation } from '@relay/shared/protocol';
import { DEFAULT_SETTINGS } from '@relay/shared/lesson/settings';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemRandomSource } from '../randomSource.ts';
import type { Log } from '../log.ts';
import { Erasure } from '../erasure/Erasure.ts';
import { Tombstones } from '../erasure/Tombstones.ts';
import { Metrics } from '../metrics/Metrics.ts';
import { Joins } from '../rooms/Joins.ts';
import { ForbiddenNames } from '../rooms/names/forbiddenNames.ts';
import { Sessions } from '../rooms/Sessions.ts';
import { StartFailure } from '../startFailure.ts';
import { temporaryDirectory, TestClock } from '../testing/testServer.ts';
import { JOURNAL_FILE, SqliteJournal } from './SqliteJournal.ts';

/** Journals that this server cannot open: each is refused in a sentence, and all other sessions are served. */

let directory: string;
let journal: SqliteJournal;
let said: string[];

/** Sessions over the journal; logged errors are collected in `said`, with their stacks if they have one. */
function sessions(retentionDays = 0, clock = new TestClock()): Sessions {
  const error = (details: { readonly err?: Error }, message: string): void => {
    said.push(details.err ? `${message} ${details.err.stack}` : message);
  };
  const log = { error, info: () => undefined } as unknown as Log;
  const openRoom = () => Promise.resolve({ isUnused: () => true, dispose: () => Promise.resolve() });
  const reserveSeat = () => Promise.resolve({} as SeatReservation);
  const metrics = new Metrics();
  const tombstones = new Tombstones(directory);
  const erasure = new Erasure({ journal, tombstones, clock, log, metrics, retentionDays });
  return new Sessions({
    forbiddenNames: new ForbiddenNames(),
    joins: new Joins(clock.elapsed),
    journal,
    clock,
    randomSource: systemRandomSource,
    log,
    metrics,
    erasure,
    openRoom,
    reserveSeat,
  });
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const file = presetById('swap')!;

/** A started session as the journal stores it. */
async function begun() {
  const opened = await sessions().create(file, DEFAULT_SETTINGS);
  if ('rejection' in opened) throw new Error(opened.rejection);
  return opened;
}

function inFile(sql: string, ...values: unknown[]): void {
  const database = new Database(join(directory, JOURNAL_FILE));
  database.prepare(sql).run(...values);
  database.close();
}

beforeEach(async () => {
  said = [];
  directory = temporaryDirectory();
  journal = await SqliteJournal.open(directory);
});
afterEach(async () => {
  await journal.close();
  rmSync(directory, { recursive: true, force: true });
});

const NEWER = EVENT_VERSION + 1;

test.each([
  [
    'of a newer version',
    `UPDATE events SET version = ${NEWER} WHERE session = ? AND seq = 0`,
    `its event 0 was written by a newer version of Backprop Relay (event version ${NEWER}; this one knows versions up to ${EVENT_VERSION}).`,
  ],
  [
    'of an unknown type',
    `UPDATE events SET json = '{"type":"moonRisen","at":1}' WHERE session = ? AND seq = 0`,
    'its event 0 is of the unknown type "moonRisen".',
  ],
  [
    'cut off in mid-row',
    'UPDATE events SET json = substr(json, 1, 50) WHERE session = ? AND seq = 0',
    'its event 0 is damaged.',
  ],
  [
    'without its first event',
    'DELETE FROM events WHERE session = ? AND seq = 0',
    'cannot be opened: it has no events.',
  ],
  [
    'of an impossible player',
    `INSERT INTO events (session, seq, at, type, json) VALUES (?, 1, 1, 'playerLeft', '{"type":"playerLeft","at":1,"player":"nobody"}')`,
    'its event 1 (playerLeft) does not fit the events before it',
  ],
])('a session %s is refused in one sentence, and the others open', async (_, sql, sentence) => {
  const [bad, good] = [await begun(), await begun()];
  inFile(sql, bad.roomId);
  const again = sessions();
  await again.restore();
  await again.expireIdleSessions();
  // A page of this session keeps trying to reconnect; a code that never existed is unknown.
  expect(await again.resume(bad.code, bad.sessionToken)).toEqual({ rejection: 'unavailable' });
  expect(await again.resume(bad.code, bad.sessionToken)).toEqual({ rejection: 'unavailable' });
  expect(await again.resume('000000', bad.sessionToken)).toEqual({ rejection: 'unknownCode' });
  expect(again.notOpened()).toEqual([
    { session: bad.roomId, reason: expect.stringContaining('cannot be opened') },
  ]);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`Session ${bad.roomId} cannot be opened: `);
  expect(said[0]).toContain(sentence);
  expect(said[0]).not.toMatch(/\n|\bat .+:\d+/);
  expect(again.byId(bad.roomId)).toBeUndefined();
  expect(await again.join({ code: good.code, nickname: 'Mia' })).toMatchObject({ nickname: 'Mia' });
  expect(again.byId(good.roomId)!.session.status).toBe('lobby');
});

test('catch-up with a session of a newer version: is refused in one sentence', async () => {
  const { roomId, sessionToken } = await begun();
  inFile('UPDATE events SET version = ? WHERE session = ?', NEWER, roomId);
  expect(await sessions().catchUp(sessionToken)).toEqual({ rejection: 'unavailable' });
  expect(said).toEqual([expect.stringContaining('was written by a newer version of Backprop Relay')]);
});

test('a file with tables of a newer version: is refused in one sentence and left unchanged', async () => {
  await begun();
  inFile("INSERT INTO kysely_migration VALUES ('099 everything is different', '2030-01-01')");
  const failure: unknown = await SqliteJournal.open(directory).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailure);
  expect(String(failure)).toMatch(
    /newer version of Backprop Relay: .*"099 everything is different".* choose another DATA_DIR\.$/,
  );
  inFile("DELETE FROM kysely_migration WHERE name LIKE '099%'");
  await (await SqliteJournal.open(directory)).close();
});

test('RETENTION_DAYS: a session that can never be ended is erased when it has been unused for as long', async () => {
  const { roomId, code } = await begun();
  inFile('DELETE FROM events WHERE session = ? AND seq = 0', roomId);
  const clock = new TestClock();
  const served = sessions(30, clock);
  await served.restore();
  expect(await served.join({ code, nickname: 'Mia' })).toEqual({ rejection: 'unavailable' });
  clock.at += 29 * DAY_MS;
  await served.eraseOld();
  expect(await journal.byCode(code)).toEqual({ id: roomId, ended: false });
  clock.at += 2 * DAY_MS;
  await served.eraseOld();
  expect(await journal.notYetErased([roomId])).toEqual([]);
  expect(await served.join({ code, nickname: 'Mia' })).toEqual({ rejection: 'endedCode' });
  expect(served.counts()).toEqual({ open: 0, closed: 0, unreadable: 0 });
});

test('a file with a damaged page: is refused in one sentence that says what to do, and left unchanged', async () => {
  for (let i = 0; i < 20; i++) await begun();
  await journal.close();
  const path = join(directory, JOURNAL_FILE);
  // A page in the middle of the file.
  const bytes = readFileSync(path);
  const page = 4096 * Math.floor(bytes.length / 4096 / 2);
  bytes.fill(0xa5, page, page + 4096);
  writeFileSync(path, bytes);
  const failure: unknown = await SqliteJournal.open(directory).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailure);
  expect(String(failure)).toMatch(/is damaged .* left as it is\. .*"restore"/u);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});
