import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { publicView } from '../testing/seen';
import { activeLayer, correctedIn, isLayerWaiting, publicClock } from './activeLayer';

const RELAY = { style: 'relay', outputMs: 40_000, hiddenMs: 50_000 } as const;
const tick = (table: TestTable, ms: number): void => {
  table.at += ms;
  table.room({ type: 'tick' });
};

test('the active layer has its number of finished players and its deadline', () => {
  const table = TestTable.started('mazur', 4, RELAY);
  const from = table.at;
  const work = () => activeLayer(publicView(table), 'A', 0);
  expect(work()).toEqual({ layer: 2, isOutput: true, ready: 0, asked: 2, deadlineAt: from + 40_000 });
  table.ace('p2');
  expect(work()).toMatchObject({ ready: 1, asked: 2 });
  table.ace('p4');
  tick(table, 5_000);
  expect(work()).toEqual({ layer: 1, isOutput: false, ready: 0, asked: 2, deadlineAt: from + 55_000 });
  for (const player of ['p1', 'p3']) table.ace(player);
  tick(table, 1);
  expect(work()).toBeNull();
});

test('lanes with the same sample are counted together, others are not', () => {
  const same = TestTable.started('mazur', 8, RELAY);
  expect(publicView(same).runs['A']).toMatchObject({ lanes: 2 });
  expect(activeLayer(publicView(same), 'A', 1)).toMatchObject({ asked: 4 });
  const other = TestTable.started('swap', 8, RELAY);
  expect(activeLayer(publicView(other), 'A', 1)).toMatchObject({ asked: 2 });
});

test('layers wait until their turn: those before it backward, those after it forward', () => {
  const table = TestTable.started('deep', 3, RELAY);
  const lane = publicView(table).lanes['A/0']!;
  const last = lane.turn!.layer;
  expect(isLayerWaiting(lane, 'backward', last)).toBe(false);
  expect(isLayerWaiting(lane, 'backward', last - 1)).toBe(true);
  expect(isLayerWaiting(lane, 'backward', 0)).toBe(false);
  const closed = {
    ...lane,
    turn: { ...lane.turn!, layer: last - 1 },
    closed: [{ layer: last, corrected: 1 }],
  };
  expect([last, last - 1].map((layer) => isLayerWaiting(closed, 'backward', layer))).toEqual([false, false]);
  expect(isLayerWaiting({ ...lane, turn: { ...lane.turn!, layer: 1 } }, 'forward', 2)).toBe(true);
  expect(correctedIn(closed)).toBe(1);
});

test('the public clock is of the last turn in a relay, else of the phase', () => {
  const clock = (table: TestTable) => publicClock(publicView(table), publicView(table).runs['A']!);
  const relay = TestTable.started('mazur', 4, RELAY);
  expect(clock(relay)).toBe(relay.at + 40_000);
  tick(relay, 40_001);
  tick(relay, 50_001);
  expect(clock(relay)).toBeNull();
  const parallel = TestTable.started('mazur', 4);
  expect(clock(parallel)).toBe(parallel.at + 120_000);
});
