import type { Event } from '@relay/shared/referee/event';
import { namesInAllVersions } from '@relay/shared/referee/versions/upcast';
import type { Pool } from 'pg';
import { GroupCommit } from '../GroupCommit.ts';
import {
  type Entry,
  type Journal,
  NotHolder,
  type StoredSession,
  type TokenOwner,
  type UnfinishedSession,
} from '../Journal.ts';
import { type EventRow, readPages, readWholeLog } from '../readPages.ts';
import { rowsOf, type TextRow, textsIn } from '../rows.ts';
import { TokenOwners } from '../TokenOwners.ts';
import { eraseSession, notYetErased } from './erase.ts';
import { migratePostgres } from './migrate.ts';
import { asStartFailure, openPool } from './pool.ts';
import { type Lease, PostgresHolders } from './PostgresHolders.ts';
import { type HeldEntry, storeEntries } from './storeEntries.ts';

/** Events read at a time. */
const EVENTS_A_PAGE = 500;
const EVENTS = 'SELECT seq, version, json AS value FROM events WHERE session = $1 AND seq >= $2';
const PAGE = `ORDER BY seq LIMIT ${EVENTS_A_PAGE}`;

/**
 * Journal in a PostgreSQL database, which several processes may share: each session has one holder at a time, and only
 * its entries are stored (decision 34). Entries of all sessions of a process that arrive while a commit runs share the
 * next one. While the database is away everything is refused at once, and may be tried again.
 */
export class PostgresJournal implements Journal {
  readonly holders: PostgresHolders;
  readonly #pool: Pool;
  readonly #commits: GroupCommit<HeldEntry>;
  readonly #owners = new TokenOwners();

  private constructor(pool: Pool, process: string, lease: Partial<Lease>) {
    this.#pool = pool;
    this.holders = new PostgresHolders(pool, process, lease);
    this.#commits = new GroupCommit((entries) => storeEntries(pool, process, entries));
  }

  /**
   * Opens the database, creating its tables if they are missing.
   *
   * @param process  name that no other process on this database has
   * @throws {StartFailure} it cannot be opened
   */
  static async open(url: string, process: string, lease: Partial<Lease> = {}): Promise<PostgresJournal> {
    const pool = openPool(url);
    try {
      await migrated(url);
      const journal = new PostgresJournal(pool, process, lease);
      await journal.holders.register();
      return journal;
    } catch (error) {
      await pool.end();
      throw asStartFailure(error);
    }
  }

  /** Calls the listener when the database stops answering; requests are refused until it is back. */
  onStopped(listener: (error: Error) => void): void {
    this.holders.onAway = listener;
  }

  async append(entry: Entry): Promise<void> {
    const { session, opens, tokens = [] } = entry;
    const epoch = opens ? null : this.holders.epochOf(session);
    if (epoch === undefined) throw new NotHolder(session);
    try {
      await this.#commits.append({ session, epoch, rows: rowsOf(entry) });
    } catch (error) {
      if (error instanceof NotHolder) this.holders.lose(session);
      throw error;
    }
    if (opens) this.holders.noteNew(session);
    for (const token of tokens) this.#owners.remember(token);
  }

  async load(id: string): Promise<StoredSession | undefined> {
    const found = await this.#one<{ code: string; last_seen: number }>(
      'SELECT code, last_seen FROM sessions WHERE id = $1 AND erased_at IS NULL',
      id,
    );
    if (!found) return undefined;
    const events = await readWholeLog(id, (from) => this.#rows<EventRow>(`${EVENTS} ${PAGE}`, id, from));
    const people = await this.#rows<{ player: string; name: string }>(
      'SELECT player, name FROM people WHERE session = $1',
      id,
    );
    const names = Object.fromEntries(people.map(({ player, name }) => [player, name]));
    const texts = textsIn(await this.#rows<TextRow>('SELECT key, json FROM texts WHERE session = $1', id));
    return { id, code: found.code, events, names, texts, lastSeen: found.last_seen };
  }

  eventsOf(session: string, types: readonly Event['type'][]): Promise<readonly Event[]> {
    const names = namesInAllVersions(types);
    const sql = `${EVENTS} AND type = ANY($3) ${PAGE}`;
    return readPages(session, (from) => this.#rows<EventRow>(sql, session, from, names));
  }

  unfinished(): Promise<readonly UnfinishedSession[]> {
    return this.#rows<UnfinishedSession>(`SELECT id, code, coalesce(
        (SELECT at FROM events WHERE session = sessions.id ORDER BY seq DESC LIMIT 1), created_at
      ) AS "activeAt" FROM sessions WHERE ended_at IS NULL ORDER BY created_at`);
  }

  async byCode(code: string): Promise<{ id: string; ended: boolean } | undefined> {
    const sql = 'SELECT id, ended_at FROM sessions WHERE code = $1 ORDER BY created_at DESC LIMIT 1';
    const row = await this.#one<{ id: string; ended_at: number | null }>(sql, code);
    return row && { id: row.id, ended: row.ended_at !== null };
  }

  async tokenOwner(hash: string): Promise<TokenOwner | undefined> {
    const known = this.#owners.get(hash);
    if (known) return known;
    const owner = await this.#one<TokenOwner>(
      'SELECT role, session, player FROM tokens WHERE hash = $1',
      hash,
    );
    if (owner) this.#owners.remember({ hash, owner });
    return owner;
  }

  async erase(session: string, at: number): Promise<void> {
    this.#owners.forget(session);
    await eraseSession(this.#pool, session, at);
    // One may have been looked up meanwhile.
    this.#owners.forget(session);
  }

  async endedBefore(at: number): Promise<readonly string[]> {
    const sql = 'SELECT id FROM sessions WHERE ended_at < $1 AND erased_at IS NULL ORDER BY ended_at';
    return (await this.#rows<{ id: string }>(sql, at)).map(({ id }) => id);
  }

  notYetErased(sessions: readonly string[]): Promise<readonly string[]> {
    return notYetErased(this.#pool, sessions);
  }

  async seen(sessions: readonly string[], at: number): Promise<void> {
    if (sessions.length === 0) return;
    await this.#rows('UPDATE sessions SET last_seen = $1 WHERE id = ANY($2)', at, sessions);
  }

  async check(at: number): Promise<void> {
    await this.#rows(
      'INSERT INTO checks (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
      at,
    );
  }

  /** Setting of the database that says when a commit is acknowledged: `on` is after it is on the disk. */
  async durability(): Promise<string> {
    const row = await this.#one<{ synchronous_commit: string }>('SHOW synchronous_commit');
    return row!.synchronous_commit;
  }

  /** Stores what was accepted, gives the sessions back and closes the connections. */
  async close(): Promise<void> {
    await this.#commits.settled();
    // A database that is away learns from the lease that this process has gone.
    await this.holders.close().catch(() => undefined);
    if (!this.#pool.ending) await this.#pool.end();
  }

  async #rows<Result>(sql: string, ...values: unknown[]): Promise<Result[]> {
    return (await this.#pool.query(sql, values)).rows as Result[];
  }

  async #one<Result>(sql: string, ...values: unknown[]): Promise<Result | undefined> {
    return (await this.#rows<Result>(sql, ...values))[0];
  }
}

async function migrated(url: string): Promise<void> {
  const pool = openPool(url, true);
  try {
    await migratePostgres(pool);
  } finally {
    await pool.end();
  }
}
