import type { Pool, PoolClient } from 'pg';
import { JournalStopped, NotHolder } from '../Journal.ts';
import { type Row, WRITE_SQL } from '../writes.ts';
import { inTransaction } from './pool.ts';

/** Rows in one statement, at most: PostgreSQL takes 65,535 values. */
const MAX_ROWS = 1_000;

/** Rows of an entry, with the right to write them. */
export interface HeldEntry {
  readonly session: string;
  /** Of this process' hold on the session; null for a new one. */
  readonly epoch: number | null;
  readonly rows: readonly Row[];
}

type Outcome = Error | null;

/**
 * Stores entries in one commit. An entry whose session another process has taken over, or that cannot be stored, is left
 * out and the others are stored.
 *
 * @returns null if all were stored, otherwise for each entry why it was not
 * @throws {JournalStopped} the connection broke, so that it is not known whether they were stored
 */
export async function storeEntries(
  pool: Pool,
  process: string,
  entries: readonly HeldEntry[],
): Promise<readonly Outcome[] | null> {
  try {
    return await inTransaction(pool, (client) => storeHeld(client, process, entries));
  } catch (error) {
    if (!isRefused(error)) throw new JournalStopped('the database did not answer', { cause: error });
    if (entries.length === 1) return [refusalOf(error)];
    const outcomes: Outcome[] = [];
    for (const entry of entries) outcomes.push((await storeEntries(pool, process, [entry]))?.[0] ?? null);
    return outcomes;
  }
}

async function storeHeld(
  client: PoolClient,
  process: string,
  entries: readonly HeldEntry[],
): Promise<readonly Outcome[] | null> {
  const epochs = await lockedEpochs(client, entries);
  const isMine = ({ session, epoch }: HeldEntry): boolean => epoch === null || epochs.get(session) === epoch;
  const mine = entries.filter(isMine);
  for (const { session, epoch } of mine) {
    if (epoch !== null) continue;
    await client.query('INSERT INTO holders (session, process, epoch) VALUES ($1, $2, 1)', [
      session,
      process,
    ]);
  }
  for (const statement of WRITE_SQL.keys()) {
    const rows = mine.flatMap((entry) => entry.rows.filter(([number]) => number === statement));
    await write(client, statement, rows);
  }
  if (mine.length === entries.length) return null;
  return entries.map((entry) => (isMine(entry) ? null : new NotHolder(entry.session)));
}

/** Epochs of the entries' sessions. Until the end of the transaction no other process can take them over. */
async function lockedEpochs(
  client: PoolClient,
  entries: readonly HeldEntry[],
): Promise<ReadonlyMap<string, number>> {
  const sessions = entries.flatMap(({ session, epoch }) => (epoch === null ? [] : [session]));
  if (sessions.length === 0) return new Map();
  const sql = 'SELECT session, epoch FROM holders WHERE session = ANY($1) FOR SHARE';
  const { rows } = await client.query<{ session: string; epoch: number }>(sql, [sessions]);
  return new Map(rows.map(({ session, epoch }) => [session, epoch]));
}

/** Runs one of `WRITE_SQL` for these rows; an insert takes many at a time. */
async function write(client: PoolClient, statement: number, all: readonly Row[]): Promise<void> {
  const sql = WRITE_SQL[statement]!;
  const { tuple, conflict } = /VALUES (?<tuple>\([^()]*\))(?<conflict>.*)$/su.exec(sql)?.groups ?? {};
  const atOnce = tuple === undefined ? 1 : MAX_ROWS;
  const rows = conflict ? lastOfEach(all) : all;
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const many = tuple === undefined ? sql : sql.replace(tuple, () => some.map(() => tuple).join(', '));
    await client.query(
      numbered(many),
      some.flatMap(([, ...values]) => values),
    );
  }
}

/** Last row of each key, which is the first two values: one statement cannot change a row twice. */
function lastOfEach(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row.slice(1, 3)), row])).values()];
}

function numbered(sql: string): string {
  let last = 0;
  return sql.replaceAll('?', () => `$${++last}`);
}

/** Tells if PostgreSQL has refused the data, as opposed to not having answered: classes 22 and 23 of its codes. */
function isRefused(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^2[23]/u.test(code) && code.length === 5;
}

/**
 * A sequence number that is taken, by a process that holds the session, is taken by an entry of its own: one whose answer
 * never came.
 */
function refusalOf(error: unknown): Error {
  const { constraint } = error as { readonly constraint?: unknown };
  if (constraint !== 'events_key') return error as Error;
  return new JournalStopped('the sequence number is taken', { cause: error });
}
