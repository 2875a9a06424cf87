import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { playerView, publicEntries } from '../view.ts';

const HOMEWORK = settingsFor('homework', { rounds: 2 });
const DUE = 2_000_000;

function goOn(table: TestTable, player: string): unknown {
  const { run } = playerView(table.session, player);
  const said = table.player(player, { type: 'goOn', run: run! });
  return said.accepted ? 'accepted' : said.rejection;
}
const own = (table: TestTable, player: string) => table.session.runs[playerView(table.session, player).run!]!;

describe('self-paced', () => {
  test('every player moves on in an own run, without waiting for others', () => {
    const table = TestTable.started('swap', 2, HOMEWORK);
    for (let round = 1; round <= 2; round++) {
      table.ace('p1');
      for (let i = 0; i < 3; i++) expect(goOn(table, 'p1')).toBe('accepted');
    }
    expect(own(table, 'p1')).toMatchObject({ round: 2, phase: { name: 'ended' } });
    expect(own(table, 'p2')).toMatchObject({ round: 1, phase: { name: 'backward' } });
    expect(table.session.players['p1']).toMatchObject({ pointsByRound: [100, 100] });
    expect(goOn(table, 'p1')).toBe('accepted');
    expect(table.session.status).toBe('running');
  });

  test('a hint can be taken and halves its part, as in a class', () => {
    const table = TestTable.started('swap', 1, HOMEWORK);
    const { run } = playerView(table.session, 'p1');
    table.player('p1', { type: 'takeHint', run: run!, round: 1, part: 'places' });
    expect(playerView(table.session, 'p1').seat!.hints.places!.length).toBeGreaterThan(0);
    table.ace('p1');
    const { parts, answers } = playerView(table.session, 'p1').seat!;
    const whole = 100 / (parts.length + 1);
    expect(answers.places!.points).toBeCloseTo(whole, 6);
    expect(answers.G!.points).toBeCloseTo(whole, 6);
  });

  test('all players are asked the same in the same order, late comers too', () => {
    const table = TestTable.started('swap', 2, HOMEWORK);
    const asked = (player: string) => {
      const { sample, edge, parts } = table.seat(player).question!;
      return { sample, edge, parts };
    };
    const first = asked('p1');
    for (let i = 0; i < 3; i++) goOn(table, 'p1');
    table.room({ type: 'joinPlayer', player: 'late' });
    expect([asked('p2'), asked('late')]).toEqual([first, first]);
    for (let i = 0; i < 3; i++) goOn(table, 'late');
    expect(asked('late')).toEqual(asked('p1'));
    expect(asked('late')).not.toEqual(first);
  });

  test('an own run is visible to its player only, without the secrets', () => {
    const table = TestTable.started('swap', 2, HOMEWORK);
    const entries = publicEntries(table.session, {}, '');
    expect(
      Object.keys(entries).filter((path) => /^(?:runs|networks|lanes|seats|updates)\//u.test(path)),
    ).toEqual([]);
    const { run } = playerView(table.session, 'p1');
    expect(Object.keys(playerView(table.session, 'p1').own)).toContain(`lanes/${run}/0`);
    expect(playerView(table.session, 'p1').own[`lanes/${run!}/0`]).toMatchObject({ truth: null });
    expect(Object.keys(playerView(table.session, 'p2').own)).not.toContain(`lanes/${run}/0`);
    expect(table.player('p2', { type: 'goOn', run: run! })).toEqual({
      accepted: false,
      rejection: 'unknownRun',
    });
  });

  test('the host cannot press Next; after the due date the session ends', () => {
    const table = TestTable.started('swap', 1, { ...HOMEWORK, dueAt: DUE });
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'wrongPhase' });
    table.at = DUE;
    table.room({ type: 'tick' });
    expect(table.answer('p1', 'places', table.truth('p1').places.join(' ')).accepted).toBe(true);
    table.at = DUE + 1;
    expect(goOn(table, 'p1')).toBe('tooLate');
    expect(table.room({ type: 'joinPlayer', player: 'late' })).toEqual({
      accepted: false,
      rejection: 'tooLate',
    });
    table.room({ type: 'tick' });
    expect(table.session).toMatchObject({ status: 'ended', results: { teams: [] } });
    expect(table.session.results!.players.map(({ player }) => player)).toEqual(['p1']);
  });

  test('a session can be started before any player has joined', () => {
    const table = TestTable.open('swap', HOMEWORK);
    expect(table.host({ type: 'start' }).accepted).toBe(true);
    table.room({ type: 'joinPlayer', player: 'p1' });
    expect(playerView(table.session, 'p1').seat).toMatchObject({ round: 1, turn: 'open' });
  });
});

test('record: keeps points, tries and mistakes of every round, each mistake once', () => {
  const table = TestTable.started('swap', 2, HOMEWORK);
  const { G } = table.truth('p1');
  // Two answers with the sign turned.
  for (const raw of [String(-G), String(-G * 1.000001)]) table.answer('p1', 'G', raw);
  table.ace('p1');
  table.player('p1', { type: 'goOn', run: '1' });
  const [first, ...others] = playerView(table.session, 'p1').record;
  expect(others).toEqual([]);
  expect(first!.round).toBe(1);
  expect(first!.parts.map(({ part }) => part)).toEqual(table.seat('p1').question!.parts);
  expect(first!.parts.at(-1)).toEqual({ part: 'G', tries: 3, right: true });
  // Crossed weights come to the same number here.
  expect(first!.mistakes).toEqual([['sign', 'sum-crossed']]);
  expect(first!.points).toBeCloseTo(table.session.players['p1']!.questionPoints);
  // A round that was given up is recorded as empty; other players' records are not shown.
  table.player('p1', { type: 'goOn', run: '1' });
  table.player('p1', { type: 'goOn', run: '1' });
  table.player('p1', { type: 'goOn', run: '1' });
  expect(playerView(table.session, 'p1').record[1]).toMatchObject({ round: 2, points: 0, mistakes: [] });
  expect(playerView(table.session, 'p1').record[1]!.parts.every(({ tries }) => tries === 0)).toBe(true);
  expect(playerView(table.session, 'p2').record).toEqual([]);
});

test('own run: a player with extra time who gives up a question is asked the next one', () => {
  const table = TestTable.started('swap', 1, HOMEWORK);
  table.host({ type: 'giveTime', player: 'p1', factor: 2 });
  for (let i = 0; i < 3; i++) table.player('p1', { type: 'goOn', run: '1' });
  expect(table.session.runs['1']).toMatchObject({ round: 2, finishing: {} });
  expect(table.seat('p1').question).not.toBeNull();
});

test('own run: without training, the next question comes right after the reveal', () => {
  const table = TestTable.started('swap', 1, { ...HOMEWORK, trains: false });
  const before = table.session.runs['1']!.network;
  for (let i = 0; i < 2; i++) table.player('p1', { type: 'goOn', run: '1' });
  expect(table.session.runs['1']).toMatchObject({ round: 2, phase: { name: 'backward' }, network: before });
  for (let i = 0; i < 2; i++) table.player('p1', { type: 'goOn', run: '1' });
  expect(table.session.runs['1']!.phase.name).toBe('ended');
});
