/** @module-tag slow */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Event } from '@relay/shared/referee/event';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { JournalStopped } from './Journal.ts';
import { JOURNAL_FILE, SqliteJournal } from './SqliteJournal.ts';

/** A disk that is locked or a thread that ends: answers wait or are refused, and nothing that was acknowledged is lost. */

/** Longer than any test on any machine. */
const HOUR_MS = 3_600_000;

let directory: string;
let journal: SqliteJournal;
/** Threads of the journals that a test has opened. */
let threads: Worker[];
const noteThread = (worker: Worker): void => void threads.push(worker);

beforeEach(async () => {
  threads = [];
  process.on('worker', noteThread);
  directory = temporaryDirectory();
  journal = await SqliteJournal.open(directory, { lockedLimitMs: HOUR_MS, restartMs: HOUR_MS });
});
afterEach(async () => {
  process.off('worker', noteThread);
  await journal.close();
  rmSync(directory, { recursive: true, force: true });
});

const left = (player: string): Event => ({ type: 'playerLeft', at: 1_000, player });
const entry = (session: string, seq: number) => ({ session, seq, events: [left(`p${seq}`)] });

/** Locks the file against other writers, as a backup program does. */
function lock(): () => void {
  const other = new Database(join(directory, JOURNAL_FILE));
  other.exec('BEGIN EXCLUSIVE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

/** Resolves after so many heartbeats of the event loop. */
function heartbeats(count: number, everyMs: number): Promise<void> {
  return new Promise((resolve) => {
    const beating = setInterval(() => {
      if (--count > 0) return;
      clearInterval(beating);
      resolve();
    }, everyMs);
  });
}

const storedIn = async (session: string) => (await journal.eventsOf(session, ['playerLeft'])).length;

test('a locked file: answers wait, the event loop does not, and all are stored in order', async () => {
  await journal.append({ session: 's', seq: 0, events: [left('p0')], opens: { code: '123456', at: 1 } });
  const unlock = lock();
  let answered = 0;
  const appending = Array.from({ length: 40 }, (_, i) =>
    journal.append(entry('s', i + 1)).finally(() => answered++),
  );
  await heartbeats(40, 10);
  expect(answered).toBe(0);
  // Reads go on meanwhile, and see all that was acknowledged.
  expect(await journal.byCode('123456')).toEqual({ id: 's', ended: false });
  expect(await storedIn('s')).toBe(1);
  await expect(journal.check(5)).rejects.toThrow('another program has kept');
  expect(answered).toBe(0);
  unlock();
  await Promise.all(appending);
  const players = (await journal.load('s'))!.events.map((event) => 'player' in event && event.player);
  expect(players).toEqual(Array.from({ length: 41 }, (_, i) => `p${i}`));
});

test('a file that stays locked: the answer is refused, and stored when it is sent again', async () => {
  await journal.close();
  journal = await SqliteJournal.open(directory, { lockedLimitMs: 100 });
  const unlock = lock();
  const refused = await journal.append(entry('s', 0)).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'SQLITE_BUSY',
    message: expect.stringContaining('locked for 0.1 s'),
  });
  unlock();
  await journal.append(entry('s', 0));
  expect(await storedIn('s')).toBe(1);
});

test('a thread that ends: refuses what it had, says so, and the next append starts another one', async () => {
  const token = { hash: 'h', owner: { role: 'player', session: 's', player: 'p0' } } as const;
  await journal.append({ ...entry('s', 0), tokens: [token] });
  const said: Error[] = [];
  journal.onStopped((error) => said.push(error));
  const unlock = lock();
  const lost = [entry('s', 1), entry('t', 0)].map((one) =>
    journal.append(one).catch((error: unknown) => error),
  );
  // Longer than entries are gathered for: the thread has them, and waits for the lock.
  await heartbeats(3, 10);
  await threads.at(-1)!.terminate();
  for (const one of lost) expect(await one).toBeInstanceOf(JournalStopped);
  expect(said).toHaveLength(1);
  // An owner that was stored is known without the file.
  expect(await journal.tokenOwner('h')).toEqual(token.owner);
  expect(threads).toHaveLength(1);
  unlock();
  await journal.append(entry('s', 1));
  expect(threads).toHaveLength(2);
  expect(await storedIn('s')).toBe(2);
  expect(await storedIn('t')).toBe(0);
});

test('a thread that ends without an answer: is not started for each append anew', async () => {
  await threads[0]!.terminate();
  const unlock = lock();
  const first = journal.append(entry('s', 0)).catch((error: unknown) => error);
  await vi.waitFor(() => expect(threads).toHaveLength(2));
  await threads[1]!.terminate();
  unlock();
  expect(await first).toBeInstanceOf(JournalStopped);
  await expect(journal.append(entry('s', 0))).rejects.toThrow("the journal's thread has just ended");
  expect(threads).toHaveLength(2);
});

test('close: stores what was accepted, and refuses what comes later', async () => {
  const unlock = lock();
  const accepted = Array.from({ length: 5 }, (_, i) => journal.append(entry('s', i)));
  const closing = journal.close();
  await heartbeats(3, 10);
  unlock();
  await Promise.all([...accepted, closing]);
  await expect(journal.append(entry('s', 5))).rejects.toThrow('the journal is closed');
  journal = await SqliteJournal.open(directory);
  expect(await storedIn('s')).toBe(5);
});
