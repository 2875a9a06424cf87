import { expect, test } from 'vitest';
import { LESSON_PLAN } from '../../lesson/plan.ts';
import { PRESETS, presetById } from '../../network/presets.ts';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { rulesFor } from './rules.ts';

const lesson = settingsFor('lesson');

test.each(PRESETS.map(({ id }) => id))(
  'the 50-minute lesson comes to its end on %s, step by step',
  (preset) => {
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
    // Nobody has answered, so there is no slip to vote on.
    expect([...steps]).toEqual(LESSON_PLAN.map(({ id }) => id).filter((id) => id !== 'vote'));
  },
);

test.each([
  ['line', [1]],
  ['swap', [0, 1]],
  ['han-kamber', [0, 0, 1]],
])('what %s is asked in the lesson has as many inputs as it', (preset, x) => {
  const table = TestTable.started(preset, 2, { ...lesson, plan: LESSON_PLAN.slice(-4) });
  expect(table.session.activity).toMatchObject({ type: 'trial', x });
});

test('steps of the machine that would explode are passed over', () => {
  const { snap: _snap, ...swap } = presetById('swap')!;
  const wild = { ...swap, learningRate: 50 };
  const plan = LESSON_PLAN.filter(({ id }) => id === 'machine' || id === 'exitTicket');
  const table = TestTable.startedOn(wild, 2, { ...lesson, plan });
  expect(table.session.activity?.type).toBe('exitTicket');
  expect(table.session.runs['A']!.movedBy).toEqual([]);
});

test('weights go by wrong answers only where a host leads', () => {
  const rules = (pacing: 'host' | 'auto' | 'self') =>
    rulesFor({ settings: { ...lesson, plan: null, pacing, weights: 'answered' }, step: -1 }, 3).weights;
  expect([rules('host'), rules('auto'), rules('self')]).toEqual(['answered', 'true', 'true']);
});

test('how long a class has been at it counts from its start, and from its new start', () => {
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
