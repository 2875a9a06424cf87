/**
 * Benchmark of grading with honest and with mistaken students: `npm run bench -- mistakes`.
 *
 * The students compute from displayed values, without the game's code; their answers are compared with the verdicts.
 */
import { parseArgs } from 'node:util';
import { honestTables } from './students/honestTables.ts';
import { mistakenTables } from './students/mistakenTables.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, scale: { type: 'string', default: '1' } },
});
const since = performance.now();
const scale = Number(values.scale);
const seed = Number(values.seed);
const progress = (what: string): void => {
  process.stderr.write(`${((performance.now() - since) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
};

console.log(honestTables(seed, scale, progress).join('\n'));
console.log(mistakenTables(seed, scale, progress).join('\n'));
progress('done');
