import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { moveTextsOut } from './moveTextsOut.ts';

/** Migrations of the tables, in order of their names; one that has been released is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001 sessions, events, people, tokens': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('last_seen', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('sessions_by_code').on('sessions').column('code').execute();
      await db.schema
        .createTable('events')
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('json', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('events_key', ['session', 'seq'])
        .execute();
      await db.schema
        .createTable('people')
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('player', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('people_key', ['session', 'player'])
        .execute();
      await db.schema
        .createTable('tokens')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('player', 'text')
        .execute();
      await db.schema
        .createTable('checks')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  /** Rows from before this migration are of version 1. */
  '002 the version of an event': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('events')
        .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
        .execute();
    },
  },
  /** Set when everything about people is deleted; the session's id, code and times stay. */
  '003 erased sessions': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('sessions').addColumn('erased_at', 'bigint').execute();
    },
  },
  /** Typed text leaves the events, where versions up to 3 had it. */
  '004 typed texts': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('texts')
        .addColumn('session', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('json', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('texts_key', ['session', 'key'])
        .execute();
      await moveTextsOut(db);
    },
  },
};
