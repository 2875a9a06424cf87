import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Tombstones } from '../erasure/Tombstones.ts';
import { lockDataDirectory, openDataDirectory } from '../journal/dataDirectory.ts';
import { JournalFile } from '../journal/JournalFile.ts';
import { migrate } from '../journal/migrate.ts';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { StartFailure } from '../startFailure.ts';
import { keepAside, stampOf } from './backupJournal.ts';
import {
  checkJournal,
  copyJournal,
  failureFor,
  type JournalContents,
  type Progress,
  syncToDisk,
} from './copyJournal.ts';

const LOCKED_WAIT_MS = 500;
/** Files of SQLite beside a journal whose server has not ended tidily. */
const COMPANIONS = ['-wal', '-shm'];

export interface Restored extends JournalContents {
  /** Sessions of the backup that had been erased since, and have been erased again. */
  readonly erasedAgain: number;
  /** Name under which the former journal is kept; null if there was none. */
  readonly former: string | null;
}

/**
 * Puts a backup in the place of the journal in a data directory. Sessions that were erased after the backup stay erased;
 * the journal that was there is kept under another name.
 *
 * @throws {StartFailure} in a sentence for the terminal; the journal is as it was
 */
export async function restoreJournal(
  dataDirectory: string,
  backup: string,
  at: Date,
  progress: Progress,
): Promise<Restored> {
  if (!existsSync(backup)) throw new StartFailure(`There is no file ${backup}.`);
  checkJournal(backup);
  openDataDirectory(dataDirectory);
  const unlock = lockDataDirectory(dataDirectory);
  const journal = join(dataDirectory, JOURNAL_FILE);
  const copy = join(dataDirectory, 'journal.restoring');
  try {
    await copyJournal(backup, copy, progress);
    await migrate(copy, dataDirectory, LOCKED_WAIT_MS);
    const erasedAgain = eraseAgain(copy, await erasedSessions(dataDirectory, journal), at.getTime());
    const contents = checkJournal(copy);
    const former = putAside(journal, join(dataDirectory, `journal-before-restore-${stampOf(at)}.sqlite`));
    renameSync(copy, journal);
    syncToDisk(journal);
    return { ...contents, erasedAgain, former };
  } catch (error) {
    for (const file of [copy, ...COMPANIONS.map((end) => copy + end)]) rmSync(file, { force: true });
    throw failureFor(`The journal could not be restored into ${dataDirectory}`, error);
  } finally {
    unlock();
  }
}

/** Sessions that have been erased here, by the list of them and by the journal that is to be replaced. */
async function erasedSessions(dataDirectory: string, journal: string): Promise<readonly string[]> {
  const tombstones = new Tombstones(dataDirectory);
  const listed = new Set(await tombstones.all());
  for (const session of erasedIn(journal)) {
    if (!listed.has(session)) await tombstones.add(session);
    listed.add(session);
  }
  return [...listed];
}

/** Erased sessions of a journal; none if it cannot be read, as that may be the reason for restoring. */
function erasedIn(journal: string): readonly string[] {
  try {
    const file = new Database(journal, { readonly: true, fileMustExist: true });
    try {
      return file.prepare('SELECT id FROM sessions WHERE erased_at IS NOT NULL').pluck().all() as string[];
    } finally {
      file.close();
    }
  } catch {
    return [];
  }
}

function eraseAgain(path: string, sessions: readonly string[], at: number): number {
  const file = new JournalFile(path);
  try {
    const back = file.notYetErased(sessions);
    for (const session of back) {
      file.markErased(session, at);
      while (file.deleteErased(session) > 0);
    }
    if (back.length > 0) file.rewrite();
    file.emptyLog();
    return back.length;
  } finally {
    file.close();
  }
}

/** Keeps the journal under another name; also one that SQLite cannot open any more. */
function putAside(journal: string, aside: string): string | null {
  if (!existsSync(journal)) return null;
  try {
    // Takes over what only the log of commits has, and removes that.
    const file = new Database(journal, { timeout: LOCKED_WAIT_MS });
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
  } catch {
    // Damaged: its files are kept as they are.
  }
  keepAside(journal, aside);
  for (const end of COMPANIONS) if (existsSync(journal + end)) renameSync(journal + end, aside + end);
  return aside;
}
