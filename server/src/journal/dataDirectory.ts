import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartFailure } from '../startFailure.ts';

const LOCK_FILE = 'server.lock';

/** Creates the directory if it is missing and checks that this process may write there. */
export function openDataDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartFailure(
      `The directory DATA_DIR (${path}) cannot be written to (${reason}). Choose another one with the setting DATA_DIR.`,
    );
  }
}

/** Files of the data directory, with those that SQLite keeps beside a database, and rotated ones. */
const DATA_FILES =
  /^(?:journal\.sqlite|server\.lock|server\.log|erased-sessions)(?:-wal|-shm|-journal|\.1)?$/u;

/**
 * Lets only the owner of this process read its data: names and answers stand in them. Everything that the process creates
 * from now on, and the files that are there; the directory itself only if it is created here, since others may share it.
 *
 * @returns sentence for the terminal if others can look into the directory; null if not
 */
export function keepDataPrivate(path: string): string | null {
  process.umask(0o077);
  for (const name of readdirSync(path)) if (DATA_FILES.test(name)) chmodSync(join(path, name), 0o600);
  // Windows has no such modes.
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return null;
  return `Other users of this computer can look into DATA_DIR (${path}). The files of the server are closed to them; close the directory, too: chmod 700 ${path}`;
}

/** Tells whether a server is using the data directory. */
export function isDataDirectoryLocked(path: string): boolean {
  if (!existsSync(join(path, LOCK_FILE))) return false;
  try {
    lockDataDirectory(path)();
    return false;
  } catch (error) {
    // No server runs where the lock cannot be written.
    return error instanceof StartFailure;
  }
}

/**
 * Keeps a second server off the same sessions, by an SQLite lock on a file of its own: the operating system drops it
 * when the process ends, however that happens.
 *
 * @returns function that releases the lock
 */
export function lockDataDirectory(path: string): () => void {
  const lock = new Database(join(path, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new StartFailure(
      `Another Backprop Relay server is using DATA_DIR (${path}); stop it first or choose another one.`,
    );
  }
  return () => lock.close();
}
