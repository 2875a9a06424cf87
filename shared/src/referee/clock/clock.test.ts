import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';

describe('pacing auto', () => {
  const auto = { pacing: 'auto', rounds: 2, revealMs: 20_000, updateMs: 8_000 } as const;
  const phaseAfter = (table: TestTable, ms: number): string => {
    table.at += ms;
    table.room({ type: 'tick' });
    return table.session.runs['A']!.phase.name;
  };

  test('backward, reveal, update and the end come when they are due, not 1 ms sooner', () => {
    const table = TestTable.started('mazur', 2, auto);
    expect(phaseAfter(table, 119_999)).toBe('backward');
    expect(phaseAfter(table, 1)).toBe('reveal');
    expect(phaseAfter(table, 19_999)).toBe('reveal');
    expect(phaseAfter(table, 1)).toBe('update');
    expect(phaseAfter(table, 7_999)).toBe('update');
    expect(phaseAfter(table, 1)).toBe('backward');
    expect(table.session.runs['A']!.round).toBe(2);
    for (const ms of [120_000, 20_000, 8_000]) phaseAfter(table, ms);
    expect(table.session).toMatchObject({ status: 'ended', results: { teams: [{ run: 'A', rank: 1 }] } });
  });

  test('answering closes early when all players are done; with pacing host it stays open', () => {
    const table = TestTable.started('mazur', 2, auto);
    table.ace('p1');
    expect(phaseAfter(table, 1)).toBe('backward');
    table.ace('p2');
    expect(phaseAfter(table, 1)).toBe('reveal');
    const hosted = TestTable.started('mazur', 1);
    hosted.ace('p1');
    expect(phaseAfter(hosted, 10_000_000)).toBe('backward');
  });

  test('the host can still move on, pause and add time', () => {
    const table = TestTable.started('mazur', 2, auto);
    table.host({ type: 'next' });
    expect(table.session.runs['A']!.phase.name).toBe('reveal');
    table.at += 10_000;
    table.host({ type: 'pause' });
    expect(phaseAfter(table, 60_000)).toBe('reveal');
    table.host({ type: 'resume' });
    expect(phaseAfter(table, 9_999)).toBe('reveal');
    table.host({ type: 'addTime', ms: 30_000 });
    expect(phaseAfter(table, 1)).toBe('reveal');
    expect(phaseAfter(table, 30_000)).toBe('update');
  });
});
