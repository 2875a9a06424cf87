import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAN_IDS, readyPlan } from '../../lesson/plan.ts';
import { PRESETS } from '../../network/presets.ts';
import { runs } from '../../testing/effort.ts';
import { minutesOf, PLAN_FORMAT, PLAN_LIMITS, STEP_TYPES } from './planFile.ts';
import { readPlanFile } from './readPlanFile.ts';
import { planFileOf, sessionPlanOf, wordsIdOf } from './planSteps.ts';

const round = { type: 'round', minutes: 5 } as const;
const plan = (steps: readonly unknown[], more: object = {}) => ({
  format: PLAN_FORMAT,
  name: 'Tuesday',
  steps,
  ...more,
});
const problemsOf = (value: unknown): string[] => {
  const read = readPlanFile(value);
  return read.ok ? [] : read.problems.map(({ path, expected }) => `${path}: ${expected}`);
};

describe('plan file', () => {
  test.each(PLAN_IDS)('%s, which comes with the game, is one', (id) => {
    expect(problemsOf(JSON.parse(JSON.stringify(readyPlan(id, 'Plan'))))).toEqual([]);
  });

  test.each([
    ['lesson50', 50],
    ['beforeAndAfter', 50],
    ['lesson45', 45],
    ['short20', 20],
    ['double90', 90],
    ['secondLesson', 50],
    ['competition', 30],
    ['exam', 42],
  ] as const)('%s takes %i minutes', (id, minutes) => {
    expect(minutesOf(readyPlan(id, 'Plan').steps)).toBe(minutes);
  });

  test.each([
    ['no round', plan([{ type: 'talk', minutes: 5 }]), ['steps: expected at least one step of type round']],
    ['no step', plan([]), ['steps: expected at least 1 entries']],
    [
      'podium in the middle',
      plan([round, { type: 'podium', minutes: 1 }, round]),
      ['steps[1].type: podium can only'],
    ],
    ['join at the end', plan([round, { type: 'join', minutes: 1 }]), ['steps[1].type: join can only']],
    [
      'unknown type',
      plan([round, { type: 'dance', minutes: 1 }]),
      ['steps[1].type: expected one of join, talk'],
    ],
    ['a field of another type', plan([{ ...round, steps: 3 }]), ['steps[0].steps: there is no such field']],
    ['a rule that does not exist', plan([{ ...round, asks: 'poem' }]), ['steps[0].asks: expected one of']],
    ['half a minute', plan([{ ...round, minutes: 0.5 }]), ['steps[0].minutes: expected a whole number']],
    ['no minutes', plan([{ type: 'round' }]), ['steps[0].minutes: missing']],
    [
      'inputs that are no list',
      plan([round, { type: 'trial', minutes: 1, x: 3 }]),
      ['steps[1].x: expected a list'],
    ],
    [
      'too long',
      plan(Array.from({ length: 5 }, () => ({ ...round, minutes: 60 }))),
      ['steps: expected at most 240 minutes'],
    ],
    [
      'too many',
      plan(Array.from({ length: 61 }, () => ({ ...round, minutes: 1 }))),
      ['steps: expected at most 60 steps'],
    ],
    ['words that the game has not', plan([{ ...round, words: 'poem' }]), ['steps[0].words: expected one of']],
    ['too many words', plan([{ ...round, say: 'a'.repeat(601) }]), ['steps[0].say: expected a text']],
    [
      'another version',
      { ...plan([round]), format: 'backprop-relay/plan@2' },
      ['format: expected "backprop-relay/plan@1"'],
    ],
    ['an unknown preset', plan([round], { network: 'moon' }), ['network: ']],
    ['a broken network', plan([round], { network: { format: 'x' } }), ['network.format: ']],
    ['no object', [], [': expected fields in braces']],
  ])('%s is told with its place', (_, value, starts) => {
    const problems = problemsOf(value);
    for (const start of starts)
      expect(
        problems.some((one) => one.startsWith(start)),
        problems.join('\n'),
      ).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('problems are told in Japanese, too', () => {
    const read = readPlanFile(plan([{ type: 'talk', minutes: 5 }]), 'ja');
    expect(read.ok ? [] : read.problems[0]!.expected).toMatch(/round のステップ/);
  });

  test('any JSON value gets an answer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (steps, more) => {
        for (const value of [
          more,
          plan([steps, round]),
          { ...plan([round]), steps, bell: more, network: more },
        ])
          expect(typeof readPlanFile(value).ok).toBe('boolean');
      }),
      { numRuns: runs(200, 5_000) },
    );
  });

  test('docs/plan-file.md: its example is one, and it names every type of step', () => {
    const page = readFileSync(
      join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'plan-file.md'),
      'utf8',
    );
    const [, example] = /```json\n(.*?)```/su.exec(page)!;
    expect(problemsOf(JSON.parse(example!))).toEqual([]);
    for (const type of STEP_TYPES) expect(page).toContain(`\`${type}\``);
  });

  test('a network of its own is read', () => {
    const { file } = PRESETS[0]!;
    expect(problemsOf(plan([round], { network: JSON.parse(JSON.stringify(file)) as unknown }))).toEqual([]);
  });
});

/** Any steps of a plan, as a file has them. */
const anyStep = fc.oneof(
  fc.record({
    type: fc.constant('round' as const),
    minutes: fc.integer({ min: 0, max: 4 }),
    style: fc.constantFrom('relay' as const, 'parallel' as const),
  }),
  fc.record({
    type: fc.constant('talk' as const),
    minutes: fc.integer({ min: 0, max: 4 }),
    say: fc.constantFrom('Look here.', 'Once more.'),
  }),
  fc.record({ type: fc.constant('sheet' as const), minutes: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    type: fc.constant('machine' as const),
    minutes: fc.integer({ min: 0, max: 4 }),
    steps: fc.integer({ min: 1, max: 9 }),
  }),
);

describe('steps of a session', () => {
  test('follow each other without a gap, each with an id of its own', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: PLAN_LIMITS.steps - 2 }), (steps) => {
        const file = plan([{ type: 'join', minutes: 3 }, ...steps, { type: 'podium', minutes: 2 }]);
        const { steps: planned, bell, words } = sessionPlanOf(file as never);
        expect(planned).toHaveLength(steps.length);
        expect(new Set(planned.map(({ id }) => id)).size).toBe(planned.length);
        expect(bell).toBe(minutesOf(steps) + 5);
        let from = 3;
        for (const [i, { minutes, id }] of planned.entries()) {
          expect(minutes).toEqual([from, from + steps[i]!.minutes]);
          from += steps[i]!.minutes;
          const said = steps[i]!.type === 'talk' ? (steps[i] as { say?: string }).say : undefined;
          expect(words[id]?.say).toBe(said);
          expect(id.startsWith(wordsIdOf(id))).toBe(true);
        }
      }),
      { numRuns: runs(100, 2_000) },
    );
  });

  test.each(PLAN_IDS)('%s: a session’s plan becomes a file again', (id) => {
    const session = sessionPlanOf(readyPlan(id, 'Plan'));
    const file = planFileOf(session, 'Again');
    expect(problemsOf(JSON.parse(JSON.stringify(file)))).toEqual([]);
    expect(sessionPlanOf(file)).toEqual(session);
  });

  test('become a file again with their words, also after they were changed', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 20 }), (steps) => {
        const session = sessionPlanOf(plan([{ type: 'join', minutes: 2 }, ...steps]) as never);
        expect(sessionPlanOf(planFileOf(session, 'Again'))).toEqual(session);
      }),
      { numRuns: runs(100, 2_000) },
    );
  });

  test('of every type have words in the game', () => {
    const all = STEP_TYPES.map((type) => ({ type, minutes: 1, x: [1], steps: 1 }));
    const { steps } = sessionPlanOf(plan(all) as never);
    expect(steps.map(({ id }) => wordsIdOf(id))).toEqual([
      'talk',
      'round',
      'vote',
      'trial',
      'machine',
      'exitTicket',
    ]);
  });
});
