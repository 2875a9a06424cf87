import { describe, expect, test } from 'vitest';
import { unitName } from '../../maths/unit.ts';
import type { Settings } from '../session/settings.ts';
import { LIMITS } from '../session/state.ts';
import { TestTable } from '../../testing/table.ts';
import { hostRow, playerView, publicEntries, type SessionView } from '../view.ts';

const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';

describe('a player who is sent away', () => {
  test('is replaced by the machine, has no rank, is in no view, and is rejected', () => {
    const table = TestTable.started('mazur', 4);
    table.ace('p1');
    expect(why(table.host({ type: 'removePlayer', player: 'p1', banned: false }))).toBe('accepted');
    expect(Object.keys(publicEntries(table.session, { p1: 'Mia' }, 'players/'))).toEqual([
      'players/p2',
      'players/p3',
      'players/p4',
    ]);
    expect(JSON.stringify(publicEntries(table.session, {}, 'seats/'))).not.toContain('p1');
    expect(playerView(table.session, 'p1')).toMatchObject({ gone: 'removed', seat: null });
    expect(hostRow(table.session, 'p1')).toBeNull();
    expect(why(table.answer('p1', 'G', '1'))).toBe('unknownPlayer');
    table.next(3);
    expect(table.session.runs['A']!.seats.filter(({ player }) => player === 'p1')).toEqual([]);
    table.host({ type: 'end' });
    expect(table.session.results!.players.map(({ player }) => player)).toEqual(['p2', 'p3', 'p4']);
  });

  test('does not hold up the round of the others', () => {
    const table = TestTable.started('mazur', 2, { pacing: 'auto' });
    table.ace('p2');
    table.host({ type: 'removePlayer', player: 'p1', banned: true });
    table.room({ type: 'tick' });
    expect(table.session.runs['A']!.phase.name).toBe('reveal');
  });

  test('makes room for another player, in the lobby too', () => {
    const table = TestTable.open('han-kamber', { teams: 1 });
    let count = 0;
    while (table.room({ type: 'joinPlayer', player: `p${count}` }).accepted) count++;
    table.host({ type: 'removePlayer', player: 'p0', banned: false });
    expect(why(table.room({ type: 'joinPlayer', player: 'more' }))).toBe('accepted');
  });
});

describe('a full session', () => {
  /** Session of `most` players that is full, in which `p1` has answered, and then p1, p3 and p2 leave. */
  function full(settings: Partial<Settings> = {}): TestTable {
    const table = TestTable.open('mazur', settings);
    let most = 0;
    while (table.room({ type: 'joinPlayer', player: `p${most + 1}` }).accepted) most++;
    table.host({ type: 'start' });
    table.answer('p1', 'G', '12345');
    for (const player of ['p1', 'p3', 'p2']) {
      table.at += 1_000;
      table.room({ type: 'playerLeft', player });
    }
    return table;
  }
  const newcomer = (table: TestTable, player: string) => table.room({ type: 'joinPlayer', player });

  test('the one away longest of those who never answered gives up the place', () => {
    const table = full();
    expect(newcomer(table, 'new1').accepted).toBe(true);
    expect(table.session.players['p3']!.removal).toBe('removed');
    expect(newcomer(table, 'new2').accepted).toBe(true);
    expect(table.session.players['p2']!.removal).toBe('removed');
    // Left are those who are there, and one who has answered.
    expect(newcomer(table, 'new3')).toEqual({ accepted: false, rejection: 'sessionFull' });
    expect(table.session.players['p1']!.removal).toBeNull();
    const seated = Object.values(table.session.players).filter(({ removal }) => removal === null);
    expect(seated.length).toBe(Object.keys(table.session.players).length - 2);
  });

  test('is not full as long as its players are ghosts, before the start and in homework too', () => {
    for (const settings of [{}, { pacing: 'self' as const }]) {
      const table = TestTable.open('mazur', settings);
      if (settings.pacing) table.host({ type: 'start' });
      for (let i = 0; i < 1_200; i++) {
        expect(newcomer(table, `g${i}`).accepted, `${i}`).toBe(true);
        table.room({ type: 'playerLeft', player: `g${i}` });
      }
      const here = Object.values(table.session.players).filter(({ removal }) => removal === null);
      expect(here.length).toBeLessThanOrEqual(LIMITS.players);
    }
  });

  test('a locked one stays locked', () => {
    const table = full();
    table.host({ type: 'lock', locked: true });
    expect(newcomer(table, 'new1')).toEqual({ accepted: false, rejection: 'sessionLocked' });
  });
});

describe('removeSilent', () => {
  const there = (table: TestTable) =>
    Object.values(table.session.players).flatMap(({ id, removal }) => (removal === null ? [id] : []));

  test('in the lobby: removes those who are away', () => {
    const table = TestTable.open('mazur');
    for (const player of ['p1', 'p2', 'p3']) table.room({ type: 'joinPlayer', player });
    table.room({ type: 'playerLeft', player: 'p2' });
    expect(hostRow(table.session, 'p2')).toMatchObject({ silent: true });
    expect(hostRow(table.session, 'p1')).toMatchObject({ silent: false });
    expect(table.host({ type: 'removeSilent' })).toMatchObject({ accepted: true });
    expect(there(table)).toEqual(['p1', 'p3']);
    expect(table.host({ type: 'removeSilent' })).toEqual({ accepted: true, events: [] });
  });

  test('in a lesson: removes all who have never answered once they have a second question', () => {
    const table = TestTable.started('mazur', 3);
    table.answer('p1', 'G', '12345');
    expect(table.host({ type: 'removeSilent' })).toEqual({ accepted: true, events: [] });
    table.next(3);
    table.answer('p3', 'G', '1');
    table.host({ type: 'removeSilent' });
    expect(there(table)).toEqual(['p1', 'p3']);
  });
});

describe('a player who is moved', () => {
  test('plays in the other team from the next round on, at the given unit', () => {
    const table = TestTable.started('mazur', 4, { teams: 2 });
    const { run } = table.session.players['p1']!;
    const other = run === 'A' ? 'B' : 'A';
    expect(why(table.host({ type: 'movePlayer', player: 'p1', run: other, unit: 'y2' }))).toBe('accepted');
    table.next(3);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: other, seat: { unit: 'y2' } });
    table.next(3);
    expect(table.session.players['p1']!.unitOverride).toBeNull();
  });

  test('can open a team, which starts from the initial network and at the round of the others', () => {
    const table = TestTable.started('swap', 4, { teams: 1 });
    table.next(3);
    table.host({ type: 'movePlayer', player: 'p1', run: null, unit: null });
    expect(Object.keys(table.session.runs)).toEqual(['A', 'B']);
    table.next();
    expect(table.session.runs['B']!.phase.name).toBe('idle');
    table.next(2);
    expect(table.session.runs['B']).toMatchObject({ round: 3, phase: { name: 'backward' } });
    expect(table.session.runs['B']!.network).toEqual(table.session.initial);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: 'B', seat: { round: 3 } });
  });

  test('cannot be moved to an unknown unit or team, nor to a full team', () => {
    const table = TestTable.started('han-kamber', 12, { teams: 2 });
    const move = (run: string | null, unit: string | null) =>
      why(table.host({ type: 'movePlayer', player: 'p1', run, unit }));
    expect([move('Z', null), move('A', 'h9'), move('A', 'x1'), move('B', null)]).toEqual([
      'unknownRun',
      'unknownUnit',
      'unknownUnit',
      'sessionFull',
    ]);
  });

  test('may be the last of a team: the machine plays on', () => {
    const table = TestTable.started('mazur', 2, { teams: 2, pacing: 'auto' });
    table.ace('p1');
    table.room({ type: 'playerLeft', player: 'p2' });
    table.at += 20_000;
    table.room({ type: 'tick' });
    expect(Object.values(table.session.runs).map(({ phase }) => phase.name)).toEqual(['reveal', 'reveal']);
    table.at += 60_000;
    table.room({ type: 'tick' });
    table.at += 60_000;
    table.room({ type: 'tick' });
    const { B } = table.session.runs;
    expect(B).toMatchObject({ round: 2, phase: { name: 'backward' } });
    expect(B!.seats.every(({ player }) => player === null)).toBe(true);
  });
});

test('display options: names, scores and ranks are hidden as the host sets', () => {
  const table = TestTable.started('mazur', 2, { rounds: 2 });
  table.ace('p1');
  table.next(2);
  const seen = () => {
    const { score, ranks } = playerView(table.session, 'p1');
    return [score, ranks?.length ?? null];
  };
  expect(seen()).toEqual([100, 2]); // half of the rounds are over
  table.host({ type: 'changeDisplay', display: { ranks: false } });
  expect(seen()).toEqual([100, null]);
  table.host({ type: 'changeDisplay', display: { ranks: true, scores: false } });
  expect(seen()).toEqual([null, null]);
  table.host({ type: 'end' });
  expect(publicEntries(table.session, {}, 'session/')['session/']).toMatchObject({
    podium: null,
    display: { names: true, scores: false, ranks: true },
  });
});

test('display options: without ranks, teams are in order of letters', () => {
  const table = TestTable.started('mazur', 4, { rounds: 1, teams: 2 });
  expect(table.session.players['p2']!.run).toBe('B');
  table.ace('p2');
  table.host({ type: 'end' });
  const teams = () => {
    const entries = publicEntries(table.session, {}, 'session/');
    return (entries['session/'] as SessionView).podium!.teams.map((team) => [team.run, team.rank]);
  };
  expect(teams()).toEqual([
    ['B', 1],
    ['A', 2],
  ]);
  table.host({ type: 'changeDisplay', display: { ranks: false } });
  expect(teams()).toEqual([
    ['A', null],
    ['B', null],
  ]);
});

test('ranks: hidden until half of the rounds are over', () => {
  const table = TestTable.started('mazur', 2, { rounds: 4 });
  const ranks = (): boolean => playerView(table.session, 'p1').ranks !== null;
  const seen = [1, 2, 3].map(() => {
    const before = ranks();
    table.next();
    const after = ranks();
    table.next(2);
    return [before, after];
  });
  expect(seen).toEqual([
    [false, false],
    [false, true],
    [true, true],
  ]);
});

test('changeRules: holds from the next round on; teams can change before the start only', () => {
  const table = TestTable.open('mazur');
  for (let i = 1; i <= 4; i++) table.room({ type: 'joinPlayer', player: `p${i}` });
  expect(why(table.host({ type: 'changeRules', changes: { teams: 2 } }))).toBe('accepted');
  table.host({ type: 'start' });
  expect(Object.keys(table.session.runs)).toEqual(['A', 'B']);
  expect(why(table.host({ type: 'changeRules', changes: { teams: 1 } }))).toBe('wrongPhase');
  table.host({ type: 'changeRules', changes: { style: 'relay', seat: 'hidden', asks: 'contribution' } });
  expect(table.session.runs['A']!.rules).toMatchObject({ style: 'parallel', seat: 'any' });
  table.next(3);
  const { seats, network, rules } = table.session.runs['A']!;
  expect(rules).toMatchObject({ style: 'relay', seat: 'hidden' });
  const units = seats.flatMap(({ player, unit }) => (player ? [unitName(network, unit)] : []));
  expect(units.every((unit) => unit.startsWith('h'))).toBe(true);
});

test('order turns: asks about each parameter of a unit in turn, the bias too', () => {
  const table = TestTable.started('swap', 1, { order: 'turns', parameterKinds: 'both', samples: 1 });
  const asked = new Map<string, Set<unknown>>();
  for (let round = 0; round < 12; round++) {
    const seat = table.seat('p1');
    const name = unitName(table.session.initial, seat.unit);
    asked.set(name, (asked.get(name) ?? new Set()).add(seat.question!.edge!.from));
    table.next(3);
  }
  for (const edges of asked.values()) expect(edges).toEqual(new Set([0, 1, 'bias']));
});

test('skip: takes back the points of the round, and keeps the weights', () => {
  const table = TestTable.started('mazur', 4);
  table.ace('p1');
  table.next(3);
  const { players, runs } = table.session;
  table.ace('p1');
  table.answer('p2', 'G', '12345');
  expect(why(table.host({ type: 'skip' }))).toBe('accepted');
  const pick = (session: typeof table.session) =>
    Object.values(session.players).map(({ score, questionPoints, pointsByRound }) => ({
      score,
      questionPoints,
      pointsByRound,
    }));
  expect(pick(table.session)).toEqual(pick({ ...table.session, players }));
  expect(table.session.runs['A']!.network).toEqual(runs['A']!.network);
  table.next();
  expect(table.session.runs['A']).toMatchObject({ round: 3, phase: { name: 'backward' } });
});
