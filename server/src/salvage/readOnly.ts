import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Runs some work with a folder of its own that nobody else can read, and removes it. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-check-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens a journal without changing anything. SQLite makes files beside a database even for reading, unless they are there
 * because a server uses it: so a file that no server uses is copied first.
 *
 * @param folder  place for the copy
 * @throws {Error} of SQLite or of the file system
 */
export function openToRead(path: string, folder: string): Database.Database {
  if (existsSync(`${path}-wal`) && existsSync(`${path}-shm`))
    return new Database(path, { readonly: true, fileMustExist: true });
  const copy = join(folder, 'journal.sqlite');
  // A file system that can share the bytes of both does.
  copyFileSync(path, copy, constants.COPYFILE_FICLONE);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
  return new Database(copy, { fileMustExist: true });
}
