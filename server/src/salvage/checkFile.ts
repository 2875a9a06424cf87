import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Progress } from '../backup/copyJournal.ts';
import type { EventRow } from '../journal/readPages.ts';
import { isLogMissing } from '../journal/logMissing.ts';
import { refuseOtherFile } from '../journal/refuseOtherFile.ts';
import { type BesideLog, type CheckedSession, checkSession, type StoredRow } from './checkedSession.ts';
import { inTemporaryFolder, openToRead } from './readOnly.ts';

/** Problems of the file that are named, at most. */
const MAX_PROBLEMS = 5;
/** Events read at a time, so that the file is not held open for reading all the time. */
const EVENTS_A_PAGE = 500;
/** Share of the work that the check of the pages is. */
const PAGES_SHARE = 0.5;

/** Findings of the check of a journal's file. */
export interface CheckedFile {
  /** Problems of the pages; empty if all are well. Otherwise the sessions have not been looked at. */
  readonly damage: readonly string[];
  readonly sessions: readonly CheckedSession[];
  /** True: SQLite's log of commits is missing, although its index is there. */
  readonly isLogMissing: boolean;
}

const UNREADABLE: ReadonlySet<unknown> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/**
 * Checks every page of a journal's file, and every session in it. Changes nothing.
 *
 * @throws {StartFailure} the file is no journal, or of a newer version
 */
export function checkFile(path: string, progress: Progress): Promise<CheckedFile> {
  const missing = isLogMissing(path);
  if (statSync(path).size === 0)
    return Promise.resolve({ damage: ['the file is empty'], sessions: [], isLogMissing: missing });
  return inTemporaryFolder(async (folder) => {
    let file: Database.Database | null = null;
    try {
      file = openToRead(path, folder);
      const damage = problemsOf(file);
      progress(PAGES_SHARE);
      if (damage.length > 0) return { damage, sessions: [], isLogMissing: missing };
      refuseOtherFile(file, path);
      const sessions = await checkSessions(file, progress);
      return { damage: [], sessions, isLogMissing: missing };
    } catch (error) {
      const { code, message } = error as { readonly code?: unknown; readonly message?: string };
      if (!UNREADABLE.has(code)) throw error;
      return { damage: [message ?? String(code)], sessions: [], isLogMissing: missing };
    } finally {
      file?.close();
    }
  });
}

function problemsOf(file: Database.Database): string[] {
  const found = file.prepare(`PRAGMA integrity_check(${MAX_PROBLEMS})`).pluck().all() as string[];
  return found.filter((problem) => problem !== 'ok').flatMap((problem) => problem.split('\n'));
}

async function checkSessions(file: Database.Database, progress: Progress): Promise<CheckedSession[]> {
  const rows = file.prepare('SELECT * FROM sessions ORDER BY created_at, id').all() as StoredRow[];
  const checked: CheckedSession[] = [];
  for (const row of rows) {
    checked.push(await checkSession(row, eventsOf(file, row.id), besideLog(file, row.id)));
    progress(PAGES_SHARE + ((1 - PAGES_SHARE) * checked.length) / rows.length);
  }
  return checked;
}

/** Events of a session, also from the tables of earlier versions, which had fewer columns. */
function* eventsOf(file: Database.Database, session: string): Generator<EventRow> {
  const sql = `SELECT * FROM events WHERE session = ? AND seq >= ? ORDER BY seq LIMIT ${EVENTS_A_PAGE}`;
  const page = file.prepare(sql);
  for (let from = 0; ; ) {
    const rows = page.all(session, from) as { seq: number; version?: number; json: string }[];
    for (const { seq, version = 1, json } of rows) yield { seq, version, value: json };
    if (rows.length === 0) return;
    from = rows.at(-1)!.seq + 1;
  }
}

function besideLog(file: Database.Database, session: string): BesideLog {
  const hasTexts = file.prepare("SELECT 1 FROM sqlite_master WHERE name = 'texts'").get() !== undefined;
  const all = (sql: string): unknown[] => file.prepare(sql).all(session);
  return {
    people: all('SELECT player, name FROM people WHERE session = ?') as BesideLog['people'],
    texts: hasTexts ? (all('SELECT key, json FROM texts WHERE session = ?') as BesideLog['texts']) : [],
  };
}
