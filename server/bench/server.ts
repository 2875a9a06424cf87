/**
 * Load benchmark of the server, whole rounds beside servers that only reply: `npm run bench -- server`.
 *
 * Two processes of raw sockets play on a server in a process of its own: players join at once, the host starts, everyone
 * answers within a second, right and with one answer that completes the question; then reveal, update and the next
 * round. Subjects and layouts take turns in one run; medians.
 *
 * `--quick` smaller layouts, one run · `--runs N` · `--layout 25x40` · `--subject ours` (both more than once) ·
 * `--json` figures in place of tables · `--keep FILE` figures beside them · `--data DIR` for journals ·
 * `--profile DIR` profiles of our server's stages, whose times are not those of an undisturbed run
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { medianFigures } from './report/medianFigures.ts';
import { profileTables, type StageProfile } from './report/profiles.ts';
import { type Measured, serverTables } from './report/serverTables.ts';
import { targetsTable } from './report/targets.ts';
import type { ProfileOptions } from './run/Bench.ts';
import type { RunFigures } from './run/figures.ts';
import { type Layout, layoutNamed, LAYOUTS, QUICK_LAYOUTS } from './run/layouts.ts';
import { playOurs } from './run/playOurs.ts';
import { playRival } from './run/playRival.ts';
import { type SubjectName, SUBJECTS } from './subjects/subject.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    layout: { type: 'string', multiple: true },
    subject: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
    data: { type: 'string', default: tmpdir() },
    profile: { type: 'string' },
  },
});
const runs = Number(options.runs ?? (options.quick || options.profile ? 1 : 3));
const layouts = options.layout?.map(layoutNamed) ?? (options.quick ? QUICK_LAYOUTS : LAYOUTS);
const subjects = SUBJECTS.filter((name) =>
  options.profile ? name === 'ours' : (options.subject?.includes(name) ?? true),
);
const profiles: StageProfile[] = [];

function profileOf(layout: Layout): ProfileOptions | null {
  if (options.profile === undefined) return null;
  const directory = resolve(options.profile);
  mkdirSync(directory, { recursive: true });
  const name = layout.name.replaceAll(/[ ,]/gu, '').replace('×', 'x');
  return {
    path: join(directory, name),
    show: (stage, functions) => profiles.push({ stage: `${layout.name}, ${stage}`, functions }),
  };
}

async function play(subject: SubjectName, layout: Layout, run: number): Promise<RunFigures> {
  const directory = mkdtempSync(join(options.data, 'relay-bench-'));
  const [loadAverage] = loadavg();
  const how = { seed: 1_000 * run, profile: profileOf(layout) };
  try {
    const figures =
      subject === 'ours'
        ? await playOurs(layout, directory, how)
        : await playRival(subject, layout, directory, how);
    return { loadAverage: loadAverage!, ...figures };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const [loadBefore] = loadavg();
const cases = layouts.flatMap((layout) =>
  subjects.map((subject) => ({ layout, subject, runs: [] as RunFigures[] })),
);
for (let run = 0; run < runs; run++) {
  for (const { layout, subject, runs: played } of cases) {
    process.stderr.write(`run ${run + 1} of ${runs}: ${layout.name}, ${subject}\n`);
    played.push(await play(subject, layout, run));
  }
}

const measured = cases.map((one): Measured => ({ ...one, median: medianFigures(one.runs) }));
const machine = {
  node: process.version,
  cores: availableParallelism(),
  runs,
  loadAverageBefore: loadBefore!,
  loadAverageOfRuns: cases.flatMap((one) => one.runs.map(({ loadAverage }) => loadAverage)),
};
const json = JSON.stringify({ machine, cases: measured }, null, 2);
if (options.keep !== undefined) writeFileSync(options.keep, `${json}\n`);
if (options.json) console.log(json);
else if (options.profile !== undefined) console.log(profileTables(profiles));
else {
  const loads = machine.loadAverageOfRuns;
  const answering = measured.flatMap(({ median }) => median.rounds.map((round) => round.answering));
  const busiest = Math.max(...answering.map(({ loadBusy }) => loadBusy));
  const latest = Math.max(...answering.map(({ loadLateMs }) => loadLateMs));
  console.log(`${serverTables(measured)}\n\n${targetsTable(measured)}\n`);
  console.log(
    `Medians of ${runs}; ${machine.cores} cores, Node ${machine.node}. Load average before the benchmark ` +
      `${loadBefore!.toFixed(2)}, with its own before each run ${Math.min(...loads).toFixed(2)} to ${Math.max(...loads).toFixed(2)}. ` +
      `The busier process of the load took at most ${(100 * busiest).toFixed(0)} % of a core while answering, ` +
      `and sent at most ${latest.toFixed(0)} ms late.`,
  );
}
