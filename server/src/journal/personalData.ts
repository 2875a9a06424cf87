/**
 * Tables with data about people, or with text that people have typed. Each has a column `session`; erasing a session
 * deletes its rows from all of them. A test holds every table of the journal against these two lists.
 */
export const PERSONAL_TABLES = ['people', 'texts', 'tokens', 'events'] as const;

/** All other tables, each with what it holds. */
export const IMPERSONAL_TABLES: Readonly<Record<string, string>> = {
  sessions: 'id, code and times; no name',
  checks: 'the time of the last check that the file can be written',
  kysely_migration: 'changes of the tables that the file has had',
  kysely_migration_lock: 'whether the tables are being changed',
};
