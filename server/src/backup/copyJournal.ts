import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuseOtherFile } from '../journal/refuseOtherFile.ts';
import { StartFailure } from '../startFailure.ts';

/** Pages copied at a time; between two times the progress is shown. */
const PAGES_A_STEP = 100;

/** Share that has been copied, 0 to 1. */
export type Progress = (share: number) => void;

/** Contents of a journal, for people. */
export interface JournalContents {
  readonly sessions: number;
  readonly events: number;
}

/** Error of the file system or of SQLite in a sentence for the terminal. */
export function failureFor(what: string, error: unknown): unknown {
  const { code } = error as { readonly code?: unknown };
  if (error instanceof StartFailure || typeof code !== 'string') return error;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return new StartFailure(`${what}: there is no room left on the disk (${code}).`);
  return new StartFailure(`${what} (${code}).`);
}

/**
 * Copies a journal as it is at this moment, also while a server writes it, into a new file that only its owner can read.
 *
 * @throws {StartFailure} in a sentence for the terminal; nothing is left of the copy
 */
export async function copyJournal(from: string, to: string, progress: Progress): Promise<void> {
  let source: Database.Database | null = null;
  try {
    rmSync(to, { force: true });
    writeFileSync(to, '', { mode: 0o600, flag: 'wx' });
    source = new Database(from, { readonly: true, fileMustExist: true });
    // A transaction that only reads: without it each commit of a server would begin the copy anew.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return PAGES_A_STEP;
      },
    });
    progress(1);
    inOneFile(to);
    syncToDisk(to);
  } catch (error) {
    rmSync(to, { force: true });
    throw failureFor(`${from} could not be copied`, error);
  } finally {
    source?.close();
  }
}

/** Ends a copy's log of commits, which would be a second file. */
function inOneFile(path: string): void {
  const file = new Database(path);
  file.pragma('journal_mode = DELETE');
  file.close();
}

/** Resolves what the system keeps in memory of a file and of its name in the directory. */
export function syncToDisk(path: string): void {
  for (const one of [path, dirname(path)]) {
    const handle = openSync(one, 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}

/**
 * Checks a file: that it is whole, and a journal that this version can read.
 *
 * @throws {StartFailure} in a sentence for the terminal
 */
export function checkJournal(path: string): JournalContents {
  let file: Database.Database | null = null;
  try {
    file = new Database(path, { readonly: true, fileMustExist: true });
    const problems = file.pragma('integrity_check(3)') as readonly { readonly integrity_check: string }[];
    if (problems[0]?.integrity_check !== 'ok')
      throw new StartFailure(
        `${path} is damaged: ${problems.map(({ integrity_check }) => integrity_check).join('; ')}.`,
      );
    refuseOtherFile(file, path);
    const count = (table: string): number =>
      file!.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    return { sessions: count('sessions'), events: count('events') };
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'SQLITE_NOTADB') throw new StartFailure(`${path} is not a journal of Backprop Relay.`);
    if (code === 'SQLITE_CORRUPT') throw new StartFailure(`${path} is damaged.`);
    throw failureFor(`${path} cannot be read`, error);
  } finally {
    file?.close();
  }
}
