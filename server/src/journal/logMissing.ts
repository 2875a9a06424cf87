import { existsSync } from 'node:fs';

/** Tells if a server ended without closing a file, and its log of commits is gone: what stood in it is lost. */
export function isLogMissing(path: string): boolean {
  return existsSync(`${path}-shm`) && !existsSync(`${path}-wal`);
}

/** Sentence about it for the terminal and the log. */
export const LOG_MISSING =
  'The file "-wal" beside the journal is missing, although a server ended without closing the journal: the answers of the last minutes before that may be lost.';
