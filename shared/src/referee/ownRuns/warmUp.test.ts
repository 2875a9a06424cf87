import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../lesson/settings.ts';
import { rightAnswer } from '../../testing/answers.ts';
import { TestTable } from '../../testing/table.ts';
import { askedOf, seatOf } from '../round/progress.ts';
import type { Run } from '../round/run.ts';
import type { Settings } from '../session/settings.ts';
import { hostRow, playersTouchedBy, playerView, publicEntries } from '../view.ts';
import { mayWarmUp, warmUpOf } from './warmUp.ts';

/** A round of two players, and `late`, who has joined in the middle of it. */
function withLateComer(settings: Partial<Settings> = {}, preset = 'mazur'): TestTable {
  const table = TestTable.started(preset, 2, settings);
  table.at += 10_000;
  table.room({ type: 'joinPlayer', player: 'late' });
  return table;
}

const ask = (table: TestTable, player = 'late', run = 'A') =>
  table.player(player, { type: 'askExtraQuestion', run, round: table.session.runs[run]!.round });

const warmUp = (table: TestTable, player = 'late'): Run => warmUpOf(table.session, player)!;

const answer = (table: TestTable, raw: (right: string) => string = (right) => right) => {
  const run = warmUp(table);
  const { question, truth } = askedOf(run, seatOf(run, 'late')!)!;
  return question.parts.map((part) =>
    table.player('late', {
      type: 'submitAnswer',
      answerId: `${run.round}/${part}/${table.log.length}`,
      run: run.id,
      round: run.round,
      part,
      raw: raw(rightAnswer(truth, part)),
    }),
  );
};

const view = (table: TestTable, player = 'late') => playerView(table.session, player);

test('warm-up: in the first round a late comer gets questions and verdicts, then a seat in the next', () => {
  const table = withLateComer();
  expect(view(table)).toMatchObject({ run: 'A', seat: null, warmUp: 'offered' });
  expect(ask(table).accepted).toBe(true);
  expect(view(table)).toMatchObject({
    run: 'w3',
    warmUp: 'open',
    seat: { round: 1, turn: 'open', deadlineAt: null, mayAskExtraQuestion: false, truth: null },
  });
  expect(answer(table, () => '98765')).toContainEqual(expect.objectContaining({ accepted: true }));
  expect(answer(table).map((reply) => reply.accepted && reply.verdict?.outcome)).toContain('correct');
  expect(view(table).seat!.mayAskExtraQuestion).toBe(true);
  const first = warmUp(table).network;
  expect(ask(table, 'late', 'w3').accepted).toBe(true);
  // Rounds are counted on, so that a page tells the questions apart.
  expect(view(table).seat!.round).toBe(2);
  expect(warmUp(table).network).not.toEqual(first);

  table.next();
  expect(view(table)).toMatchObject({ run: 'A', seat: null, warmUp: null });
  table.next(2);
  expect(view(table)).toMatchObject({ run: 'A', seat: { round: 2 }, warmUp: null });
});

test('warm-up: brings no points, streak, miss, round or turn at an output', () => {
  const table = withLateComer();
  const before = table.session.players['late'];
  ask(table);
  answer(table, () => '98765');
  answer(table);
  // Only the verdicts are kept, for resends.
  const { verdicts } = table.session.players['late']!;
  expect(verdicts).not.toEqual([]);
  expect(table.session.players['late']).toEqual({ ...before, verdicts });
  table.next();
  expect(table.session.players['late']!.pointsByRound).toEqual([]);
  table.host({ type: 'end' });
  expect(Object.keys(table.session.runs)).toEqual(['A']);
});

test('warm-up: the network is drawn for one player and visible to no other, without its truth', () => {
  const table = withLateComer({}, 'swap');
  table.room({ type: 'joinPlayer', player: 'later' });
  const everyones = publicEntries(table.session, {}, '');
  ask(table);
  ask(table, 'later');
  const [one, other] = [warmUp(table), warmUp(table, 'later')];
  expect(one.network.weights).not.toEqual(other.network.weights);
  for (const { network } of [one, other]) expect(network.weights).not.toEqual(table.session.initial.weights);
  expect(publicEntries(table.session, {}, '')).toEqual(everyones);
  expect(view(table, 'p1').own).toEqual({});
  const { own, seat } = view(table);
  expect(Object.keys(own)).toContain('networks/w3');
  expect(own['lanes/w3/0']).toMatchObject({ truth: null, parcels: null });
  expect(seat).toMatchObject({ truth: null, extraQuestion: null });
  // Of the team's round the player sees the public entries only.
  expect(Object.keys(own).filter((path) => path.includes('/A'))).toEqual([]);
});

test('warm-up: the gradient in question is never nearly 0, for 60 seeds', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const table = TestTable.started('mazur', 1, {}, seed);
    table.room({ type: 'joinPlayer', player: 'late' });
    ask(table);
    const { truth } = seatOf(warmUp(table), 'late')!;
    expect(Math.abs(truth!.G!)).toBeGreaterThan(0.001);
  }
});

describe('warm-up: rejected', () => {
  const no = (table: TestTable, player = 'late') => {
    expect(mayWarmUp(table.session, player, table.at)).toBe(false);
    expect(ask(table, player)).toMatchObject({ accepted: false, rejection: 'wrongPhase' });
  };

  test('for seated players, and between rounds', () => {
    const table = withLateComer();
    no(table, 'p1');
    table.next();
    no(table);
    table.next();
    no(table);
  });

  test('while the question before is open', () => {
    const table = withLateComer();
    ask(table);
    no(table);
    answer(table, () => '98765');
    no(table);
  });

  test('in a pause, and so are answers', () => {
    const table = withLateComer();
    ask(table);
    table.host({ type: 'pause' });
    for (const reply of answer(table)) expect(reply).toMatchObject({ rejection: 'paused' });
    table.room({ type: 'joinPlayer', player: 'later' });
    expect(view(table, 'later').warmUp).toBeNull();
    expect(ask(table, 'later')).toMatchObject({ rejection: 'paused' });
  });

  test('for a player who still finishes a round, until that is done or the time is up', () => {
    const table = TestTable.started('mazur', 2, { outputMs: 30_000, hiddenMs: 30_000 });
    table.host({ type: 'giveTime', player: 'p1', factor: 2 });
    table.next(3);
    no(table, 'p1');
    table.at += 61_000;
    // The command may name the round that the player was finishing.
    expect(table.player('p1', { type: 'askExtraQuestion', run: 'A', round: 1 }).accepted).toBe(true);
    expect(view(table, 'p1')).toMatchObject({ run: 'w1', warmUp: 'open' });
  });

  test('in self-paced sessions', () => {
    const table = TestTable.started('swap', 1, settingsFor('homework'));
    expect(mayWarmUp(table.session, 'p1', table.at)).toBe(false);
    expect(view(table, 'p1').warmUp).toBeNull();
  });
});

test('warm-up: offered to a player who returns after the seat has been given away', () => {
  const table = TestTable.started('mazur', 2);
  table.room({ type: 'playerLeft', player: 'p1' });
  table.at += 61_000;
  table.next(3);
  table.room({ type: 'playerReturned', player: 'p1' });
  expect(view(table, 'p1')).toMatchObject({ seat: null, warmUp: 'offered' });
  expect(ask(table, 'p1').accepted).toBe(true);
});

test('warm-up: lasts past the layers of a relay, until the reveal, a skip or the end', () => {
  for (const over of [
    (table: TestTable) => table.next(),
    (table: TestTable) => table.host({ type: 'skip' }),
    (table: TestTable) => table.host({ type: 'end' }),
  ]) {
    const table = withLateComer({ style: 'relay' }, 'swap');
    ask(table);
    for (let i = 0; i < 3; i++) {
      table.at += 500_000;
      table.room({ type: 'tick' });
    }
    expect(table.session.runs['A']!.lanes.every(({ turn }) => turn === null)).toBe(true);
    const [reply] = answer(table);
    expect(reply!.accepted).toBe(true);
    over(table);
    expect(warmUpOf(table.session, 'late')).toBeUndefined();
    expect(view(table)).toMatchObject({ run: 'A', warmUp: null });
  }
});

test('warm-up: asks a forward question in the forward phase, then the kind that the team is asked', () => {
  const table = withLateComer({ asksFor: 'both', asks: 'valve' });
  ask(table);
  expect(view(table).seat).toMatchObject({ kind: 'forward' });
  expect(answer(table).every(({ accepted }) => accepted)).toBe(true);
  table.room({ type: 'tick' });
  table.next();
  expect(ask(table, 'late', 'w3').accepted).toBe(true);
  expect(view(table).seat).toMatchObject({ kind: 'valve', turn: 'open' });
});

test('hostRow: tells that a player warms up, without unit or parts', () => {
  const table = withLateComer();
  expect(hostRow(table.session, 'late')).toMatchObject({ warmsUp: false });
  ask(table);
  expect(hostRow(table.session, 'late')).toMatchObject({ warmsUp: true, unit: null, parts: [], own: null });
  expect(hostRow(table.session, 'p1')).toMatchObject({ warmsUp: false });
});

describe('warm-up between rounds', () => {
  test('a player without a seat may warm up after guessing, until the trial is closed', () => {
    const table = TestTable.started('mazur', 2);
    table.next(2);
    table.host({ type: 'openTrial', x: [1, 1] });
    table.room({ type: 'joinPlayer', player: 'late' });
    expect(view(table).warmUp).toBeNull();
    expect(ask(table)).toMatchObject({ rejection: 'wrongPhase' });
    table.player('late', { type: 'makeGuess', outputs: [0, 0] });
    expect(view(table).warmUp).toBe('offered');
    expect(ask(table).accepted).toBe(true);
    answer(table);
    table.next();
    expect(view(table)).toMatchObject({ run: 'A', warmUp: null });
    // A player with a seat in the last round gets extra questions instead.
    expect(mayWarmUp(table.session, 'p1', table.at)).toBe(false);
  });

  test('a player without an exit ticket is not counted in its outcome', () => {
    const table = TestTable.started('mazur', 2);
    table.next(2);
    table.host({ type: 'openExitTicket' });
    table.room({ type: 'joinPlayer', player: 'late' });
    expect(ask(table).accepted).toBe(true);
    answer(table);
    expect(publicEntries(table.session, {}, 'session/')['session/']).toMatchObject({
      activity: { asked: 2, answered: 0 },
    });
    table.next();
    expect(table.session.runs['w3']!.phase.name).toBe('ended');
    table.next();
    expect(Object.keys(table.session.runs).filter((id) => /^\d/u.test(id))).toEqual([]);
  });
});

test('playersTouchedBy: a warm-up touches its player, a reveal also players who warm up', () => {
  const table = withLateComer({ teams: 2 });
  ask(table);
  const [opened, asked] = table.log.slice(-2);
  expect([opened!.type, asked!.type]).toEqual(['warmUpOpened', 'roundOpened']);
  expect([opened!, asked!].flatMap((event) => playersTouchedBy(table.session, event))).toEqual(['late']);
  table.next();
  const revealed = table.log.find(({ type }) => type === 'roundRevealed')!;
  expect(playersTouchedBy(table.session, revealed)).toContain('late');
});
