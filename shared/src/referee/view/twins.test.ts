import { expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import { TestTable } from '../../testing/table.ts';
import { type LaneView, playerView, publicEntries } from '../view.ts';

/** Two teams with the same network and sample: A (p1 p3 p5 p7) is ahead of B (p2 p4 p6 p8). */
function ahead(settings: object): TestTable {
  const table = TestTable.started('mazur', 8, { teams: 2, ...settings });
  const { layer } = table.session.runs['A']!.lanes[0]!.turn!;
  for (const { player, unit } of table.session.runs['A']!.seats) if (unit.layer === layer) table.ace(player!);
  table.at += 1;
  table.room({ type: 'tick' });
  return table;
}
const everyones = (table: TestTable, run: string): LaneView =>
  publicEntries(table.session, {}, `lanes/${run}/0`)[`lanes/${run}/0`] as LaneView;
const own = (table: TestTable, player: string, run: string): LaneView =>
  playerView(table.session, player).own[`lanes/${run}/0`] as LaneView;

test('error signals of the team that is ahead are hidden from others until the other team has come as far', () => {
  const table = ahead({ style: 'relay' });
  const { deltas } = table.session.runs['A']!.lanes[0]!.truth;
  expect(everyones(table, 'A').parcels).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(own(table, 'p1', 'A').parcels).toEqual([[null, null], deltas[1]]);
  expect(own(table, 'p2', 'B').parcels).toEqual([
    [null, null],
    [null, null],
  ]);
  for (const { player, unit } of table.session.runs['B']!.seats) if (unit.layer === 2) table.ace(player!);
  table.at += 1;
  table.room({ type: 'tick' });
  expect(everyones(table, 'A').parcels).toEqual([[null, null], deltas[1]]);
});

test('pre-activations of the team that is ahead are hidden from others on the way forward, too', () => {
  const table = ahead({ asksFor: 'both' });
  const { pass } = table.session.runs['A']!.lanes[0]!;
  expect(everyones(table, 'A').sums[0]).toEqual([null, null]);
  expect(own(table, 'p1', 'A').sums[0]).toEqual(pass.sums[0]);
  expect(own(table, 'p2', 'B').sums[0]).toEqual([null, null]);
});

test('a new team on the network that others began with is not shown their last update', () => {
  const table = TestTable.started('article', 8, { teams: 2 });
  table.host({ type: 'movePlayer', player: 'p1', run: null, unit: null });
  table.next(2);
  const updatesShown = () => Object.keys(publicEntries(table.session, {}, 'updates/'));
  expect(updatesShown()).toEqual(['updates/A', 'updates/B']);
  const { gradients } = table.session.runs['A']!.lastUpdate!;
  table.next();
  const { C } = table.session.runs;
  expect(C!.network).toEqual(table.session.initial);
  expect(updatesShown()).toEqual([]);
  expect(JSON.stringify(publicEntries(table.session, {}, ''))).not.toContain(
    String(gradients.weights[0]![0]![0]),
  );
});

test('samples with the same inputs hold the same secrets, in whichever team', () => {
  const file = presetById('article')!;
  const twice = { ...file, data: [file.data[0]!, file.data[0]!] };
  const table = TestTable.startedOn(twice, 8, { teams: 2, style: 'relay' });
  const other = { ...table.session.runs['B']!.lanes[0]!, sample: 1 };
  table.session = {
    ...table.session,
    runs: { ...table.session.runs, B: { ...table.session.runs['B']!, lanes: [other] } },
  };
  for (const { player, unit } of table.session.runs['A']!.seats) if (unit.layer === 2) table.ace(player!);
  table.at += 1;
  table.room({ type: 'tick' });
  expect(table.session.runs['A']!.lanes[0]!.turn?.layer).toBe(1);
  expect(everyones(table, 'A').parcels?.at(-1)).toEqual(other.truth.deltas.at(-1)!.map(() => null));
});
