import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { fold } from '@relay/shared/referee/evolve';
import { readLog } from '@relay/shared/referee/versions/readLog';
import Database from 'better-sqlite3';
import { JOURNAL_FILE, SqliteJournal } from '../journal/SqliteJournal.ts';
import { storedLogs } from './fixtures.ts';

/** A journal with a session of every kind, and copies of it that tests damage. */

/** Bytes of a page of the file. */
const PAGE = 4_096;
/** Events of a session that are written together. */
const EVENTS_A_TURN = 20;

/** A session as it was stored. */
interface StoredOriginal {
  readonly id: string;
  readonly code: string;
  readonly events: readonly Event[];
  readonly isEnded: boolean;
}

export interface JournalCopies {
  readonly originals: readonly StoredOriginal[];
  /** A journal as a killed server leaves it: with its log of commits. */
  readonly left: string;
  /** The same with all commits in the file. */
  readonly tidy: string;
}

/** Writes the recorded sessions into a journal in a directory, and copies it. */
export async function makeJournalCopies(directory: string): Promise<JournalCopies> {
  const data = join(directory, 'data');
  mkdirSync(data);
  const logs = storedLogs();
  const version = Math.max(...logs.map((log) => log.version));
  const originals = logs
    .filter((log) => log.version === version)
    .map(({ name, rows }, i): StoredOriginal => {
      const stored = rows.map((value, seq) => ({ seq, version, value }));
      const events = readLog(name, stored);
      return { id: name, code: String(100_000 + i), events, isEnded: fold(events).status === 'ended' };
    });
  const journal = await SqliteJournal.open(data);
  // In turns, as sessions of a day are: a page has rows of several.
  for (let seq = 0; originals.some(({ events }) => seq < events.length); seq += EVENTS_A_TURN)
    for (const one of originals) await appendTurn(journal, one, seq);
  const [left, tidy] = [join(directory, 'left.sqlite'), join(directory, 'tidy.sqlite')];
  copyJournalFiles(join(data, JOURNAL_FILE), left);
  await journal.close();
  copyJournalFiles(join(data, JOURNAL_FILE), tidy);
  return { originals, left, tidy };
}

/** Appends a turn of a session's events, with those who join in it. */
async function appendTurn(journal: SqliteJournal, one: StoredOriginal, seq: number): Promise<void> {
  const { id: session, code, events, isEnded } = one;
  const some = events.slice(seq, seq + EVENTS_A_TURN);
  if (some.length === 0) return;
  const players = some.flatMap((event) => (event.type === 'playerJoined' ? event.player : []));
  const host = { hash: sha256(session), owner: { role: 'host', session, player: null } as const };
  const devices = players.map((player) => ({
    hash: sha256(`${session} ${player}`),
    owner: { role: 'player', session, player } as const,
  }));
  await journal.append({
    session,
    seq,
    events: some,
    ...(seq === 0 && { opens: { code, at: 1 } }),
    people: players.map((player) => ({ player, name: `${player} of ${session}` })),
    texts: players.map((player) => ({ key: `${player}/A/S`, text: 'no "number"' })),
    tokens: seq === 0 ? [host, ...devices] : devices,
    ...(seq + EVENTS_A_TURN >= events.length && isEnded && { endsAt: 5 }),
  });
}

const sha256 = (what: string | Buffer): string => createHash('sha256').update(what).digest('hex');

/** Copies a journal's file with those that SQLite keeps beside it. */
export function copyJournalFiles(from: string, to: string): void {
  for (const end of ['', '-wal', '-shm']) if (existsSync(from + end)) copyFileSync(from + end, to + end);
}

/** Names of the files in a folder, each with a hash of its bytes. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, sha256(readFileSync(join(folder, name)))]));
}

/** Changes something in a journal behind the server's back. */
export function inJournal(path: string, sql: string, ...values: unknown[]): void {
  const database = new Database(path);
  database.prepare(sql).run(...values);
  database.close();
}

export const pagesIn = (path: string): number => Math.floor(readFileSync(path).length / PAGE);

/** Overwrites pages of a file, counted from 0. */
export function overwritePages(path: string, pages: readonly number[], byte: () => number): void {
  const bytes = readFileSync(path);
  for (const page of pages) for (let i = 0; i < PAGE; i++) bytes[page * PAGE + i] = byte();
  writeFileSync(path, bytes);
}

/** Pseudo-random bytes (Numerical Recipes' generator). */
export function randomBytesFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
}
