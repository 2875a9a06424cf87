import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { PERSONAL_TABLES } from '../journal/personalData.ts';
import { moveTextsOut } from '../journal/moveTextsOut.ts';
import type { EventRow } from '../journal/readPages.ts';
import type { FoundRow } from './foundRow.ts';

/** A session's own row. */
export interface SessionValues {
  readonly id: string;
  readonly code: string;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly last_seen: number;
  readonly erased_at: number | null;
}

/** Rows are seldom there twice, where pages were being moved; of a session the one that was served last is right. */
const INSERTS: Readonly<Record<FoundRow['table'], string>> = {
  sessions: `INSERT INTO sessions (id, code, created_at, ended_at, last_seen, erased_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, last_seen = excluded.last_seen,
      erased_at = coalesce(excluded.erased_at, erased_at) WHERE excluded.last_seen >= last_seen`,
  events: 'INSERT OR IGNORE INTO events (session, seq, at, type, json, version) VALUES (?, ?, ?, ?, ?, ?)',
  people: 'INSERT OR IGNORE INTO people (session, player, name) VALUES (?, ?, ?)',
  texts: 'INSERT OR IGNORE INTO texts (session, key, json) VALUES (?, ?, ?)',
  tokens: 'INSERT OR IGNORE INTO tokens (hash, session, role, player) VALUES (?, ?, ?, ?)',
};

type Inserts = Readonly<Record<FoundRow['table'], Database.Statement>>;

/** New file that a journal is salvaged into. It has today's tables, and nothing is kept in it but what a session needs. */
export class SalvageFile {
  readonly #db: Database.Database;
  readonly #inserts: Inserts;

  /** @param path  file that has been migrated */
  constructor(path: string) {
    this.#db = new Database(path, { fileMustExist: true });
    // Nothing is lost if the machine fails meanwhile: the file is not yet in use.
    this.#db.pragma('journal_mode = DELETE');
    this.#db.pragma('synchronous = OFF');
    const prepared = Object.entries(INSERTS).map(([table, sql]) => [table, this.#db.prepare(sql)]);
    this.#inserts = Object.fromEntries(prepared) as Inserts;
  }

  /** Does some work in one transaction. */
  together(work: () => void): void {
    this.#db.transaction(work)();
  }

  add({ table, values }: FoundRow): void {
    this.#inserts[table].run(...values);
  }

  session(id: string): SessionValues | undefined {
    return this.#db.prepare('SELECT * FROM sessions WHERE id = ?').get(id) as SessionValues | undefined;
  }

  sessionIds(): string[] {
    return this.#db.prepare('SELECT id FROM sessions ORDER BY created_at, id').pluck().all() as string[];
  }

  codes(): string[] {
    return this.#db.prepare('SELECT code FROM sessions').pluck().all() as string[];
  }

  events(session: string): IterableIterator<EventRow> {
    const sql = 'SELECT seq, version, json AS value FROM events WHERE session = ? ORDER BY seq';
    return this.#db.prepare(sql).iterate(session) as IterableIterator<EventRow>;
  }

  /** Players of a session who have a row of their own in a table. */
  playersIn(table: 'people' | 'tokens', session: string): ReadonlySet<string> {
    const sql = `SELECT player FROM ${table} WHERE session = ? AND player IS NOT NULL`;
    return new Set(this.#db.prepare(sql).pluck().all(session) as string[]);
  }

  hasHost(session: string): boolean {
    const sql = "SELECT count(*) FROM tokens WHERE session = ? AND role = 'host'";
    return this.#db.prepare(sql).pluck().get(session) !== 0;
  }

  /** Deletes a session's events from a number on. */
  cutOff(session: string, from: number): void {
    this.#db.prepare('DELETE FROM events WHERE session = ? AND seq >= ?').run(session, from);
  }

  setEnd(session: string, endedAt: number): void {
    this.#db.prepare('UPDATE sessions SET ended_at = ? WHERE id = ?').run(endedAt, session);
  }

  /** Deletes all that people have left in a session. */
  deletePersonal(session: string): void {
    for (const table of PERSONAL_TABLES)
      this.#db.prepare(`DELETE FROM ${table} WHERE session = ?`).run(session);
  }

  deleteSession(session: string): void {
    this.deletePersonal(session);
    this.#db.prepare('DELETE FROM sessions WHERE id = ?').run(session);
  }

  /** Deletes rows of sessions that are not in the file. */
  deleteStrays(): void {
    for (const table of PERSONAL_TABLES)
      this.#db.exec(`DELETE FROM ${table} WHERE session NOT IN (SELECT id FROM sessions)`);
  }

  /** Brings events of earlier versions to today's place for typed texts, and writes the file without its gaps. */
  async finish(): Promise<void> {
    // The connection stays this class' own.
    await moveTextsOut(new Kysely<unknown>({ dialect: new SqliteDialect({ database: this.#db }) }));
    this.#db.exec('VACUUM');
  }

  close(): void {
    this.#db.close();
  }
}
