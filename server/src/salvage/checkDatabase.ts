import type { Pool } from 'pg';
import type { Progress } from '../backup/copyJournal.ts';
import type { EventRow } from '../journal/readPages.ts';
import { asStartFailure, openPool } from '../journal/postgres/pool.ts';
import { type BesideLog, type CheckedSession, checkSession, type StoredRow } from './checkedSession.ts';

const EVENTS_A_PAGE = 500;

/**
 * Checks every session of a journal in a PostgreSQL database, also while servers use it. Whether the database itself is
 * whole is PostgreSQL's business.
 *
 * @throws {StartFailure} it cannot be read
 */
export async function checkDatabase(url: string, progress: Progress): Promise<CheckedSession[]> {
  const pool = openPool(url);
  try {
    const { rows } = await pool.query<StoredRow>('SELECT * FROM sessions ORDER BY created_at, id');
    const checked: CheckedSession[] = [];
    for (const row of rows) {
      checked.push(await checkSession(row, eventsOf(pool, row.id), await besideLog(pool, row.id)));
      progress(checked.length / rows.length);
    }
    return checked;
  } catch (error) {
    throw asStartFailure(error);
  } finally {
    await pool.end();
  }
}

async function* eventsOf(pool: Pool, session: string): AsyncGenerator<EventRow> {
  const sql = `SELECT seq, version, json AS value FROM events WHERE session = $1 AND seq >= $2
    ORDER BY seq LIMIT ${EVENTS_A_PAGE}`;
  for (let from = 0; ; ) {
    const { rows } = await pool.query<EventRow>(sql, [session, from]);
    yield* rows;
    if (rows.length === 0) return;
    from = rows.at(-1)!.seq + 1;
  }
}

async function besideLog(pool: Pool, session: string): Promise<BesideLog> {
  const all = async (sql: string): Promise<unknown[]> => (await pool.query(sql, [session])).rows;
  return {
    people: (await all('SELECT player, name FROM people WHERE session = $1')) as BesideLog['people'],
    texts: (await all('SELECT key, json FROM texts WHERE session = $1')) as BesideLog['texts'],
  };
}
