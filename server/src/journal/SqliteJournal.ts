import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { readLog, UnreadableLog } from '@relay/shared/referee/versions/readLog';
import { EVENT_VERSION, namesInAllVersions } from '@relay/shared/referee/versions/upcast';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StartFailure } from '../startFailure.ts';
import type { Entry, Journal, TokenOwner, StoredSession } from './Journal.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';

export const JOURNAL_FILE = 'journal.sqlite';

/** Wait for a file locked by another program, ms: short, because all sessions stop meanwhile. */
const LOCKED_WAIT_MS = 500;

/** Columns of a `StoredEvent`. */
const STORED_EVENT = ['seq', 'version', 'json as value'] as const;

/** Journal in one SQLite file. WAL with synchronous FULL: a commit is on the disk when it returns. */
export class SqliteJournal implements Journal {
  readonly #db: Kysely<Tables>;
  readonly #file: Database.Database;

  private constructor(db: Kysely<Tables>, file: Database.Database) {
    this.#db = db;
    this.#file = file;
  }

  static async open(directory: string): Promise<SqliteJournal> {
    const file = new Database(join(directory, JOURNAL_FILE), { timeout: LOCKED_WAIT_MS });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
    await refuseNewerFile(db, directory);
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error) {
      await db.destroy();
      throw error;
    }
    return new SqliteJournal(db, file);
  }

  async append({ session, seq, events, opens, people, tokens, endsAt }: Entry): Promise<void> {
    const rows = events.map((event, i) => ({
      session,
      seq: seq + i,
      at: event.at,
      type: event.type,
      json: JSON.stringify(event),
      version: EVENT_VERSION,
    }));
    await this.#db.transaction().execute(async (db) => {
      if (opens) {
        const times = { created_at: opens.at, ended_at: null, last_seen: opens.at };
        await db
          .insertInto('sessions')
          .values({ id: session, code: opens.code, ...times })
          .execute();
      }
      // One statement per row: it is prepared once, and a large round cannot exceed SQLite's limit on bound values.
      for (const row of rows) await db.insertInto('events').values(row).execute();
      for (const person of people ?? [])
        await db
          .insertInto('people')
          .values({ session, ...person })
          .onConflict((known) => known.columns(['session', 'player']).doUpdateSet({ name: person.name }))
          .execute();
      for (const { hash, owner } of tokens ?? [])
        await db
          .insertInto('tokens')
          .values({ hash, ...owner })
          .execute();
      if (endsAt !== undefined) {
        await db.updateTable('sessions').set({ ended_at: endsAt }).where('id', '=', session).execute();
      }
    });
  }

  async load(session: string): Promise<StoredSession | undefined> {
    const found = await this.#db
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', session)
      .executeTakeFirst();
    if (!found) return undefined;
    const rows = await this.#db
      .selectFrom('events')
      .select(STORED_EVENT)
      .where('session', '=', session)
      .orderBy('seq')
      .execute();
    const gap = rows.findIndex((row, i) => row.seq !== i);
    if (gap >= 0)
      throw new UnreadableLog(`Session ${session} cannot be opened: its event ${gap} is missing.`);
    const people = await this.#db.selectFrom('people').selectAll().where('session', '=', session).execute();
    return {
      id: found.id,
      code: found.code,
      events: readLog(session, rows),
      names: Object.fromEntries(people.map(({ player, name }) => [player, name])),
      lastSeen: found.last_seen,
    };
  }

  async eventsOf(session: string, types: readonly Event['type'][]): Promise<readonly Event[]> {
    const rows = await this.#db
      .selectFrom('events')
      .select(STORED_EVENT)
      .where('session', '=', session)
      .where('type', 'in', namesInAllVersions(types))
      .orderBy('seq')
      .execute();
    return readLog(session, rows);
  }

  async unfinished(): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('sessions')
      .select('id')
      .where('ended_at', 'is', null)
      .orderBy('created_at')
      .execute();
    return rows.map(({ id }) => id);
  }

  async byCode(code: string): Promise<{ id: string; ended: boolean } | undefined> {
    const row = await this.#db
      .selectFrom('sessions')
      .select(['id', 'ended_at'])
      .where('code', '=', code)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && { id: row.id, ended: row.ended_at !== null };
  }

  async tokenOwner(hash: string): Promise<TokenOwner | undefined> {
    const row = await this.#db
      .selectFrom('tokens')
      .select(['role', 'session', 'player'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row as TokenOwner | undefined;
  }

  async seen(sessions: readonly string[], at: number): Promise<void> {
    if (sessions.length === 0) return;
    await this.#db.updateTable('sessions').set({ last_seen: at }).where('id', 'in', sessions).execute();
  }

  async check(at: number): Promise<void> {
    await this.#db.replaceInto('checks').values({ id: 1, at }).execute();
  }

  /** Durability settings of the file: `synchronous` 2 is FULL. */
  durability(): { journal_mode: unknown; synchronous: unknown } {
    const read = (name: string): unknown => this.#file.pragma(name, { simple: true });
    return { journal_mode: read('journal_mode'), synchronous: read('synchronous') };
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

/** Kysely's table of the migrations that a file has had. */
const MIGRATIONS_DONE = 'kysely_migration';

/** @throws {StartFailure} the file has a migration that this version does not know */
async function refuseNewerFile(db: Kysely<Tables>, directory: string): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === MIGRATIONS_DONE)) return;
  const done = await db
    .withTables<{ [MIGRATIONS_DONE]: { readonly name: string } }>()
    .selectFrom(MIGRATIONS_DONE)
    .select('name')
    .execute();
  const unknown = done.find(({ name }) => !Object.hasOwn(MIGRATIONS, name));
  if (!unknown) return;
  await db.destroy();
  throw new StartFailure(
    `The journal in DATA_DIR (${directory}) was written by a newer version of Backprop Relay: its tables have the change "${unknown.name}", ` +
      `this version knows changes up to "${Object.keys(MIGRATIONS).at(-1)}"; start the newer version again or choose another DATA_DIR.`,
  );
}
