import { describe, expect, test } from 'vitest';
import { readyPlan } from '../../lesson/plan.ts';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import type { FileStep } from '../plan/planFile.ts';
import { sessionPlanOf } from '../plan/planSteps.ts';
import { planWordsIn } from '../plan/planWords.ts';
import { sessionControlOf } from '../session/nextStep.ts';

const file = readyPlan('short20', 'Short');
const lesson = (): TestTable => {
  const { steps: plan, bell } = sessionPlanOf(file);
  return TestTable.started('swap', 4, settingsFor('lesson', { plan, bell }));
};
const change = (table: TestTable, steps: readonly FileStep[]): string => {
  const decision = table.room({ type: 'changePlan', plan: sessionPlanOf({ ...file, steps }) });
  return decision.accepted ? 'accepted' : decision.rejection;
};
const ids = (table: TestTable): string[] => table.session.settings.plan!.map(({ id }) => id);

describe('changing the plan of a lesson', () => {
  test('takes out and moves steps that are still to come', () => {
    const table = lesson();
    const { steps } = file;
    expect(ids(table)).toEqual(['outputs', 'hiddenPlaces', 'relay', 'machine', 'exitTicket']);
    const shorter = [steps[0]!, steps[1]!, steps[5]!, steps[3]!, steps[6]!];
    expect(change(table, shorter)).toBe('accepted');
    expect(ids(table)).toEqual(['outputs', 'exitTicket', 'relay']);
    expect(table.session.settings.bell).toBe(3 + 5 + 2 + 3 + 2);
    table.next(3);
    expect(sessionControlOf(table.session).nextStep).toEqual({ what: 'close', activity: 'exitTicket' });
  });

  test('leaves what has been played as it was', () => {
    const table = lesson();
    const before = table.session;
    expect(change(table, file.steps.slice(2))).toBe('planPast');
    const talk = { type: 'talk', minutes: 5, words: 'outputs' } as const;
    expect(change(table, [file.steps[0]!, talk, file.steps[2]!])).toBe('planPast');
    expect(table.session).toBe(before);
  });

  test('lengthens the present step', () => {
    const table = lesson();
    const longer = file.steps.map((step, i) => (i === 1 ? { ...step, minutes: 9 } : step));
    expect(change(table, longer)).toBe('accepted');
    expect(table.session.settings.plan![0]!.minutes).toEqual([3, 12]);
    expect(table.session.settings.bell).toBe(24);
  });

  test('is refused in a session without one', () => {
    expect(change(TestTable.started('swap', 2), file.steps)).toBe('wrongPhase');
  });

  test('keeps typed words beside the log', () => {
    const table = lesson();
    const said = file.steps.map((step, i) => (i === 2 ? { ...step, say: 'Ask Mia first.' } : step));
    expect(change(table, said)).toBe('accepted');
    expect(JSON.stringify(table.log)).not.toContain('Mia');
    expect(planWordsIn(table.texts)).toEqual({ hiddenPlaces: { say: 'Ask Mia first.' } });
  });
});

describe('a step in which the teacher speaks', () => {
  const plan = sessionPlanOf({
    ...file,
    steps: [
      { type: 'talk', minutes: 1 },
      { type: 'round', minutes: 3 },
    ],
  });

  test('asks nothing and is left by one press', () => {
    const table = TestTable.started('swap', 2, settingsFor('lesson', { plan: plan.steps, bell: plan.bell }));
    expect(table.session.activity?.type).toBe('talk');
    expect(sessionControlOf(table.session).nextStep).toEqual({ what: 'step', step: 'round' });
    table.room({ type: 'tick' });
    table.next();
    expect(table.session.activity).toBeNull();
    expect(table.session.runs['A']!.phase.name).toBe('backward');
  });

  test('is left by the clock where nobody leads', () => {
    const settings = settingsFor('tenMinutes', { plan: plan.steps, bell: plan.bell });
    const table = TestTable.started('swap', 2, settings);
    expect(table.session.activity).toMatchObject({ type: 'talk', deadlineAt: table.at + 60_000 });
    table.at += 59_999;
    table.room({ type: 'tick' });
    expect(table.session.activity?.type).toBe('talk');
    table.at += 1;
    table.room({ type: 'tick' });
    expect(table.session.activity).toBeNull();
    expect(table.session.runs['A']!.phase.name).toBe('backward');
  });
});

test('a lesson that opens with a blank sheet closes with another one', () => {
  const { steps: plan, bell } = sessionPlanOf(readyPlan('beforeAndAfter', 'Lesson'));
  const table = TestTable.started('swap-two-slopes', 3, settingsFor('lesson', { plan, bell }));
  const networks = new Set<string>();
  for (let i = 0; table.session.status === 'running' && i < 100; i++) {
    const { activity } = table.session;
    if (activity?.type === 'exitTicket') networks.add(JSON.stringify(activity.network));
    table.next();
  }
  expect(networks.size).toBe(2);
  expect(table.session.status).toBe('ended');
});
