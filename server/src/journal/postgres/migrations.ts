import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Tables that only a shared database has, in order of their names; one that has been released is never edited. They are
 * counted in a table of their own, so that the two lists can grow independently.
 */
export const CLUSTER_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001 processes and holders': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('processes')
        .addColumn('name', 'text', (column) => column.primaryKey())
        // Differs at each start, so that a process notices that another one has its name.
        .addColumn('incarnation', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('holders')
        .addColumn('session', 'text', (column) => column.primaryKey())
        // Empty when no process holds the session.
        .addColumn('process', 'text', (column) => column.notNull())
        // Grows with each hold; an entry written under an earlier one is refused.
        .addColumn('epoch', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('holders_by_process').on('holders').column('process').execute();
      // Two processes cannot give the same code to two sessions.
      await db.schema
        .createIndex('unfinished_codes')
        .unique()
        .on('sessions')
        .column('code')
        .where('ended_at' as never, 'is', null)
        .execute();
    },
  },
};
