import type Database from 'better-sqlite3';
import { StartFailure } from '../startFailure.ts';
import { MIGRATIONS } from './migrations.ts';

/** Refuses an SQLite file that is not a journal, or one of a newer version. @throws {StartFailure} */
export function refuseOtherFile(file: Database.Database, path: string): void {
  const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  if (!['kysely_migration', 'sessions', 'events'].every((name) => tables.includes(name)))
    throw new StartFailure(`${path} is not a journal of Backprop Relay.`);
  const done = file.prepare('SELECT name FROM kysely_migration').pluck().all() as string[];
  const unknown = done.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown !== undefined)
    throw new StartFailure(
      `${path} was written by a newer version of Backprop Relay (its tables have the change "${unknown}"); use that version.`,
    );
}
