/**
 * Benchmark of durable rows, ours beside simpler ways of writing them: `npm run bench -- journal`.
 *
 * Appenders write one graded answer after the other, each to a session of its own. A row arrives, is handed over with what
 * else the event loop reads in that turn, and counts when it is on the disk. All ways write the same rows into a new file
 * with WAL and synchronous FULL, and take turns in one run.
 *
 * Afterwards another connection locks our file for as long as `--locked` says, in seconds, while rows keep arriving.
 *
 * `--json` figures in place of the tables · `--data DIR` for journals
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Event } from '@relay/shared/referee/event';
import Database from 'better-sqlite3';
import { progressReporter, table } from '../../shared/bench/support.ts';
import { JOURNAL_FILE } from '../src/journal/SqliteJournal.ts';
import { type Writer, WRITERS } from './journal/writers.ts';
import { medianFigures } from './report/medianFigures.ts';

const RUNS = 3;
const RUN_MS = 1_500;
const WARM_UP_MS = 500;
const HEARTBEAT_MS = 10;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: tmpdir() },
    locked: { type: 'string', default: '3' },
  },
});
const say = progressReporter();

/** Loads: appenders of which each waits for its row, or rows that arrive evenly, whatever happens to those before. */
const LOADS = [
  { name: '1 appender', appenders: 1, perSecond: null },
  { name: '40 appenders', appenders: 40, perSecond: null },
  { name: '1,000 appenders', appenders: 1_000, perSecond: null },
  // A round of 25 classes of 40, everyone within a second.
  { name: '1,000 rows a second in 25 sessions', appenders: 25, perSecond: 1_000 },
] as const;
type Load = (typeof LOADS)[number];

interface Figures {
  readonly rowsPerSecond: number;
  readonly cpuUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestTurnMs: number;
}

const GRADED: Event = {
  type: 'answerGraded',
  at: 1_790_000_000_000,
  run: 'A',
  round: 3,
  player: 'a8f3c9d2e1b04f5ea8f3c9d2e1b04f5e',
  answerId: 'k3j4h5k3j4h5k3j4h5',
  part: 'places',
  given: 'o:x1 f:y2 w:h1-y2',
  verdict: { outcome: 'wrong', mistakes: [{ id: 'slope-missing', place: 'f:h1' }], read: null },
  tries: 2,
  points: 12.5,
  bonus: { streak: 0, speed: 0 },
  streak: 0,
};

/** Appends rows, each to the next number of its appender's session, and notes how long each takes. */
class Appending {
  readonly #writer: Writer;
  readonly #load: Load;
  readonly #seqs: Int32Array;

  constructor(writer: Writer, load: Load) {
    this.#writer = writer;
    this.#load = load;
    this.#seqs = new Int32Array(load.appenders);
  }

  /** Appends for so long. @returns times from a row's arrival to its acknowledgement, ms, ascending */
  async run(ms: number): Promise<number[]> {
    const took: number[] = [];
    const until = performance.now() + ms;
    await (this.#load.perSecond === null
      ? this.#inTurn(until, took)
      : this.#evenly(until, took, this.#load.perSecond));
    return took.sort((a, b) => a - b);
  }

  async #inTurn(until: number, took: number[]): Promise<void> {
    const appenders = Array.from({ length: this.#load.appenders }, async (_, appender) => {
      while (performance.now() < until) await this.#append(appender, performance.now(), took);
    });
    await Promise.all(appenders);
  }

  async #evenly(until: number, took: number[], perSecond: number): Promise<void> {
    const appending: Promise<void>[] = [];
    const since = performance.now();
    const arrivalOf = (n: number): number => since + (n / perSecond) * 1_000;
    for (let n = 0; performance.now() < until; await setTimeout(1)) {
      for (; arrivalOf(n) < performance.now(); n++)
        appending.push(this.#append(n % this.#load.appenders, arrivalOf(n), took));
    }
    await Promise.all(appending);
  }

  async #append(appender: number, arrivedAt: number, took: number[]): Promise<void> {
    // The other rows of this turn of the event loop arrive before the first of them is handed over or written.
    await new Promise(setImmediate);
    await this.#writer.append({
      session: `session-${appender}`,
      seq: this.#seqs[appender]!++,
      events: [GRADED],
    });
    took.push(performance.now() - arrivedAt);
  }
}

async function measured(open: (directory: string) => Promise<Writer>, load: Load): Promise<Figures> {
  const directory = mkdtempSync(join(values.data, 'relay-bench-'));
  const writer = await open(directory);
  const appending = new Appending(writer, load);
  await appending.run(WARM_UP_MS);
  const turns = monitorEventLoopDelay({ resolution: 1 });
  turns.enable();
  const [since, cpuSince] = [performance.now(), process.cpuUsage()];
  const took = await appending.run(RUN_MS);
  const { user, system } = process.cpuUsage(cpuSince);
  const ms = performance.now() - since;
  turns.disable();
  await writer.close();
  rmSync(directory, { recursive: true });
  const share = (part: number): number => took[Math.floor((took.length - 1) * part)]!;
  return {
    rowsPerSecond: (took.length / ms) * 1_000,
    cpuUs: (user + system) / took.length,
    p50Ms: share(0.5),
    p99Ms: share(0.99),
    longestTurnMs: turns.max / 1e6,
  };
}

/** Figures of a file that another connection keeps locked while 1,000 rows a second arrive. */
async function whileLocked(ms: number) {
  const directory = mkdtempSync(join(values.data, 'relay-bench-'));
  const writer = await WRITERS['ours: a thread, grouped']!(directory);
  const appending = new Appending(writer, LOADS[3]);
  const other = new Database(join(directory, JOURNAL_FILE));
  other.exec('BEGIN EXCLUSIVE');
  const turns = monitorEventLoopDelay({ resolution: 1 });
  turns.enable();
  let heartbeats = 0;
  const beating = setInterval(() => heartbeats++, HEARTBEAT_MS);
  const acknowledged = appending.run(ms);
  await setTimeout(ms);
  clearInterval(beating);
  turns.disable();
  other.exec('ROLLBACK');
  const took = await acknowledged;
  const stored = other.prepare('SELECT count(*) AS n FROM events').get() as { readonly n: number };
  other.close();
  await writer.close();
  rmSync(directory, { recursive: true });
  return {
    lockedMs: ms,
    acknowledged: took.length,
    stored: stored.n,
    heartbeats,
    heartbeatsDue: ms / HEARTBEAT_MS,
    longestTurnMs: turns.max / 1e6,
  };
}

const [loadAverage] = loadavg();
const cases = LOADS.flatMap((load) =>
  Object.entries(WRITERS).map(([writer, open]) => ({ load, writer, open, runs: [] as Figures[] })),
);
for (let run = 1; run <= RUNS; run++) {
  for (const { load, writer, open, runs } of cases) {
    say(`run ${run} of ${RUNS}: ${load.name}, ${writer}`);
    runs.push(await measured(open, load));
  }
}

const results = cases.map(({ load, writer, runs }) => {
  return { load: load.name, writer, median: medianFigures(runs), runs };
});
const locked = await whileLocked(Number(values.locked) * 1_000);
if (values.json) console.log(JSON.stringify({ loadAverage, results, locked }));
else {
  const rows = results.map(({ load, writer, median }) => [
    `${load}, ${writer}`,
    Math.round(median.rowsPerSecond).toLocaleString('en'),
    median.cpuUs.toFixed(0),
    `${median.p50Ms.toFixed(2)} / ${median.p99Ms.toFixed(1)}`,
    median.longestTurnMs.toFixed(0),
  ]);
  const head = ['durable rows', 'a second', 'µs of processor a row', 'p50 / p99, ms', 'longest turn, ms'];
  console.log(table(head, rows));
  console.log(`\nMedians of ${RUNS} runs; load average at the start ${loadAverage!.toFixed(1)}.`);
  console.log(
    `Locked for ${values.locked} s: ${locked.acknowledged} rows acknowledged afterwards, ${locked.stored} stored, ` +
      `${locked.heartbeats} of ${locked.heartbeatsDue} heartbeats, longest turn ${locked.longestTurnMs.toFixed(0)} ms.`,
  );
}
