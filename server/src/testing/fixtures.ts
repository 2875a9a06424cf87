import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';

/** Stored logs of earlier versions, one folder a version. */
export const FIXTURES = join(import.meta.dirname, '..', 'journal', 'fixtures');
/** What each of the logs beside it comes to, by its name. */
export const OUTCOMES = 'outcomes.json';

/** A log as the journal held it when it was written, and what it came to. */
export interface StoredLog {
  readonly version: number;
  readonly name: string;
  /** The `json` column of the rows, in order. */
  readonly rows: readonly string[];
  readonly outcome: Outcome;
}

export function storedLogs(): StoredLog[] {
  return readdirSync(FIXTURES).flatMap((folder) => {
    const directory = join(FIXTURES, folder);
    const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
    const outcomes = JSON.parse(read(OUTCOMES)) as Record<string, Outcome>;
    return Object.entries(outcomes).map(([name, outcome]): StoredLog => {
      const rows = read(`${name}.jsonl`).trimEnd().split('\n');
      return { version: Number(folder.slice(1)), name, rows, outcome };
    });
  });
}
