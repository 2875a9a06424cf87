import { settingsFor, SESSION_KINDS } from '@relay/shared/lesson/settings';
import type { Settings } from '@relay/shared/referee/settings';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { publicView } from '../../../testing/seen';
import { type Ahead, aheadOf, clockOf, isFree, skippable } from './ahead';

/** What the referee made of a press, in the same words. */
function whatCame(table: TestTable, before: TestTable['session']): Ahead {
  const { session } = table;
  const { phase, round } = session.runs['A']!;
  if (session.stage === 'ended') return { what: 'results' };
  if (before.activity && before.activity.closedAt === null)
    return { what: 'close', activity: before.activity.type };
  if (session.step !== before.step) return { what: 'step', step: session.settings.plan![session.step]!.id };
  if (phase.name === 'reveal' || phase.name === 'update') return { what: phase.name };
  if (before.runs['A']?.phase.name === 'forward') return { what: 'backward' };
  return { what: 'round', round };
}

const WAYS: readonly (readonly [string, Settings])[] = [
  ...SESSION_KINDS.filter((kind) => kind !== 'homework').map((kind) => [kind, settingsFor(kind)] as const),
  ['both ways', settingsFor('hosted', { asksFor: 'both', rounds: 2 })],
  ['only forward, without a step', settingsFor('hosted', { asksFor: 'forward', trains: false, rounds: 2 })],
];

test.each(WAYS)('the button says what the press leads to, from the start to the end: %s', (_, settings) => {
  const table = TestTable.open('swap', settings);
  table.room({ type: 'joinPlayer', player: 'p1' });
  expect(aheadOf(publicView(table))).toEqual({ what: 'start' });
  table.host({ type: 'start' });
  for (let presses = 0; table.session.stage === 'running' && presses < 60; presses++) {
    const before = table.session;
    if (presses === 4) table.answer('p1', 'G', '98765');
    const said = aheadOf(publicView(table));
    table.at += 1_000;
    table.host({ type: 'next' });
    expect(said, `press ${presses}`).toEqual(whatCame(table, before));
  }
  if (table.session.stage === 'ended') expect(aheadOf(publicView(table))).toBeNull();
});

test.each(WAYS)('what can be skipped is skipped, and nothing else: %s', (_, settings) => {
  const table = TestTable.started('swap', 2, settings);
  for (let presses = 0; table.session.stage === 'running' && presses < 40; presses++) {
    const said = skippable(publicView(table));
    expect(said !== null, `press ${presses}`).toBe(table.host({ type: 'skip' }).accepted);
    table.host({ type: 'next' });
  }
});

test('between rounds something can be done exactly where the referee takes it', () => {
  const table = TestTable.started('swap', 2);
  for (let presses = 0; presses < 8; presses++) {
    const said = isFree(publicView(table));
    const reply = table.host({ type: 'openTrial', x: [0, 1] });
    expect(reply.accepted, `press ${presses}`).toBe(said);
    table.next(said ? 3 : 1);
  }
});

test('where everyone works alone, nobody leads', () => {
  const table = TestTable.started('swap', 2, settingsFor('homework'));
  const view = publicView(table);
  expect([aheadOf(view), skippable(view), isFree(view)]).toEqual([null, null, false]);
});

test('the clock of a relay is that of the layer whose turn it is; no clock is none', () => {
  const relay = TestTable.started('swap', 4, settingsFor('tenMinutes', { teams: 1 }));
  expect(clockOf(publicView(relay), 'A')).toBe(relay.at + 40_000);
  expect(clockOf(publicView(TestTable.started('swap', 4)), 'A')).toBe(relay.at + 120_000);
  const untimed = TestTable.started('swap', 4, settingsFor('hosted', { timeFactor: 'untimed' }));
  expect(clockOf(publicView(untimed), 'A')).toBeNull();
  expect(clockOf(publicView(TestTable.open('swap')), null)).toBeNull();
});
