import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const TOMBSTONES_FILE = 'erased-sessions';

/**
 * List of the sessions that have been erased, in a file of its own beside the journal: a backup made before an erasure
 * still has the session, and whoever restores it needs to know. Holds ids only, one a line.
 */
export class Tombstones {
  readonly #path: string;

  constructor(directory: string) {
    this.#path = join(directory, TOMBSTONES_FILE);
  }

  /** Adds a session. What has been added survives a power cut. */
  async add(session: string): Promise<void> {
    const file = await open(this.#path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND, 0o600);
    try {
      await file.write(`${session}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async all(): Promise<readonly string[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return [...new Set(text.split('\n').filter((line) => line !== ''))];
  }
}
