/**
 * Table of the degenerate questions of every preset in its first six rounds: `npm run bench -- presets`.
 *
 * `--write` puts it into docs/presets.md, where a test compares it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { degenerateTable } from './presets/degenerate.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const table = degenerateTable();
console.log(table);
if (values.write) {
  const page = join(import.meta.dirname, '../../docs/presets.md');
  const text = readFileSync(page, 'utf8').replace(/^\|[^]*\|$/mu, () => table);
  writeFileSync(page, text);
}
