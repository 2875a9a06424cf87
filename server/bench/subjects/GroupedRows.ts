import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Rows of a rival's journal: as durable as ours, those that arrive in one turn of the loop in one commit. */
export class GroupedRows {
  readonly #file: Database.Database;
  readonly #insert: Database.Statement;
  #waiting: { readonly json: string; readonly done: () => void }[] = [];

  constructor(directory: string) {
    this.#file = new Database(join(directory, 'rows.sqlite'));
    this.#file.pragma('journal_mode = WAL');
    this.#file.pragma('synchronous = FULL');
    this.#file.exec('CREATE TABLE rows (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL)');
    this.#insert = this.#file.prepare('INSERT INTO rows (at, json) VALUES (?, ?)');
  }

  /** Resolves once the row is on the disk. */
  append(row: object): Promise<void> {
    return new Promise((done) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commit());
      this.#waiting.push({ json: JSON.stringify(row), done });
    });
  }

  #commit(): void {
    const rows = this.#waiting;
    this.#waiting = [];
    this.#file.transaction(() => {
      for (const { json } of rows) this.#insert.run(Date.now(), json);
    })();
    for (const { done } of rows) done();
  }
}
