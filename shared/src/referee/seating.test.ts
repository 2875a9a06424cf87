import { expect, test } from 'vitest';
import { generateNetwork } from '../lesson/generate.ts';
import { TestTable } from '../testing/table.ts';
import { playerView } from './view.ts';

const unitsOf = (table: TestTable): string[] =>
  Object.keys(table.session.players).map((player) => playerView(table.session, player).seat?.unit ?? '');

test.each([
  ['output', ['y1', 'y2']],
  ['hidden', ['h1', 'h2']],
] as const)(
  'with seats at %s units only those are dealt, and everyone moves on among them',
  (seat, units) => {
    const table = TestTable.started('mazur', 2, { seat });
    const first = unitsOf(table);
    expect([...first].sort()).toEqual(units);
    table.next(3);
    expect(unitsOf(table)).toEqual([...first].reverse());
    // The others are the machine's.
    expect(table.session.runs['A']!.seats).toHaveLength(4);
  },
);

test('more people than units of the kind open another lane, and then no more fit in', () => {
  const table = TestTable.started('mazur', 4, { seat: 'hidden' });
  expect(table.session.runs['A']!.lanes).toHaveLength(2);
  expect(unitsOf(table).sort()).toEqual(['h1', 'h1', 'h2', 'h2']);
});

test('where the network has no unit of the kind, people sit anywhere', () => {
  const table = TestTable.startedOn(generateNetwork('output', 1).file, 1, { seat: 'hidden' });
  expect(table.session.initial.layers).toHaveLength(1);
  expect(unitsOf(table)[0]).toMatch(/^y/u);
});
