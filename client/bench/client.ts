/**
 * Benchmark of the pages: `npm run bench -- client`.
 *
 * Bytes by audience, times on a slow phone and of a whole class behind one access point, and what drawing costs. `--only NAME` runs one section, more than once for several; `--runs N`
 * repeats what is timed, 3 by default; `--json` prints figures in place of tables.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bytes } from './bytes.ts';
import { classroom } from './classroom.ts';
import { frames } from './frames.ts';
import { slowPhone } from './slowPhone.ts';
import type { Section } from './support/section.ts';

/** Sections, in the order in which they are shown. */
const SECTIONS: readonly Section[] = [bytes, slowPhone, classroom, frames];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const chosen = SECTIONS.filter(({ name }) => options.only?.includes(name) ?? true);
if (chosen.length === 0) {
  console.error(`There is no such section: ${SECTIONS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const figures: Record<string, unknown> = {};
for (const section of chosen) {
  const load = loadavg()[0]!.toFixed(1);
  const result = await section.run({ runs: Number(options.runs) });
  figures[section.name] = { load, ...result.figures };
  if (!options.json) {
    console.log(`\n## ${section.title} (load average before it: ${load}, ${availableParallelism()} cores)\n`);
    console.log(result.text);
  }
}
if (options.json) console.log(JSON.stringify(figures, null, 2));
