import { doubleTables } from './doubles/doubleTables.ts';
import { equalTables } from './equal/equalTables.ts';
import { guessTables } from './guesses/guessTables.ts';
import { missingTables } from './missing/missingTables.ts';
import { drawPools } from './pools.ts';
import type { ReportTable } from './report.ts';
import { expressionTables } from './rough/expressionTables.ts';
import { habitTables } from './rough/habitTables.ts';
import { roughMistakenTables } from './rough/mistakenTables.ts';
import { chordTables } from './step/chordTables.ts';
import { stepTables } from './step/stepTables.ts';

/** Tables in their order: rounding habits, then wrong answers of several kinds, then updates and the lever. */
const TABLES = [
  ['rougher figures', habitTables],
  ['mistakes in rougher figures', roughMistakenTables],
  ['expressions in rougher figures', expressionTables],
  ['two mistakes at once', doubleTables],
  ['random answers', guessTables],
  ['mistakes missing from the catalogue', missingTables],
  ['equal numbers', equalTables],
  ['updates', stepTables],
  ['the lever', chordTables],
] as const;

/**
 * Tables of students with habits of rounding, and of mistakes beyond single known ones.
 *
 * @param only  words; a table is computed if its name contains one of them; empty: all tables
 */
export function habitAndMistakeTables(
  seed: number,
  scale: number,
  progress: (what: string) => void,
  only: readonly string[] = [],
): ReportTable[] {
  const wanted = TABLES.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
  if (wanted.length === 0) return [];
  const pools = drawPools(seed, scale, progress);
  return wanted.flatMap(([name, tablesOf]) => {
    const tables = tablesOf(pools, seed, scale);
    progress(name);
    return tables;
  });
}

/** Summary of all tables. */
export function summaryOf(tables: readonly ReportTable[]): ReportTable {
  const rows = tables.flatMap(({ measures = {} }) =>
    Object.entries(measures).map(([what, value]) => [
      what,
      Number.isInteger(value) ? value : value.toFixed(2),
    ]),
  );
  return { title: 'Summary', head: ['measure', 'value'], rows, examples: [] };
}
