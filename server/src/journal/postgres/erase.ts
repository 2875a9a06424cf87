import type { Pool } from 'pg';
import { PERSONAL_TABLES } from '../personalData.ts';
import { inTransaction } from './pool.ts';

/** Rows deleted in one commit, so that answers of other sessions are stored in between. */
const DELETED_AT_ONCE = 1_000;

/**
 * Erases a session. Its holder, if there is one, cannot write it any more. PostgreSQL overwrites what is deleted when it
 * needs the space (autovacuum), and its log of changes later still.
 */
export async function eraseSession(pool: Pool, session: string, at: number): Promise<void> {
  await inTransaction(pool, async (client) => {
    const sql = `UPDATE sessions SET ended_at = coalesce(ended_at, $1), erased_at = $1
      WHERE id = $2 AND erased_at IS NULL`;
    await client.query('DELETE FROM holders WHERE session = $1', [session]);
    await client.query(sql, [at, session]);
  });
  for (const table of PERSONAL_TABLES) {
    const some = `SELECT ctid FROM ${table} WHERE session = $1 LIMIT ${DELETED_AT_ONCE}`;
    const sql = `DELETE FROM ${table} WHERE ctid IN (${some})
      AND EXISTS (SELECT 1 FROM sessions WHERE id = $1 AND erased_at IS NOT NULL)`;
    while (((await pool.query(sql, [session])).rowCount ?? 0) > 0);
  }
}

/** Those of these sessions that are there and not erased, or not wholly. */
export async function notYetErased(pool: Pool, sessions: readonly string[]): Promise<string[]> {
  const left = PERSONAL_TABLES.map(
    (table) => `EXISTS (SELECT 1 FROM ${table} WHERE session = sessions.id)`,
  ).join(' OR ');
  const sql = `SELECT id FROM sessions WHERE id = ANY($1) AND (erased_at IS NULL OR ${left})`;
  return (await pool.query<{ id: string }>(sql, [sessions])).rows.map(({ id }) => id);
}
