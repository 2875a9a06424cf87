import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';

/** Folder of stored logs of earlier versions, one folder per version. */
export const FIXTURES = join(import.meta.dirname, '..', 'journal', 'fixtures');
/** File with the outcome of each stored log beside it, by log name. */
export const OUTCOMES = 'outcomes.json';

/** Log as the journal stored it, with its outcome. */
export interface StoredLog {
  readonly version: number;
  readonly name: string;
  /** `json` column of the rows, in order. */
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
