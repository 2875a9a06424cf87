import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Pool } from 'pg';
import { StartFailure } from '../../startFailure.ts';
import { MIGRATIONS } from '../migrations.ts';
import { CLUSTER_MIGRATIONS } from './migrations.ts';

const LISTS: readonly { readonly table: string; readonly migrations: Readonly<Record<string, Migration>> }[] =
  [
    { table: 'kysely_migration', migrations: MIGRATIONS },
    { table: 'cluster_migration', migrations: CLUSTER_MIGRATIONS },
  ];

/**
 * Creates the journal's tables, or brings them to today's. Several processes may start at once: they wait for each other.
 *
 * @throws {StartFailure} the database has a migration that this version does not know
 */
export async function migratePostgres(pool: Pool): Promise<void> {
  // Kysely would close a pool that it owns.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  for (const { table, migrations } of LISTS) {
    await refuseNewer(pool, table, migrations);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableName: table,
      migrationLockTableName: `${table}_lock`,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  }
}

async function refuseNewer(
  pool: Pool,
  table: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const found = await pool.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [
    table,
  ]);
  if (!found.rows[0]!.exists) return;
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM ${table} ORDER BY name`);
  const unknown = rows.find(({ name }) => !Object.hasOwn(migrations, name));
  if (!unknown) return;
  throw new StartFailure(
    `The journal in DATABASE_URL was written by a newer version of Backprop Relay: its tables have the change "${unknown.name}", ` +
      `this version knows changes up to "${Object.keys(migrations).at(-1)}"; start the newer version again or choose another database.`,
  );
}
