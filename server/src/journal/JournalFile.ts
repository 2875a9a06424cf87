import Database, { type Statement, type Transaction } from 'better-sqlite3';
import type { UnfinishedSession } from './Journal.ts';
import type { EventRow } from './readPages.ts';
import { type Failure, failureOf, type Row, WRITE_SQL } from './writes.ts';

/** Events read at a time, so that a long log neither holds up the answers of other sessions nor the event loop. */
const EVENTS_A_PAGE = 200;

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
    return this.#read('SELECT id, code, ended_at, last_seen FROM sessions WHERE id = ?').get(id) as
      | SessionRow
      | undefined;
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
