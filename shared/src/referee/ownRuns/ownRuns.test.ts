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

describe('at one’s own pace', () => {
  test('everyone has a run of its own and goes on by itself; who is through waits for nobody', () => {
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

  test('a hint is to be had, and halves its part as in a class', () => {
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

  test('all are asked the same, in the same order, whoever comes when', () => {
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

  test('a run is its player’s alone: the others and the projector see nothing of it, its player all but the secrets', () => {
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

  test('the host does not lead; nobody waits for the clock; when it is due it is over', () => {
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

  test('can be opened before anybody has come', () => {
    const table = TestTable.open('swap', HOMEWORK);
    expect(table.host({ type: 'start' }).accepted).toBe(true);
    table.room({ type: 'joinPlayer', player: 'p1' });
    expect(playerView(table.session, 'p1').seat).toMatchObject({ round: 1, turn: 'open' });
  });
});

test('what was made of every round is kept for its player: points, tries, mistakes, each mistake once', () => {
  const table = TestTable.started('swap', 2, HOMEWORK);
  const { G } = table.truth('p1');
  // The valve left out where there is one, else the sign turned.
  for (const raw of [String(-G), String(-G * 1.000001)]) table.answer('p1', 'G', raw);
  table.ace('p1');
  table.player('p1', { type: 'goOn', run: '1' });
  const [first, ...others] = playerView(table.session, 'p1').record;
  expect(others).toEqual([]);
  expect(first!.round).toBe(1);
  expect(first!.parts.map(({ part }) => part)).toEqual(table.seat('p1').question!.parts);
  expect(first!.parts.at(-1)).toEqual({ part: 'G', tries: 3, right: true });
  expect(first!.mistakes).toEqual(['sign']);
  expect(first!.points).toBeCloseTo(table.session.players['p1']!.questionPoints);
  // Whoever gave up has its empty round on record; another's is not its own.
  table.player('p1', { type: 'goOn', run: '1' });
  table.player('p1', { type: 'goOn', run: '1' });
  table.player('p1', { type: 'goOn', run: '1' });
  expect(playerView(table.session, 'p1').record[1]).toMatchObject({ round: 2, points: 0, mistakes: [] });
  expect(playerView(table.session, 'p1').record[1]!.parts.every(({ tries }) => tries === 0)).toBe(true);
  expect(playerView(table.session, 'p2').record).toEqual([]);
});

test('who has more time than everyone and gives up a question is asked the next one all the same', () => {
  const table = TestTable.started('swap', 1, HOMEWORK);
  table.host({ type: 'giveTime', player: 'p1', factor: 2 });
  for (let i = 0; i < 3; i++) table.player('p1', { type: 'goOn', run: '1' });
  expect(table.session.runs['1']).toMatchObject({ round: 2, finishing: {} });
  expect(table.seat('p1').question).not.toBeNull();
});

test('where the weights do not move, the next question comes right after the reveal', () => {
  const table = TestTable.started('swap', 1, { ...HOMEWORK, trains: false });
  const before = table.session.runs['1']!.network;
  for (let i = 0; i < 2; i++) table.player('p1', { type: 'goOn', run: '1' });
  expect(table.session.runs['1']).toMatchObject({ round: 2, phase: { name: 'backward' }, network: before });
  for (let i = 0; i < 2; i++) table.player('p1', { type: 'goOn', run: '1' });
  expect(table.session.runs['1']!.phase.name).toBe('ended');
});
