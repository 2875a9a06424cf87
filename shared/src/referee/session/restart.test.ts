import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';

const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';

describe('after the end', () => {
  function over(): TestTable {
    const table = TestTable.started('mazur', 4, { teams: 2, rounds: 1 });
    for (const player of Object.keys(table.session.players)) table.ace(player);
    table.next(3);
    return table;
  }

  test('playAgain: the same players are in the lobby without points, and are asked anew', () => {
    const table = over();
    const first = table.session.seed;
    expect(table.session.status).toBe('ended');
    expect(why(table.host({ type: 'playAgain' }))).toBe('accepted');
    expect(table.session).toMatchObject({ status: 'lobby', runs: {}, results: null, restarts: 1 });
    expect(table.session.seed).not.toBe(first);
    expect(Object.values(table.session.players).map(({ score, run }) => [score, run])).toEqual(
      Array.from({ length: 4 }, () => [0, null]),
    );
    expect(why(table.room({ type: 'joinPlayer', player: 'new' }))).toBe('accepted');
    table.host({ type: 'start' });
    expect(table.session.runs['A']).toMatchObject({ round: 1, network: table.session.initial });
  });

  test('continueLesson: keeps the teams and their trained networks', () => {
    const table = over();
    const { network, losses } = table.session.runs['A']!;
    const changes = { style: 'relay', rounds: 2 } as const;
    expect(why(table.host({ type: 'continueLesson', changes }))).toBe('accepted');
    expect(table.session.runs['A']).toMatchObject({ round: 2, network, losses, rules: { style: 'relay' } });
    expect(table.session.players['p1']).toMatchObject({ run: 'A', score: 0, pointsByRound: [] });
    table.next(6);
    expect(table.session.status).toBe('ended');
    expect(table.session.runs['A']!.round).toBe(3);
  });

  test('both are rejected while a session runs, and other commands after the end', () => {
    const table = TestTable.started('mazur', 2);
    expect(why(table.host({ type: 'playAgain' }))).toBe('wrongPhase');
    expect(why(table.host({ type: 'continueLesson', changes: {} }))).toBe('wrongPhase');
    table.host({ type: 'end' });
    expect(why(table.room({ type: 'joinPlayer', player: 'p9' }))).toBe('sessionEnded');
    expect(why(table.host({ type: 'skip' }))).toBe('sessionEnded');
  });
});
