import { expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import { TestTable } from '../../testing/table.ts';
import { publicEntries } from './publicView.ts';

test('public view: has the samples that the network learns from, a hundred at most', () => {
  const swap = presetById('swap')!;
  const many = Array.from({ length: 250 }, (_, i) => ({ x: [i, 1], t: [1, i] }));
  const shown = (table: TestTable): unknown => publicEntries(table.session, {}, 'data/')['data/'];
  expect(shown(TestTable.startedOn(swap, 2))).toEqual(swap.data);
  expect(shown(TestTable.startedOn({ ...swap, data: many }, 2))).toEqual(many.slice(0, 100));
});
