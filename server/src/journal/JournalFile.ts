import Database, { type Statement, type Transaction } from 'better-sqlite3';
import type { UnfinishedSession } from './Journal.ts';
import type { EventRow } from './readPages.ts';
import type { TextRow } from './rows.ts';
import { PERSONAL_TABLES } from './personalData.ts';
import { type Failure, failureOf, type Row, WRITE_SQL } from './writes.ts';

/** Events read at a time, so that a long log neither holds up the answers of other sessions nor the event loop. */
const EVENTS_A_PAGE = 200;
/** Rows deleted in one commit, for the same reason. */
const DELETED_AT_ONCE = 1_000;

type Entries = readonly (readonly Row[])[];

export interface SessionRow {
  readonly id: string;
  readonly code: string;
  readonly ended_at: number | null;
  readonly last_seen: number;
}

/**
 * The journal's file with its prepared statements. WAL with synchronous FULL: a commit is on the disk when it returns.
 * Every method blocks its thread, so the server uses it in a thread of its own (`worker.ts`). Nothing waits for a lock of
 * another program here: a locked file throws at once.
 */
export class JournalFile {
  readonly #db: Database.Database;
  readonly #writes: readonly Statement[];
  readonly #reads = new Map<string, Statement>();
  readonly #all: Transaction<(entries: Entries) => void>;
  readonly #each: Transaction<(entries: Entries) => (Failure | null)[]>;

  constructor(path: string) {
    const db = new Database(path, { timeout: 0, fileMustExist: true });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // Deleted and changed data is overwritten, so that no erased name stays in the free space of the file.
    db.pragma('secure_delete = ON');
    this.#db = db;
    this.#writes = WRITE_SQL.map((sql) => db.prepare(sql));
    const write = (rows: readonly Row[]): void => {
      for (const [statement, ...values] of rows) this.#writes[statement]!.run(...values);
    };
    // Within a transaction this is a savepoint.
    const alone = db.transaction(write);
    this.#all = db.transaction((entries) => entries.forEach(write));
    this.#each = db.transaction((entries) =>
      entries.map((rows) => {
        try {
          alone(rows);
          return null;
        } catch (error) {
          // A full disk ends the whole transaction.
          if (!db.inTransaction) throw error;
          return failureOf(error);
        }
      }),
    );
  }

  /**
   * Stores entries in one commit. One that cannot be stored, for instance because another writer has used its sequence
   * number, is left out and the others are stored.
   *
   * @returns null if all were stored, otherwise for each entry why it was not
   */
  append(entries: Entries): (Failure | null)[] | null {
    try {
      this.#all.immediate(entries);
      return null;
    } catch (error) {
      if (isLocked(error)) throw error;
      return this.#each.immediate(entries);
    }
  }

  session(id: string): SessionRow | undefined {
    return this.#read(
      'SELECT id, code, ended_at, last_seen FROM sessions WHERE id = ? AND erased_at IS NULL',
    ).get(id) as SessionRow | undefined;
  }

  /** A page of a session's events from a sequence number on, in order; the last page is empty. */
  events(session: string, from: number): EventRow[] {
    const sql = `SELECT seq, version, json AS value FROM events WHERE session = ? AND seq >= ? ORDER BY seq LIMIT ${EVENTS_A_PAGE}`;
    return this.#read(sql).all(session, from) as EventRow[];
  }

  /** The same of the events of some types. */
  eventsOfTypes(session: string, types: readonly string[], from: number): EventRow[] {
    const sql = `SELECT seq, version, json AS value FROM events WHERE session = ? AND seq >= ?
      AND type IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ${EVENTS_A_PAGE}`;
    return this.#read(sql).all(session, from, JSON.stringify(types)) as EventRow[];
  }

  people(session: string): { readonly player: string; readonly name: string }[] {
    const sql = 'SELECT player, name FROM people WHERE session = ?';
    return this.#read(sql).all(session) as { player: string; name: string }[];
  }

  texts(session: string): TextRow[] {
    return this.#read('SELECT key, json FROM texts WHERE session = ?').all(session) as TextRow[];
  }

  unfinished(): UnfinishedSession[] {
    const sql = `SELECT id, code, coalesce(
        (SELECT at FROM events WHERE session = sessions.id ORDER BY seq DESC LIMIT 1), created_at
      ) AS activeAt FROM sessions WHERE ended_at IS NULL ORDER BY created_at`;
    return this.#read(sql).all() as UnfinishedSession[];
  }

  byCode(code: string): { readonly id: string; readonly ended_at: number | null } | undefined {
    const sql = 'SELECT id, ended_at FROM sessions WHERE code = ? ORDER BY created_at DESC LIMIT 1';
    return this.#read(sql).get(code) as { id: string; ended_at: number | null } | undefined;
  }

  token(hash: string): unknown {
    return this.#read('SELECT role, session, player FROM tokens WHERE hash = ?').get(hash);
  }

  /** Notes that a session is erased; from then on it is not found any more. */
  markErased(session: string, at: number): void {
    const sql = `UPDATE sessions SET ended_at = coalesce(ended_at, ?), erased_at = ?
      WHERE id = ? AND erased_at IS NULL`;
    this.#read(sql).run(at, at, session);
  }

  /**
   * Deletes some of an erased session's rows.
   *
   * @returns number of rows deleted; 0 when none is left
   */
  deleteErased(session: string): number {
    let deleted = 0;
    for (const table of PERSONAL_TABLES) {
      const sql = `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE session = ? LIMIT ?)
        AND EXISTS (SELECT 1 FROM sessions WHERE id = ? AND erased_at IS NOT NULL)`;
      deleted += this.#read(sql).run(session, DELETED_AT_ONCE - deleted, session).changes;
      if (deleted >= DELETED_AT_ONCE) break;
    }
    return deleted;
  }

  /** Writes the file anew: rows that were moved between pages leave traces of what they held, which no deletion overwrites. */
  rewrite(): void {
    this.#db.exec('VACUUM');
  }

  /**
   * Empties the log of the last commits, in which deleted rows still stand.
   *
   * @returns false while somebody reads from it
   */
  emptyLog(): boolean {
    const [{ busy }] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
    return busy === 0;
  }

  endedBefore(at: number): string[] {
    const sql = 'SELECT id FROM sessions WHERE ended_at < ? AND erased_at IS NULL ORDER BY ended_at';
    return this.#read(sql).pluck().all(at) as string[];
  }

  notYetErased(sessions: readonly string[]): string[] {
    const left = PERSONAL_TABLES.map(
      (table) => `EXISTS (SELECT 1 FROM ${table} WHERE session = sessions.id)`,
    ).join(' OR ');
    const sql = `SELECT id FROM sessions WHERE id IN (SELECT value FROM json_each(?))
      AND (erased_at IS NULL OR ${left})`;
    return this.#read(sql).pluck().all(JSON.stringify(sessions)) as string[];
  }

  seen(sessions: readonly string[], at: number): void {
    const sql = 'UPDATE sessions SET last_seen = ? WHERE id IN (SELECT value FROM json_each(?))';
    this.#read(sql).run(at, JSON.stringify(sessions));
  }

  check(at: number): void {
    this.#read('REPLACE INTO checks (id, at) VALUES (1, ?)').run(at);
  }

  /** Durability settings: `synchronous` 2 is FULL. */
  durability(): { readonly journal_mode: unknown; readonly synchronous: unknown } {
    const read = (name: string): unknown => this.#db.pragma(name, { simple: true });
    return { journal_mode: read('journal_mode'), synchronous: read('synchronous') };
  }

  close(): void {
    this.#db.close();
  }

  /** A statement, prepared at its first use. */
  #read(sql: string): Statement {
    let statement = this.#reads.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#reads.set(sql, statement);
    }
    return statement;
  }
}

/** Tells if an error means that another program holds the file. */
export function isLocked(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'));
}
