import { expect, test } from 'vitest';
import { settingsFor, SESSION_KINDS } from '../../lesson/settings.ts';
import { takesAnswers } from '../activities/activity.ts';
import { TestTable } from '../../testing/table.ts';
import { type NextStep, sessionControlOf } from './nextStep.ts';
import type { Settings } from './settings.ts';

/** Step that a press of Next has led to, in the form of NextStep. */
function stepTaken(table: TestTable, before: TestTable['session']): NextStep {
  const { session } = table;
  const { phase, round } = session.runs['A']!;
  if (session.status === 'ended') return { what: 'results' };
  if (takesAnswers(before.activity)) return { what: 'close', activity: before.activity.type };
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

test.each(WAYS)('nextStep: equals the step that a press leads to, from start to end: %s', (_, settings) => {
  const table = TestTable.open('swap', settings);
  table.room({ type: 'joinPlayer', player: 'p1' });
  expect(sessionControlOf(table.session).nextStep).toEqual({ what: 'start' });
  table.host({ type: 'start' });
  for (let presses = 0; table.session.status === 'running' && presses < 60; presses++) {
    const before = table.session;
    if (presses === 4) table.answer('p1', 'G', '98765');
    const said = sessionControlOf(table.session).nextStep;
    table.at += 1_000;
    table.host({ type: 'next' });
    expect(said, `press ${presses}`).toEqual(stepTaken(table, before));
  }
  if (table.session.status === 'ended') expect(sessionControlOf(table.session).nextStep).toBeNull();
});

test.each(WAYS)('skippable: non-null exactly where skip is accepted: %s', (_, settings) => {
  const table = TestTable.started('swap', 2, settings);
  for (let presses = 0; table.session.status === 'running' && presses < 40; presses++) {
    const said = sessionControlOf(table.session).skippable;
    expect(said !== null, `press ${presses}`).toBe(table.host({ type: 'skip' }).accepted);
    table.host({ type: 'next' });
  }
});

test('mayStartActivity: true exactly where a trial is accepted', () => {
  const table = TestTable.started('swap', 2);
  for (let presses = 0; presses < 8; presses++) {
    const said = sessionControlOf(table.session).mayStartActivity;
    const reply = table.host({ type: 'openTrial', x: [0, 1] });
    expect(reply.accepted, `press ${presses}`).toBe(said);
    table.next(said ? 3 : 1);
  }
});

test('sessionControlOf: has no step in a self-paced session', () => {
  const table = TestTable.started('swap', 2, settingsFor('homework'));
  expect(sessionControlOf(table.session)).toEqual({
    nextStep: null,
    skippable: null,
    mayStartActivity: false,
  });
});
