import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingsFor, SESSION_KINDS } from '../../lesson/settings.ts';
import { runs } from '../../testing/effort.ts';
import { TestTable } from '../../testing/table.ts';
import { commandAt, type Press } from '../press.ts';
import { teamRuns } from '../teams/teams.ts';
import { momentOf } from './moment.ts';
import { phaseAfter, sessionControlOf } from './nextStep.ts';
import type { Settings } from './settings.ts';
import type { Session } from './state.ts';

const WAYS: Readonly<Record<string, Settings>> = {
  ...Object.fromEntries(
    SESSION_KINDS.filter((kind) => kind !== 'homework').map((kind) => [kind, settingsFor(kind)]),
  ),
  'both ways': settingsFor('hosted', { asksFor: 'both', rounds: 2, teams: 2 }),
  'only forward, without a step': settingsFor('hosted', { asksFor: 'forward', trains: false, rounds: 2 }),
};

/** Meaning of the host's buttons now, told without `momentOf`. */
function meaningOf(session: Session): string {
  const { status, restarts, step, activity } = session;
  return JSON.stringify({
    status,
    restarts,
    step,
    activity: activity && [activity.type, activity.closedAt === null],
    teams: teamRuns(session).map((run) => [run.id, run.round, phaseAfter(run) && run.phase.name]),
    trained: teamRuns(session).map(({ network }) => network.weights),
    next: sessionControlOf(session).nextStep,
  });
}

test.each(Object.entries(WAYS))('moment: another one after every press that leads on: %s', (_, settings) => {
  const table = TestTable.started('swap', 2, settings);
  const seen = new Set([momentOf(table.session)]);
  for (let presses = 0; table.session.status === 'running' && presses < 60; presses++) {
    const before = momentOf(table.session);
    if (table.host({ type: 'next' }).accepted) expect(momentOf(table.session)).not.toBe(before);
    seen.add(momentOf(table.session));
  }
  // A reveal of one round is never taken for that of another.
  expect(seen.size).toBeGreaterThan(table.session.runs['A']!.round);
});

test('moment: the same after whatever leaves the buttons as they are', () => {
  const table = TestTable.started('mazur', 2);
  const moment = momentOf(table.session);
  table.answer('p1', 'G', '12345');
  table.player('p1', { type: 'takeHint', run: 'A', round: 1, part: 'S' });
  table.room({ type: 'joinPlayer', player: 'late' });
  table.host({ type: 'addTime', ms: 30_000 });
  table.host({ type: 'pause' });
  table.host({ type: 'changeDisplay', display: { ranks: false } });
  expect(momentOf(table.session)).toBe(moment);
});

test('moment: the first round of another game is not that of the first one', () => {
  const table = TestTable.started('mazur', 2);
  const moment = momentOf(table.session);
  for (const type of ['end', 'playAgain', 'start'] as const) table.host({ type });
  expect(table.session).toMatchObject({ status: 'running', runs: { A: { round: 1 } } });
  expect(momentOf(table.session)).not.toBe(moment);
});

const PRESSES: readonly Press[] = [
  { type: 'next' },
  { type: 'next' },
  { type: 'next' },
  { type: 'next' },
  { type: 'start' },
  { type: 'skip' },
  { type: 'addTime', ms: 30_000 },
  { type: 'openVote' },
  { type: 'openTrial', x: [0, 1] },
  { type: 'openExitTicket' },
  { type: 'trainMachine', steps: 1 },
  { type: 'changeRules', changes: { rounds: 1 } },
  { type: 'end' },
  { type: 'playAgain' },
  { type: 'continueLesson', changes: {} },
];

/** A press on one of two consoles, some of them double; a console may not have been shown the last changes. */
interface PressedOn {
  readonly console: number;
  readonly what: Press;
  readonly times: number;
  readonly isUpToDate: boolean;
  readonly answer: boolean;
}

const press: fc.Arbitrary<PressedOn> = fc.record({
  console: fc.constantFrom(0, 1),
  what: fc.constantFrom(...PRESSES),
  times: fc.constantFrom(1, 1, 2, 3),
  isUpToDate: fc.boolean(),
  answer: fc.boolean(),
});

test('any presses on two consoles: one that is taken does what its console showed, and nothing else', () => {
  const took = { taken: 0, passed: 0 };
  const play = (way: string, presses: readonly PressedOn[]): void => {
    const table = TestTable.started('swap', 3, WAYS[way]);
    const shown = [table.session, table.session];
    for (const { console, what, times, isUpToDate, answer } of presses) {
      if (answer && table.session.status === 'running') table.answer('p1', 'G', '12345');
      if (isUpToDate) shown[console] = table.session;
      const sees = shown[console]!;
      for (let i = 0; i < times; i++) {
        const before = meaningOf(table.session);
        const events = table.log.length;
        const isLed = what.type !== 'changeRules';
        const reply = table.host(what.type === 'changeRules' ? what : commandAt(momentOf(sees), what));
        const isTaken = reply.accepted && table.log.length > events;
        if (isTaken && isLed) expect(before, what.type).toBe(meaningOf(sees));
        if (isTaken) took.taken++;
        if (!reply.accepted && reply.rejection === 'momentPassed') took.passed++;
      }
    }
  };
  fc.assert(fc.property(fc.constantFrom(...Object.keys(WAYS)), fc.array(press, { maxLength: 25 }), play), {
    numRuns: runs(60, 2_000),
  });
  expect(took.taken).toBeGreaterThan(50);
  expect(took.passed).toBeGreaterThan(50);
});
