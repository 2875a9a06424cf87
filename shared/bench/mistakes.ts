/**
 * Benchmark of grading with honest and with mistaken students: `npm run bench -- mistakes`.
 *
 * The students compute from displayed values, without the game's code; their answers are compared with the verdicts.
 * `--only WORD` computes the tables whose names contain the word, `--json` prints data with examples in place of tables.
 */
import { parseArgs } from 'node:util';
import { habitAndMistakeTables, summaryOf } from './students/habitsAndMistakes.ts';
import { honestTables } from './students/honestTables.ts';
import { mistakenTables } from './students/mistakenTables.ts';
import { markdownOf, tablesIn } from './students/report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    scale: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});
const since = performance.now();
const scale = Number(values.scale);
const seed = Number(values.seed);
const progress = (what: string): void => {
  process.stderr.write(`${((performance.now() - since) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
};

const isWanted = (name: string): boolean =>
  values.only.length === 0 || values.only.some((word) => name.includes(word));
const tables = habitAndMistakeTables(seed, scale, progress, values.only);
const lines = [
  ...(isWanted('honest students') ? honestTables(seed, scale, progress) : []),
  ...(isWanted('mistaken students') ? mistakenTables(seed, scale, progress) : []),
];
const all = [summaryOf(tables), ...tables];
if (values.json) console.log(JSON.stringify([...all, ...tablesIn(lines)], null, 1));
else console.log([...all.flatMap(markdownOf), ...lines].join('\n'));
if (process.env['EXAMPLES'])
  for (const { examples } of tables) for (const one of examples) progress(`  ${one}`);
progress('done');
