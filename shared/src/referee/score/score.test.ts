import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { teamsBySize } from '../teams/teams.ts';
import { playerView } from '../view.ts';

describe('scores', () => {
  const competition = { pacing: 'auto', teams: 2, rounds: 4, speedBonus: true } as const;

  test('a streak brings 0, 5, 10, 15, 15, and a miss ends it', () => {
    const table = TestTable.started('mazur', 1);
    const extraQuestions = [1, 2, 3, 4, 5].map(() => {
      const before = table.session.players['p1']!.score;
      table.ace('p1');
      table.next(3);
      return Math.round(table.session.players['p1']!.score - before - 100);
    });
    expect(extraQuestions).toEqual([0, 5, 10, 15, 15]);
    table.answer('p1', 'G', '12345');
    expect(table.session.players['p1']!.streak).toBe(0);
    table.ace('p1');
    expect(table.session.players['p1']!.streak).toBe(0);
    table.next(3);
    table.ace('p1');
    expect(table.session.players['p1']!.streak).toBe(1);
    table.next(3);
    table.next(3);
    expect(table.session.players['p1']!.streak).toBe(0);
  });

  test('speed bonus: full until half-time, 0 at the deadline, only without a miss, not when hosted', () => {
    const scoreAt = (ms: number, miss = false, settings: object = competition): number => {
      const table = TestTable.started('mazur', 2, settings); // p2 is at the hidden unit of team B: 120 s
      if (miss) table.answer('p2', 'G', '12345');
      table.at += ms;
      table.ace('p2');
      return Math.round(table.session.players['p2']!.score * 100) / 100;
    };
    expect([scoreAt(0), scoreAt(60_000), scoreAt(90_000), scoreAt(120_000)]).toEqual([110, 110, 105, 100]);
    expect(scoreAt(0, true)).toBe(92);
    expect(scoreAt(0, false, {})).toBe(100);
  });

  test('team results: equal to the formula worked out by hand', () => {
    const table = TestTable.started('mazur', 4, competition); // A: p1 p3, B: p2 p4
    table.ace('p1'); // 100
    table.answer('p3', 'places', table.truth('p3').places.join(' ')); // output: 50
    table.answer('p2', 'places', 'o:x1'); // hidden: a miss, then 24
    table.answer('p2', 'places', table.truth('p2').places.join(' '));
    table.next();
    table.next();
    table.host({ type: 'end' });
    // A: mean (100 + 50) / 2 = 75 → 712.5, B: mean (24 + 0) / 2 = 12 → 114; both learned as well as can be: + 50.
    const teams = table.session.results!.teams.map((team) => ({
      ...team,
      points: Math.round(team.points * 10) / 10,
    }));
    expect(teams).toEqual([
      { run: 'A', points: 762.5, rank: 1 },
      { run: 'B', points: 164, rank: 2 },
    ]);
  });

  test('ties share a rank, and the next rank is skipped', () => {
    const table = TestTable.started('mazur', 4, { teams: 1 });
    for (const id of ['p1', 'p2', 'p3']) table.answer(id, 'places', table.truth(id).places.join(' '));
    table.host({ type: 'end' });
    const ranks = Object.fromEntries(
      table.session.results!.players.map(({ player, rank }) => [player, rank]),
    );
    // p1 and p3 are hidden (places 40 of 100), p2 is at an output (50).
    expect(ranks).toEqual({ p2: 1, p1: 2, p3: 2, p4: 4 });
    expect(playerView(table.session, 'p4').ranks?.map(({ player }) => player)).toEqual(['p1', 'p3', 'p4']);
  });

  test('a team of a competition: the sizes of the default class', () => {
    const sizes = [2, 5, 12, 31, 32, 80, 300, 1000].map((people) => teamsBySize(people));
    expect(sizes).toEqual([1, 1, 3, 8, 8, 8, 12, 40]);
  });
});
