import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { playerView, publicEntries, type LaneView } from '../view.ts';

/** Mazur's 2-2-2: p1 is h1, p2 y1, p3 h2, p4 y2. */
const started = (asksFor: 'forward' | 'both', settings: object = {}): TestTable =>
  TestTable.started('mazur', 4, { asksFor, forwardMs: 45_000, ...settings });
const tick = (table: TestTable): void => {
  table.at += 1;
  table.room({ type: 'tick' });
};
const lane = (table: TestTable): LaneView =>
  publicEntries(table.session, {}, 'lanes/A/0')['lanes/A/0'] as LaneView;
const phase = (table: TestTable): string => table.session.runs['A']!.phase.name;

describe('a forward phase', () => {
  test('goes layer by layer; sums and outputs are secret until their layer has closed', () => {
    const table = started('both');
    const { pass } = table.session.runs['A']!.lanes[0]!;
    expect(playerView(table.session, 'p1').seat).toMatchObject({
      kind: 'forward',
      parts: ['u:h1', 'a:h1'],
      turn: 'open',
    });
    expect(playerView(table.session, 'p2').seat).toMatchObject({ turn: 'waiting' });
    expect(lane(table)).toMatchObject({
      sums: [
        [null, null],
        [null, null],
      ],
    });
    expect(table.answer('p2', 'u:y1', '1')).toMatchObject({ rejection: 'notYet' });
    for (const player of ['p1', 'p3']) table.ace(player);
    tick(table);
    expect(lane(table)).toMatchObject({
      sums: [pass.sums[0], [null, null]],
      outputs: [pass.outputs[0], [null, null]],
    });
    for (const player of ['p2', 'p4']) table.ace(player);
    tick(table);
    expect(lane(table)).toMatchObject({ sums: pass.sums, turn: null });
    expect(phase(table)).toBe('forward');
  });

  test('leads to the backward phase; both together are worth one question', () => {
    const table = started('both');
    for (const player of ['p1', 'p3']) table.ace(player);
    expect(table.session.players['p1']!.score).toBeCloseTo((100 * 40) / 140, 9);
    expect(table.session.players['p1']!.streak).toBe(0);
    table.next();
    expect(phase(table)).toBe('backward');
    expect(playerView(table.session, 'p1').seat).toMatchObject({ kind: 'contribution', turn: 'open' });
    table.ace('p1');
    expect(table.session.players['p1']).toMatchObject({ streak: 1 });
    expect(table.session.players['p1']!.score).toBeCloseTo(100, 9);
    table.next();
    expect(phase(table)).toBe('reveal');
    expect(table.session.players['p1']!.pointsByRound[0]).toBeCloseTo(100, 9);
  });

  test('without a backward phase ends in the reveal; unscored and untrained, it changes nothing', () => {
    const table = started('forward', { scored: false, trains: false });
    const before = table.session.runs['A']!.network;
    for (const player of ['p1', 'p3']) table.ace(player);
    table.next();
    expect(phase(table)).toBe('reveal');
    expect(playerView(table.session, 'p1').seat?.truth).toHaveProperty('u:h1');
    table.next();
    expect(table.session.runs['A']).toMatchObject({
      round: 2,
      network: before,
      losses: [expect.any(Number)],
    });
    expect(table.session.players['p1']).toMatchObject({ score: 0, streak: 0, pointsByRound: [] });
  });

  test('moves on by itself with pacing auto', () => {
    const table = started('both', { pacing: 'auto' });
    for (const [ms, expected] of [
      [45_001, 'forward'],
      [45_001, 'backward'],
      [120_000, 'reveal'],
    ] as const) {
      table.at += ms;
      table.room({ type: 'tick' });
      tick(table);
      expect(phase(table)).toBe(expected);
    }
  });
});
