/** @module-tag slow */
import { expect, test } from 'vitest';
import { LESSON_PLAN } from '../../lesson/plan.ts';
import { PRESETS, presetById } from '../../network/presets.ts';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { rulesFor } from './rules.ts';

const lesson = settingsFor('lesson');

test.each(PRESETS.map(({ id }) => id))('lesson plan: all steps can be played on %s', (preset) => {
  const table = TestTable.started(preset, 4, lesson);
  const steps = new Set<string>();
  for (let presses = 0; table.session.status === 'running' && presses < 100; presses++) {
    const { step, activity, initial } = table.session;
    steps.add(LESSON_PLAN[step]!.id);
    if (activity?.type === 'trial') expect(activity.x).toHaveLength(initial.inputs);
    table.at += 1_000;
    expect(table.host({ type: 'next' })).toMatchObject({ accepted: true });
  }
  expect(table.session.status).toBe('ended');
  for (const { losses } of Object.values(table.session.runs))
    expect(losses.every(Number.isFinite)).toBe(true);
  // Without answers there is no slip to vote on.
  expect([...steps]).toEqual(LESSON_PLAN.map(({ id }) => id).filter((id) => id !== 'vote'));
});

test.each([
  ['line', [1]],
  ['swap', [0, 1]],
  ['han-kamber', [0, 0, 1]],
])('lesson plan: the trial on %s has as many inputs as the network', (preset, x) => {
  const table = TestTable.started(preset, 2, { ...lesson, plan: LESSON_PLAN.slice(-4) });
  expect(table.session.activity).toMatchObject({ type: 'trial', x });
});

test('lesson plan: training that would diverge is passed over', () => {
  const { snap: _snap, ...swap } = presetById('swap')!;
  const wild = { ...swap, learningRate: 50 };
  const plan = LESSON_PLAN.filter(({ id }) => id === 'machine' || id === 'exitTicket');
  const table = TestTable.startedOn(wild, 2, { ...lesson, plan });
  expect(table.session.activity?.type).toBe('exitTicket');
  expect(table.session.runs['A']!.movedBy).toEqual([]);
});

test('rulesFor: weights follow wrong answers with pacing host only', () => {
  const rules = (pacing: 'host' | 'auto' | 'self') =>
    rulesFor({ settings: { ...lesson, plan: null, pacing, weights: 'answered' }, step: -1 }, 3).weights;
  expect([rules('host'), rules('auto'), rules('self')]).toEqual(['answered', 'true', 'true']);
});

test('startedAt: is the time of the last start, null in the lobby', () => {
  const table = TestTable.open('swap');
  table.room({ type: 'joinPlayer', player: 'p1' });
  expect(table.session.startedAt).toBeNull();
  table.at += 1_000;
  table.host({ type: 'start' });
  const startedAt = table.at;
  table.at += 1_000;
  table.next();
  expect(table.session.startedAt).toBe(startedAt);
  table.host({ type: 'end' });
  table.host({ type: 'playAgain' });
  expect(table.session.startedAt).toBeNull();
});
