import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Event } from '@relay/shared/referee/event';
import { failureFor } from '../backup/copyJournal.ts';
import { type EventRow, readWholeLog } from '../journal/readPages.ts';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { StartFailure } from '../startFailure.ts';

/** A session of a data directory, as a report needs it. */
export interface StoredForReport {
  readonly id: string;
  readonly code: string;
  readonly events: readonly Event[];
  readonly names: Readonly<Record<string, string>>;
}

interface SessionRow {
  readonly id: string;
  readonly code: string;
  readonly erased: number | null;
}

const EVENTS_A_PAGE = 500;

/**
 * Reads a session from the journal in a data directory, also while a server uses it.
 *
 * @param which  id of the session, or its code, blanks allowed; of several with one code the newest
 * @throws {StartFailure} in a sentence for the terminal
 * @throws {UnreadableLog} its log cannot be read
 */
export async function readStored(dataDirectory: string, which: string): Promise<StoredForReport> {
  const path = join(dataDirectory, JOURNAL_FILE);
  if (!existsSync(path))
    throw new StartFailure(`There is no journal in DATA_DIR (${dataDirectory}), so there is no report.`);
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    return await readFrom(db, which);
  } catch (error) {
    throw failureFor(`${path} could not be read`, error);
  } finally {
    db?.close();
  }
}

async function readFrom(db: Database.Database, which: string): Promise<StoredForReport> {
  const code = which.normalize('NFKC').replaceAll(/[\s-]/gu, '');
  const sql =
    'SELECT id, code, erased_at AS erased FROM sessions WHERE id = ? OR code = ? ORDER BY created_at DESC';
  const found = db.prepare(sql).get(which, code) as SessionRow | undefined;
  if (!found) throw new StartFailure(`There is no session with the id or code ${which} in this journal.`);
  if (found.erased !== null)
    throw new StartFailure(`Session ${which} has been erased. Nothing of it is left, so there is no report.`);
  const page = db.prepare(
    `SELECT seq, version, json AS value FROM events WHERE session = ? AND seq >= ? ORDER BY seq LIMIT ${EVENTS_A_PAGE}`,
  );
  const events = await readWholeLog(found.id, async (from) => page.all(found.id, from) as EventRow[]);
  const people = db.prepare('SELECT player, name FROM people WHERE session = ?').all(found.id) as {
    player: string;
    name: string;
  }[];
  const names = Object.fromEntries(people.map(({ player, name }) => [player, name]));
  return { id: found.id, code: found.code, events, names };
}
