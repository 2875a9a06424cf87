import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sample } from '../../maths/network.ts';
import { settingsFor } from '../../lesson/settings.ts';
import { runs } from '../../testing/effort.ts';
import { TestTable } from '../../testing/table.ts';
import { firstSamples } from './firstSamples.ts';
import { teamRuns } from './teams.ts';

const samples = (...numbers: readonly number[]): Sample[] => numbers.map((x) => ({ x: [x], t: [x] }));
const upTo = (n: number): Sample[] => samples(...Array.from({ length: n }, (_, i) => i));

test.each([
  [6, 1, [0]],
  [6, 2, [0, 3]],
  [6, 3, [0, 2, 4]],
  [6, 4, [0, 1, 3, 4]],
  [6, 6, [0, 1, 2, 3, 4, 5]],
  [6, 8, [0, 1, 2, 3, 4, 5, 0, 1]],
  [1, 3, [0, 0, 0]],
])('%i samples, %i teams: they begin with %j', (n, teams, expected) => {
  expect(firstSamples(upTo(n), teams)).toEqual(expected);
});

test('samples with the same numbers count as one', () => {
  expect(firstSamples(samples(1, 2, 1, 2), 2)).toEqual([0, 3]);
  expect(firstSamples(samples(1, 1, 1, 2), 2)).toEqual([0, 3]);
});

const table = (preset: string, teams: number, chosen: object = {}): TestTable =>
  TestTable.started(preset, 2 * teams, { ...settingsFor('tenMinutes', { teams, samples: 1 }), ...chosen });
const batchOf = (of: TestTable, run: string): number[] =>
  of.session.runs[run]!.lanes.map(({ sample }) => sample);
/** Goes on to the next round of all teams. */
const nextRound = (of: TestTable): void => {
  of.next(3);
};

test('property: teams share no sample while there are enough, and take each equally often', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('swap', 'article', 'line', 'dead-relu'),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (preset, teams, batch) => {
        const of = table(preset, teams, { samples: batch, rounds: null, pacing: 'host', weights: 'true' });
        const n = of.session.data.length;
        const seen = new Map(teamRuns(of.session).map(({ id }) => [id, Array<number>(n).fill(0)]));
        for (let round = 0; round < n; round++) {
          const taken = [...seen.keys()].map((run) => [...new Set(batchOf(of, run))]);
          for (const [team, counts] of [...seen.values()].entries())
            for (const sample of taken[team]!) counts[sample]!++;
          const largest = Math.max(...taken.map(({ length }) => length));
          if (seen.size * largest <= n) expect(new Set(taken.flat()).size).toBe(taken.flat().length);
          nextRound(of);
        }
        for (const counts of seen.values()) expect(new Set(counts).size).toBe(1);
      },
    ),
    { numRuns: runs(40, 400) },
  );
});

test('the reference run of a team takes the order of its team', () => {
  const of = table('swap', 4, { weights: 'earned', rounds: null, pacing: 'host' });
  for (let round = 0; round < 2; round++) nextRound(of);
  for (const { losses, referenceLosses } of teamRuns(of.session)) expect(referenceLosses).toEqual(losses);
  const ends = teamRuns(of.session).map(({ losses }) => losses.at(-1));
  expect(new Set(ends).size).toBeGreaterThan(1);
});

test('lesson, one question and homework begin with the first sample; so does the host’s choice', () => {
  const first = (kind: Parameters<typeof settingsFor>[0], chosen = {}): number[] => {
    const of = TestTable.started('swap', 8, settingsFor(kind, { teams: 4, ...chosen }));
    return [...new Set(Object.keys(of.session.runs).map((run) => batchOf(of, run)[0]!))];
  };
  expect(first('lesson')).toEqual([0]);
  expect(first('oneQuestion')).toEqual([0]);
  expect(first('homework')).toEqual([0]);
  expect(first('tenMinutes')).toEqual([0, 1, 2, 3]);
  expect(first('hosted')).toEqual([0, 1, 2, 3]);
  expect(first('tenMinutes', { teamSamples: 'same' })).toEqual([0]);
});

test('the choice is made before the start', () => {
  const of = TestTable.open('swap', settingsFor('tenMinutes', { teams: 2 }));
  for (const player of ['p1', 'p2']) of.room({ type: 'joinPlayer', player });
  const same = { type: 'changeRules', changes: { teamSamples: 'same' } } as const;
  expect(of.host(same).accepted).toBe(true);
  of.host({ type: 'start' });
  expect([batchOf(of, 'A'), batchOf(of, 'B')]).toEqual([[0], [0]]);
  expect(of.host(same)).toEqual({ accepted: false, rejection: 'wrongPhase' });
});

test('a team that is opened later begins with a sample that no other team goes on with', () => {
  const of = table('swap', 2, { rounds: null, pacing: 'host', weights: 'true' });
  of.host({ type: 'movePlayer', player: 'p1', run: null, unit: null });
  nextRound(of);
  const batches = ['A', 'B', 'C'].map((run) => batchOf(of, run)[0]);
  expect(batches).toEqual([1, 3, 2]);
});

test('a skipped round takes the same samples again, in every team', () => {
  const of = table('swap', 3, { rounds: null, pacing: 'host', weights: 'true' });
  nextRound(of);
  const before = ['A', 'B', 'C'].map((run) => batchOf(of, run));
  of.host({ type: 'skip' });
  of.next();
  expect(['A', 'B', 'C'].map((run) => batchOf(of, run))).toEqual(before);
});
