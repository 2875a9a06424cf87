/** @module-tag slow */
import { expect, test } from 'vitest';
import { LESSON_PLAN } from '../lesson/plan.ts';
import { settingsFor } from '../lesson/settings.ts';
import { outputLayer } from '../maths/network.ts';
import { botsAt, rehearseLesson } from '../testing/rehearse.ts';
import { TestTable } from '../testing/table.ts';
import { idleIn } from './idle.ts';
import { changesAt, occupationOf } from './occupation.ts';

/** Longest time without something to do in a timed phase, ms. */
const AT_MOST_MS = 12_000;

const playersAt = (table: TestTable, kind: 'output' | 'hidden'): string[] => {
  const { seats, network } = table.session.runs['A']!;
  return seats.flatMap(({ unit, player }) =>
    player !== null && (unit.layer === outputLayer(network)) === (kind === 'output') ? [player] : [],
  );
};

test('idle time in a relay: own work, a bet, extra questions; the question in its turn; extras again', () => {
  const table = TestTable.started('swap', 4, { style: 'relay', samples: 1 });
  const [first, second] = playersAt(table, 'output');
  const [player] = playersAt(table, 'hidden');
  const now = () => occupationOf(table.session, player!, table.at);
  const round = { run: 'A', round: 1 };
  const { truth } = table.seat(player!);
  expect(now()).toBe('own');
  table.answer(player!, 'own', truth!.own!.join(' '));
  expect(now()).toBe('bet');
  table.player(player!, { type: 'placeBet', up: true, ...round });
  expect(now()).toBe('besides');
  table.player(player!, { type: 'askExtraQuestion', ...round });
  expect(now()).toBe('besides');
  for (const one of [first, second]) table.ace(one!);
  table.room({ type: 'tick' });
  expect(now()).toBe('asked');
  table.ace(player!);
  expect(now()).toBe('besides');
  expect(occupationOf(table.session, second!, table.at, () => false)).toBe('nothing');
});

test('idle time: after the clock runs out an extra question counts; after the last clock nothing does', () => {
  const table = TestTable.started('swap', 4, { outputMs: 90_000, hiddenMs: 120_000, samples: 1 });
  table.at += 200_000;
  table.next();
  expect(idleIn(table.log)).toEqual([
    {
      phase: 'parallel',
      played: 4,
      playedMs: 4 * 120_000,
      // Two outputs for half a minute; a moment less, since an answer may come in at the last one.
      besidesMs: 2 * 29_999,
      nothingMs: 0,
      longestMs: 0,
      spans: [],
    },
  ]);
});

test('idle time: a player who joins in mid-round has extra questions until the clock is up', () => {
  const table = TestTable.started('swap', 4, { outputMs: 90_000, hiddenMs: 120_000, teams: 2 });
  table.at += 20_000;
  table.room({ type: 'joinPlayer', player: 'late' });
  table.at += 30_000;
  table.room({ type: 'playerLeft', player: 'p1' });
  table.at += 100_000;
  table.next();
  const [row] = idleIn(table.log);
  expect(row).toMatchObject({ played: 5, nothingMs: 0, longestMs: 0, spans: [] });
  // With both outputs, for their last half minute.
  expect(row!.besidesMs).toBe(100_000 + 2 * 29_999);
  // Absent players are not counted.
  expect(row!.playedMs).toBe(3 * 120_000 + 50_000 + 100_000);
});

test('idle time between rounds: the guess, then an extra question, until the activity closes', () => {
  const table = TestTable.started('swap', 1);
  table.next();
  table.host({ type: 'openTrial', x: [0, 1] });
  table.at += 10_000;
  table.player('p1', { type: 'makeGuess', outputs: [1, 0] });
  table.at += 5_000;
  table.next();
  table.at += 60_000;
  table.next();
  const trial = idleIn(table.log).find(({ phase }) => phase === 'trial');
  expect(trial).toMatchObject({ played: 1, playedMs: 15_000, besidesMs: 5_000, nothingMs: 0 });
});

test('idle time: not counted in homework, where no clock runs', () => {
  const table = TestTable.started('swap', 2, settingsFor('homework'));
  table.at += 600_000;
  table.player('p1', { type: 'goOn', run: '1' });
  expect(idleIn(table.log)).toEqual([]);
});

test.each([
  ['lesson', ['forward', 'parallel', 'relay', 'vote', 'trial', 'exitTicket']],
  ['tenMinutes', ['relay']],
  ['oneQuestion', ['parallel']],
] as const)('%s: in every timed phase there is always something to do', (kind, phases) => {
  const table = TestTable.started('swap', 9, settingsFor(kind, { teams: 'bySize' }));
  rehearseLesson(table, botsAt(table));
  const idle = idleIn(table.log);

  expect(idle.map(({ phase }) => phase)).toEqual(phases);
  for (const { longestMs } of idle) expect(longestMs).toBeLessThanOrEqual(AT_MOST_MS);
  expect(table.session.step).toBe(kind === 'lesson' ? LESSON_PLAN.length - 1 : -1);
});

test.each(['lesson', 'tenMinutes', 'oneQuestion'] as const)(
  'idle time, %s: a player who joins in the middle of a phase has something to do',
  (kind) => {
    // Teams with room for more.
    const table = TestTable.started('swap', 9, settingsFor(kind, { teams: 6 }));
    rehearseLesson(table, botsAt(table), 7_000);
    const late = Object.keys(table.session.players).filter((id) => id.startsWith('late'));
    const warmedUp = table.log.flatMap((event) => (event.type === 'warmUpOpened' ? [event.player] : []));

    expect(late.length).toBeGreaterThanOrEqual({ lesson: 8, tenMinutes: 4, oneQuestion: 1 }[kind]);
    for (const { longestMs } of idleIn(table.log)) expect(longestMs).toBeLessThanOrEqual(AT_MOST_MS);
    // Some of the offers are taken: bots do not take all of them.
    expect(warmedUp.filter((id) => late.includes(id)).length).toBeGreaterThan(0);
  },
);

test('idle time: a finishing player is asked until the own clock ends, and warms up afterwards', () => {
  const table = TestTable.started('swap', 4, { outputMs: 30_000, hiddenMs: 30_000, samples: 1 });
  table.host({ type: 'giveTime', player: 'p1', factor: 10 });
  table.host({ type: 'giveTime', player: 'p2', factor: 1.5 });
  table.next(3);
  const now = (player: string) => occupationOf(table.session, player, table.at);
  expect(table.session.runs['A']!.round).toBe(2);
  expect([now('p1'), now('p2'), now('p3')]).toEqual(['asked', 'asked', 'asked']);
  table.at += 46_000;
  expect([now('p1'), now('p2')]).toEqual(['asked', 'besides']);
  expect(changesAt(table.session, 'p1')).toBe(table.session.runs['A']!.finishing['p1']!.deadlineAt);
  table.player('p1', { type: 'stopFinishing', run: 'A', round: 1 });
  expect(now('p1')).toBe('besides');
});
