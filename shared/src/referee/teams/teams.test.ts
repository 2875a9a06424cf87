import { expect, test } from 'vitest';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { sessionCapacity } from './teams.ts';

/** Presets 2-2-2 and 2-3-2, with four samples each. */
const FOUR_UNITS = 'swap';
const FIVE_UNITS = 'sum-and-difference';

test.each([
  { people: 2, network: FOUR_UNITS, teams: 1, sizes: [2], lanes: 1, machines: 2 },
  { people: 5, network: FIVE_UNITS, teams: 1, sizes: [5], lanes: 1, machines: 0 },
  { people: 12, network: FOUR_UNITS, teams: 3, sizes: [4], lanes: 1, machines: 0 },
  { people: 31, network: FOUR_UNITS, teams: 8, sizes: [4, 3], lanes: 1, machines: 1 },
  { people: 32, network: FOUR_UNITS, teams: 8, sizes: [4], lanes: 1, machines: 0 },
  { people: 80, network: FIVE_UNITS, teams: 8, sizes: [10], lanes: 2, machines: 0 },
  { people: 300, network: FIVE_UNITS, teams: 12, sizes: [25], lanes: 5, machines: 0 },
  { people: 1_000, network: FIVE_UNITS, teams: 40, sizes: [25], lanes: 5, machines: 0 },
])(
  '$people people make $teams teams of $sizes in $lanes lanes',
  ({ people, network, teams, sizes, lanes, machines }) => {
    const { session } = TestTable.started(network, people, settingsFor('tenMinutes'));
    const runs = Object.values(session.runs);
    const sizeOf = (run: string) =>
      Object.values(session.players).filter((player) => player.run === run).length;
    expect(runs).toHaveLength(teams);
    expect([...new Set(runs.map(({ id }) => sizeOf(id)))]).toEqual(sizes);
    expect(new Set(runs.map((run) => run.lanes.length))).toEqual(new Set([lanes]));
    const seats = runs.flatMap((run) => run.seats);
    expect(seats.filter(({ player }) => player === null)).toHaveLength(machines);
    expect(seats.filter(({ player }) => player !== null)).toHaveLength(people);
  },
);

test('sessionCapacity: 160 for the lesson plan, which asks one seat kind about one sample', () => {
  const table = TestTable.open(FOUR_UNITS, settingsFor('lesson'));
  expect(sessionCapacity(table.session)).toBe(160);
  expect(sessionCapacity(TestTable.open(FIVE_UNITS, settingsFor('tenMinutes')).session)).toBe(1_000);
});

test('sessionCapacity: is that of the session, also where another one has the same settings', () => {
  const { session } = TestTable.open(FOUR_UNITS, settingsFor('lesson'));
  const { initial, data } = TestTable.open(FIVE_UNITS, settingsFor('lesson')).session;
  const capacity = sessionCapacity(session);
  expect(sessionCapacity({ ...session, initial, data })).toBeGreaterThan(capacity);
  expect(sessionCapacity({ ...session, data: session.data.slice(0, 1) })).toBeLessThanOrEqual(capacity);
  expect(sessionCapacity(session)).toBe(capacity);
});
