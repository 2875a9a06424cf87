import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { IMPERSONAL_TABLES, PERSONAL_TABLES } from './personalData.ts';
import { JOURNAL_FILE, SqliteJournal } from './SqliteJournal.ts';

test('every table of the journal is declared: with data about people, or without', async () => {
  const directory = temporaryDirectory();
  const journal = await SqliteJournal.open(directory);
  await journal.close();
  const file = new Database(join(directory, JOURNAL_FILE), { readonly: true });
  const tables = file
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  expect(tables.filter((name) => !name.startsWith('sqlite_')).sort()).toEqual(
    [...PERSONAL_TABLES, ...Object.keys(IMPERSONAL_TABLES)].sort(),
  );
  for (const table of PERSONAL_TABLES) {
    const columns = file.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    expect(columns, table).toContain('session');
  }
  file.close();
  rmSync(directory, { recursive: true, force: true });
});
