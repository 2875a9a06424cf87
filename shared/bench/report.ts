/**
 * Benchmark of the report of a session with 1,000 students: `npm run bench -- report`.
 *
 * A session is played whose students miss one part in three, and its log kept as a journal stores it. Timed is all that
 * lies between that and the tables: reading the events, facts, tables, and the JSON that is sent. Memory is what all of
 * it holds at the end, stored log apart.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { presetById } from '../src/network/presets.ts';
import { readLog, type StoredEvent } from '../src/referee/versions/readLog.ts';
import { EVENT_VERSION } from '../src/referee/versions/upcast.ts';
import { reportOf } from '../src/report/report.ts';
import { sessionFacts } from '../src/report/sessionFacts.ts';
import { atOnce } from '../src/slices.ts';
import { TestTable } from '../src/testing/table.ts';
import { median, progressReporter, table } from './support.ts';

const STUDENTS = 1_000;
const ROUNDS = 6;
const REPEATS = 5;
/** One student in so many misses the first part of a question. */
const MISS_IN = 3;
const MOST_MS = 2_000;
const MOST_MB = 50;

const say = progressReporter();

function played(): StoredEvent[] {
  const session = TestTable.startedOn(presetById('article')!, STUDENTS, {
    teams: 40,
    samples: 'byLanes',
    help: 'work',
  });
  for (let round = 1; round <= ROUNDS; round++) {
    say(`playing round ${round} of ${ROUNDS}`);
    Object.keys(session.session.players).forEach((player, i) => {
      session.at += 10;
      if ((i + round) % MISS_IN === 0) session.answer(player, 'places', 'o:x1');
      session.ace(player);
    });
    session.next(3);
  }
  return session.log.map((event, seq) => ({ seq, version: EVENT_VERSION, value: JSON.stringify(event) }));
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heapMb = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

function made(stored: readonly StoredEvent[]) {
  const since = performance.now();
  const log = readLog('s', stored);
  const read = performance.now();
  const facts = atOnce(sessionFacts(log));
  const collected = performance.now();
  const json = JSON.stringify(facts);
  const sent = performance.now();
  const report = reportOf(facts);
  const done = performance.now();
  const ms = [read - since, collected - read, sent - collected, done - sent, done - since];
  return { ms, log, facts, json, report };
}

const stored = played();
say('making reports');
const before = heapMb();
let last: ReturnType<typeof made> | null = null;
const times: number[][] = [];
for (let i = 0; i < REPEATS; i++) {
  last = null;
  last = made(stored);
  times.push(last.ms);
}
const held = heapMb() - before;
const withoutLog = { facts: last!.facts, json: last!.json, report: last!.report };
last = null;
const ofReport = heapMb() - before;
const at = (step: number): number => median(times.map((ms) => ms[step]!));
const steps = ['reading the log', 'facts', 'JSON', 'tables', 'all'];
console.log(
  `${STUDENTS} students, ${ROUNDS} rounds, ${stored.length} events, ${withoutLog.report.answers.rows.length} answers\n`,
);
console.log(
  table(
    ['step', 'ms'],
    steps.map((step, i) => [step, at(i).toFixed(0)]),
  ),
);
console.log(
  `\nheld with the log: ${held.toFixed(1)} MB; without it: ${ofReport.toFixed(1)} MB; sent: ${(withoutLog.json.length / 2 ** 20).toFixed(1)} MB`,
);
console.log(
  `at most ${MOST_MS} ms and ${MOST_MB} MB: ${at(4) <= MOST_MS && held <= MOST_MB ? 'kept' : 'MISSED'}`,
);
