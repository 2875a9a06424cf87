/**
 * Benchmark of one answer in a session of 30 and in one of 1,000: `npm run bench -- referee`.
 *
 * Timed work of the referee and the room: decide, evolve, the changed entries, the player's own view and the host's row.
 * The same 990 players are in 33 sessions of 30 or in one session, so that memory use is equal and only the size of a
 * session differs. Sessions take turns in one run; the ratio is the result, since an absolute time depends on the
 * machine.
 */
import { presetById } from '../src/network/presets.ts';
import { settingsFor } from '../src/lesson/settings.ts';
import type { Part } from '../src/question/question.ts';
import { decide } from '../src/referee/decide.ts';
import type { Event } from '../src/referee/event.ts';
import { evolve } from '../src/referee/evolve.ts';
import type { Settings } from '../src/referee/session/settings.ts';
import type { Session } from '../src/referee/session/state.ts';
import { hostRow, playersTouchedBy, playerView, publicEntries, touchedBy } from '../src/referee/view.ts';
import { TestTable } from '../src/testing/table.ts';
import { median, progressReporter, table } from './support.ts';

const ROUNDS = 61;
const TURN_MS = 10;
const WARM_UP_MS = 600;

const say = progressReporter();

interface Case {
  readonly what: string;
  readonly sessions: number;
  readonly people: number;
  readonly settings: Partial<Settings>;
  /** Number of rounds already played: from half of them on each player sees nearby ranks. */
  readonly played: number;
}

const COMPETITION = settingsFor('tenMinutes', { style: 'parallel', samples: 'byLanes', help: 'blank' });
const SMALL = { sessions: 33, people: 30 };
const LARGE = { sessions: 1, people: 990 };
const CASES: readonly Case[] = [
  { what: 'session of 30, 1 team', ...SMALL, settings: { teams: 1 }, played: 0 },
  { what: 'session of 30, 8 teams', ...SMALL, settings: { teams: 'bySize' }, played: 0 },
  { what: 'session of 990, 40 teams', ...LARGE, settings: { teams: 40 }, played: 0 },
  { what: 'session of 30, 1 team, ranks shown', ...SMALL, settings: { teams: 1 }, played: 3 },
  { what: 'session of 990, 40 teams, ranks shown', ...LARGE, settings: { teams: 40 }, played: 3 },
];

/** Submits one answer after the other to a session, until every player has answered. */
class AnswerLoop {
  private session: Session;
  private left: string[] = [];
  private readonly opened: Session;

  constructor({ people, settings, played }: Case, seed: number) {
    const rules = { ...COMPETITION, ...settings };
    const started = TestTable.startedOn(presetById('article')!, people, rules, seed);
    started.next(3 * played);
    this.opened = started.session;
    this.session = started.session;
  }

  /** Submits a wrong answer, which costs most: its mistake has to be found. */
  step(): void {
    const id = this.left.pop() ?? this.again();
    const run = this.session.runs[this.session.players[id]!.run!]!;
    const part: Part = 'G';
    const command = {
      type: 'submitAnswer',
      answerId: 'a',
      run: run.id,
      round: run.round,
      part,
      raw: '12.3',
    } as const;
    const decision = decide(this.session, {
      command,
      by: { role: 'player', player: id },
      at: run.phase.since + 1,
    });
    if (!decision.accepted || decision.events.length !== 1) throw new RangeError('an answer was not taken');
    for (const event of decision.events) this.show(event);
  }

  private show(event: Event): void {
    this.session = evolve(this.session, event);
    for (const prefix of touchedBy(this.session, event)) publicEntries(this.session, {}, prefix);
    for (const player of playersTouchedBy(this.session, event)) {
      playerView(this.session, player);
      hostRow(this.session, player);
    }
  }

  private again(): string {
    this.session = this.opened;
    this.left = Object.keys(this.session.players);
    return this.left.pop()!;
  }
}

/** Processor time of one answer, ms; each answer goes to another session. */
function timed(sessions: readonly AnswerLoop[], ms: number): number {
  let answers = 0;
  const since = process.cpuUsage();
  const until = performance.now() + ms;
  while (performance.now() < until) sessions[answers++ % sessions.length]!.step();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000 / answers;
}

const all = CASES.map((one) => {
  const answering = Array.from({ length: one.sessions }, (_, seed) => new AnswerLoop(one, seed));
  return { what: one.what, answering, times: [] as number[] };
});
for (const { what, answering } of all) {
  say(`warming up: ${what}`);
  timed(answering, WARM_UP_MS);
}
for (let round = 0; round < ROUNDS; round++) {
  say(`round ${round} of ${ROUNDS}`);
  for (let i = 0; i < all.length; i++) {
    const { answering, times } = all[(round + i) % all.length]!;
    times.push(timed(answering, TURN_MS));
  }
}

const [reference] = all;
const rows = all.map(({ what, times }) => {
  const ratios = times.map((ms, round) => ms / reference!.times[round]!);
  return [what, (median(times) * 1_000).toFixed(0), median(ratios).toFixed(2)];
});
console.log(table(['one answer', 'µs of processor', 'ratio'], rows));
