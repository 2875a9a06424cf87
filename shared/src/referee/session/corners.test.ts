import { describe, expect, test } from 'vitest';
import { rightAnswer } from '../../testing/answers.ts';
import { TestTable } from '../../testing/table.ts';
import { playerView } from '../view.ts';

/** Corner cases that the simulation found, each pinned by one test. */

const scoreOf = (table: TestTable, player: string): number => table.session.players[player]!.score;
const streakOf = (table: TestTable, player: string): number => table.session.players[player]!.streak;

describe('speed bonus', () => {
  test('is full until half of the time is left, however long a pause was', () => {
    const table = TestTable.started('mazur', 2, { pacing: 'auto', speedBonus: true });
    table.host({ type: 'pause' });
    table.at += 600_000;
    table.host({ type: 'resume' });
    table.at += 45_000; // p2 is at an output and has 90 s
    table.ace('p2');
    expect(scoreOf(table, 'p2')).toBe(110);
  });

  test('goes by the own turn of a player with extra time, also after the layer has closed', () => {
    const table = TestTable.started('mazur', 2, { style: 'relay', pacing: 'auto', speedBonus: true });
    table.host({ type: 'giveTime', player: 'p2', factor: 10 });
    table.at += 181_000; // twice the 90 s of the layer, which then closes
    table.room({ type: 'tick' });
    expect(table.session.runs['A']!.lanes[0]!.turn?.layer).toBe(1);
    table.at += 269_000 + 225_000; // a quarter of its 900 s is left
    table.ace('p2');
    expect(scoreOf(table, 'p2')).toBeCloseTo(105, 9);
  });
});

test('an own run whose rounds do not train keeps its weights', () => {
  const table = TestTable.started('swap', 1, { pacing: 'self', trains: false, rounds: 2 });
  const { network } = table.session.runs['1']!;
  const goOn = (): string => {
    table.player('p1', { type: 'goOn', run: '1' });
    return table.session.runs['1']!.phase.name;
  };
  expect([goOn(), goOn(), goOn(), goOn()]).toEqual(['reveal', 'backward', 'reveal', 'ended']);
  expect(table.session.runs['1']!.network).toEqual(network);
});

test('a round that is skipped neither lengthens nor ends a streak', () => {
  const table = TestTable.started('mazur', 2);
  table.ace('p1');
  table.ace('p2');
  table.next(3);
  table.answer('p1', 'G', '12345');
  table.ace('p2');
  expect([streakOf(table, 'p1'), streakOf(table, 'p2')]).toEqual([0, 2]);
  table.host({ type: 'skip' });
  expect([streakOf(table, 'p1'), streakOf(table, 'p2')]).toEqual([1, 1]);
});

describe('a player with extra time', () => {
  test('loses the streak when stopping without having finished', () => {
    const table = TestTable.started('mazur', 2);
    table.ace('p1');
    table.next(3);
    table.host({ type: 'giveTime', player: 'p1', factor: 10 });
    table.next();
    expect(streakOf(table, 'p1')).toBe(1);
    table.player('p1', { type: 'stopFinishing', run: 'A', round: 2 });
    expect(streakOf(table, 'p1')).toBe(0);
  });

  test('earns a full share when done before the update', () => {
    const table = TestTable.started('mazur', 2, { weights: 'earned' });
    table.next(6);
    table.host({ type: 'giveTime', player: 'p1', factor: 10 });
    table.ace('p2');
    const { question, truth } = table.seat('p1');
    table.next();
    for (const part of question!.parts) table.answer('p1', part, rightAnswer(truth!, part));
    table.player('p1', { type: 'stopFinishing', run: 'A', round: 3 });
    table.next();
    expect(table.session.runs['A']!.lastUpdate!.shares!.flat()).toEqual([1, 1, 1, 1]);
  });
});

test('guess: counts until the public deadline, also when the host moves on later', () => {
  const plan = [{ id: 'trial', type: 'trial', minutes: [0, 1], x: [0, 1], ms: 60_000 }] as const;
  const table = TestTable.started('swap', 1, { plan });
  const guess = () => table.player('p1', { type: 'makeGuess', outputs: [1, 0] });
  table.at += 60_000;
  expect(guess().accepted).toBe(true);
  table.at += 1;
  expect(guess()).toEqual({ accepted: false, rejection: 'tooLate' });
});

test('moved player: stops finishing in the former team, and has one seat at a time', () => {
  const table = TestTable.started('mazur', 4, { teams: 2 });
  const finishing = (run: string) => Object.keys(table.session.runs[run]!.finishing);
  table.host({ type: 'giveTime', player: 'p1', factor: 10 });
  table.host({ type: 'giveTime', player: 'p3', factor: 10 });
  table.host({ type: 'movePlayer', player: 'p1', run: 'B', unit: null });
  table.next();
  expect(finishing('A')).toEqual(['p3']);
  table.host({ type: 'movePlayer', player: 'p3', run: 'B', unit: null });
  expect(finishing('A')).toEqual([]);
  table.next(2);
  expect(table.session.runs['A']!.seats.filter(({ player }) => player !== null)).toEqual([]);
  expect(table.session.runs['B']!.seats.filter(({ player }) => player !== null)).toHaveLength(4);
});

test('moved player: a round that the end interrupts counts for the new team', () => {
  const table = TestTable.started('mazur', 2, { teams: 2 });
  table.ace('p1');
  table.next(3);
  table.answer('p1', 'places', table.truth('p1').places.join(' ')); // 40 or 50 of 100
  const points = table.session.players['p1']!.questionPoints;
  table.host({ type: 'movePlayer', player: 'p1', run: 'B', unit: null });
  table.host({ type: 'end' });
  const team = table.session.results!.teams.find(({ run }) => run === 'B')!;
  expect(team.points).toBeCloseTo((950 * (points / 2 + 0)) / 2 / 100 + 50, 9);
});

test('bet: is about the own weight, also in questions of kind debug', () => {
  const table = TestTable.started('mazur', 2, { style: 'relay', asks: 'debug' });
  const { edge } = table.seat('p1').question!;
  const { weights } = table.session.runs['A']!.lanes[0]!.truth.gradients;
  const up = weights[0]![edge!.from as number]![edge!.to]! < 0;
  table.player('p1', { type: 'placeBet', run: 'A', round: 1, up });
  table.next();
  expect(table.session.runs['A']!.bets['p1']).toEqual({ up, won: true });
});

test('weights as answered: an unreadable answer does not replace the one before', () => {
  const table = TestTable.started('mazur', 2, { weights: 'answered' });
  table.next(6);
  table.answer('p1', 'G', '0.0012');
  table.answer('p1', 'G', 'er');
  table.next();
  const { network, rules } = table.session.runs['A']!;
  const { layer, from, to } = table.seat('p1').question!.edge!;
  const before = network.weights[layer - 1]![from as number]![to]!;
  table.next();
  const after = table.session.runs['A']!.network.weights[layer - 1]![from as number]![to]!;
  expect(rules.weights).toBe('answered');
  expect(after - before).toBeCloseTo(-network.learningRate * 0.0012, 9);
});

describe('pacing auto', () => {
  const settings = { pacing: 'auto', rounds: 3, updateMs: 8_000 } as const;
  const roundsAfter = (table: TestTable): number[] => {
    for (let minute = 0; minute < 5; minute++) {
      table.at += 60_000;
      table.room({ type: 'tick' });
    }
    return Object.values(table.session.runs).map(({ round }) => round);
  };

  test('goes on after a team has been opened in mid-session', () => {
    const table = TestTable.started('mazur', 3, settings);
    table.host({ type: 'movePlayer', player: 'p1', run: null, unit: null });
    expect(roundsAfter(table)).toEqual([2, 2]);
  });

  test('goes on after a round has been skipped', () => {
    const table = TestTable.started('mazur', 2, settings);
    table.host({ type: 'skip' });
    expect(roundsAfter(table)[0]).toBeGreaterThan(1);
  });
});

test('moved player: plays the present round to its end', () => {
  const table = TestTable.started('mazur', 4, { teams: 2 });
  table.host({ type: 'movePlayer', player: 'p1', run: 'B', unit: null });
  const view = () => playerView(table.session, 'p1');
  expect(view()).toMatchObject({ run: 'A', seat: { turn: 'open' } });
  table.next(3);
  expect(view()).toMatchObject({ run: 'B', seat: { round: 2 } });
});
