import { Pool, type PoolClient, types } from 'pg';
import { StartFailure } from '../../startFailure.ts';

/** Wait for a connection, ms. */
const CONNECT_WITHIN_MS = 3_000;
/** Time after which a statement without an answer counts as lost, and its connection is given up, ms. */
const ANSWER_WITHIN_MS = 5_000;
/** Time after which PostgreSQL ends a transaction whose process has been stopped, ms: others may wait for its locks. */
const IDLE_WITHIN_MS = 3_000;
const MAX_CONNECTIONS = 8;

// Times and sequence numbers are far below 2^53.
types.setTypeParser(types.builtins.INT8, Number);

/** Limits on statements. */
const LIMITS = {
  query_timeout: ANSWER_WITHIN_MS,
  statement_timeout: ANSWER_WITHIN_MS,
  lock_timeout: IDLE_WITHIN_MS,
  idle_in_transaction_session_timeout: IDLE_WITHIN_MS,
};

/**
 * Connections to the database. A broken one is replaced by the next request.
 *
 * @param isPatient  true for changes of the tables, which may take long, and wait for another process that makes them
 */
export function openPool(url: string, isPatient = false): Pool {
  const pool = new Pool({
    ...(isPatient ? {} : LIMITS),
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    // A commit is on the disk when it is acknowledged, whatever the database was set to.
    options: '-c synchronous_commit=on',
    application_name: 'backprop-relay',
  });
  // A connection that ends while nobody uses it: the next request opens another one.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs `work` in one transaction. A connection on which it failed is closed unless PostgreSQL has rolled it back. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let isWhole = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    isWhole = true;
    return result;
  } catch (error) {
    if (isOfPostgres(error))
      isWhole = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(!isWhole);
  }
}

/** Tells if an error has a code of PostgreSQL, so that its connection still answers. */
function isOfPostgres(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/u.test(code);
}

const SENTENCES: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL refuses the user or the password in DATABASE_URL. Correct the setting.',
  '28000':
    'PostgreSQL refuses the user in DATABASE_URL. Correct the setting, or allow the user in pg_hba.conf.',
  '3D000': 'The database in DATABASE_URL does not exist. Create it with createdb, or correct the setting.',
  '42501': 'The user in DATABASE_URL may not create tables. Make it the owner of its database.',
  '53300': 'PostgreSQL has no free connection for DATABASE_URL. Raise its max_connections.',
};

/** Sentence for a database that cannot be opened at the start. Never contains the address: a password is in it. */
export function asStartFailure(error: unknown): StartFailure {
  if (error instanceof StartFailure) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: string };
  const known = SENTENCES[String(code)];
  if (known) return new StartFailure(known);
  const reason = typeof code === 'string' ? code : (message ?? 'no reason given');
  return new StartFailure(
    `PostgreSQL cannot be reached at the address in DATABASE_URL (${reason}). Is it running, and is the setting right?`,
  );
}
