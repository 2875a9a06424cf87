import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Entry } from '../../src/journal/Journal.ts';
import { JournalFile } from '../../src/journal/JournalFile.ts';
import { rowsOf } from '../../src/journal/rows.ts';
import { JOURNAL_FILE, SqliteJournal } from '../../src/journal/SqliteJournal.ts';

export interface Writer {
  append(entry: Entry): Promise<void>;
  close(): Promise<void> | void;
}

/** Path of a new file with the journal's tables, for the ways that write on the main thread. */
async function newFile(directory: string): Promise<string> {
  await (await SqliteJournal.open(directory)).close();
  return join(directory, JOURNAL_FILE);
}

async function commitPerRow(directory: string): Promise<Writer> {
  const file = new JournalFile(await newFile(directory));
  return { append: async (entry) => void file.append([rowsOf(entry)]), close: () => file.close() };
}

async function queryBuilderPerRow(directory: string): Promise<Writer> {
  const database = new Database(await newFile(directory));
  database.pragma('synchronous = FULL');
  const db = new Kysely<{ events: Record<string, string | number> }>({
    dialect: new SqliteDialect({ database }),
  });
  const append = ({ session, seq, events }: Entry): Promise<void> => {
    const rows = events.map((event, i) => {
      const json = JSON.stringify(event);
      return { session, seq: seq + i, at: event.at, type: event.type, json, version: 1 };
    });
    return db.transaction().execute(async (within) => {
      for (const row of rows) await within.insertInto('events').values(row).execute();
    });
  };
  return { append, close: () => db.destroy() };
}

/** One commit for the rows of a turn of the event loop. */
async function commitPerTurn(directory: string): Promise<Writer> {
  const file = new JournalFile(await newFile(directory));
  let waiting: { readonly entry: Entry; readonly done: () => void }[] = [];
  const commit = (): void => {
    const batch = waiting;
    waiting = [];
    file.append(batch.map(({ entry }) => rowsOf(entry)));
    for (const { done } of batch) done();
  };
  const append = (entry: Entry): Promise<void> =>
    new Promise((done) => {
      if (waiting.push({ entry, done }) === 1) setImmediate(commit);
    });
  return { append, close: () => file.close() };
}

/** Ways to write, each into a new file in a directory. */
export const WRITERS: Readonly<Record<string, (directory: string) => Promise<Writer>>> = {
  'ours: a thread, grouped': (directory) => SqliteJournal.open(directory),
  'main thread, a commit a row, query builder (as before)': queryBuilderPerRow,
  'main thread, a commit a row': commitPerRow,
  'main thread, grouped by setImmediate': commitPerTurn,
};
