import Database from 'better-sqlite3';
import { StartFailure } from '../startFailure.ts';
import { MIGRATIONS } from './migrations.ts';

/** Kysely's table of the migrations that a file has had. */
const MIGRATIONS_DONE = 'kysely_migration';

/**
 * Creates the journal's file, or brings it to today's tables. Runs before the server listens, on the main thread.
 *
 * @param directory  where the file is, for the message
 * @throws {StartFailure} the file is damaged, or has a migration that this version does not know
 */
export async function migrate(path: string, directory: string, lockedWaitMs: number): Promise<void> {
  const file = new Database(path, { timeout: lockedWaitMs });
  try {
    // Before anything is written: what can still be read of a damaged file must not be overwritten.
    ensureWhole(file, directory);
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    // Data that a migration takes out of a row is overwritten.
    file.pragma('secure_delete = ON');
    const done = migrationsDone(file);
    const unknown = done.find((name) => !Object.hasOwn(MIGRATIONS, name));
    if (unknown !== undefined) throw newerFile(directory, unknown);
    // Loaded only when needed: the query builder costs memory, and an ordinary start has nothing to migrate.
    if (done.length < Object.keys(MIGRATIONS).length) {
      await (await import('./runMigrations.ts')).runMigrations(file);
      // Written anew: rows that have been moved within a page leave traces of what they held.
      if (done.length > 0) file.exec('VACUUM');
    }
  } finally {
    file.close();
  }
}

/** @throws {StartFailure} pages of the file are damaged */
function ensureWhole(file: Database.Database, directory: string): void {
  let found: unknown;
  try {
    found = file.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code !== 'SQLITE_CORRUPT' && code !== 'SQLITE_NOTADB') throw error;
    found = code;
  }
  if (found === 'ok') return;
  throw new StartFailure(
    `The journal in DATA_DIR (${directory}) is damaged (${String(found).replaceAll('\n', ' ')}) and has been left as it is. ` +
      'See what can be saved with "journal check", and save it with "journal salvage NEW_FILE"; or bring back a backup with "restore", ' +
      'or choose another DATA_DIR.',
  );
}

function migrationsDone(file: Database.Database): string[] {
  const table = file.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  if (!table.get(MIGRATIONS_DONE)) return [];
  const rows = file.prepare(`SELECT name FROM ${MIGRATIONS_DONE} ORDER BY name`).all();
  return (rows as { readonly name: string }[]).map(({ name }) => name);
}

function newerFile(directory: string, unknown: string): StartFailure {
  return new StartFailure(
    `The journal in DATA_DIR (${directory}) was written by a newer version of Backprop Relay: its tables have the change "${unknown}", ` +
      `this version knows changes up to "${Object.keys(MIGRATIONS).at(-1)}"; start the newer version again or choose another DATA_DIR.`,
  );
}
