/** Statements that an entry is made of, by number: both threads know them, and a number is cheap to send. */
export const WRITES = { session: 0, event: 1, person: 2, token: 3, end: 4, text: 5 } as const;

/** SQL of the statements, in the order of their numbers. */
export const WRITE_SQL: readonly string[] = [
  'INSERT INTO sessions (id, code, created_at, ended_at, last_seen) VALUES (?, ?, ?, NULL, ?)',
  'INSERT INTO events (session, seq, at, type, json, version) VALUES (?, ?, ?, ?, ?, ?)',
  `INSERT INTO people (session, player, name) VALUES (?, ?, ?)
    ON CONFLICT (session, player) DO UPDATE SET name = excluded.name`,
  'INSERT INTO tokens (hash, session, role, player) VALUES (?, ?, ?, ?)',
  'UPDATE sessions SET ended_at = ? WHERE id = ?',
  `INSERT INTO texts (session, key, json) VALUES (?, ?, ?)
    ON CONFLICT (session, key) DO UPDATE SET json = excluded.json`,
];

/** Number of a statement, and its values. */
export type Row = readonly [statement: number, ...values: (string | number | null)[]];

/** Reason for which something was not done, as it crosses between threads. */
export interface Failure {
  readonly message: string;
  /** SQLite's code, where it has one. */
  readonly code?: string;
}

export function failureOf(error: unknown): Failure {
  const { message, code } = error as { readonly message?: string; readonly code?: unknown };
  return { message: message ?? String(error), ...(typeof code === 'string' ? { code } : {}) };
}
