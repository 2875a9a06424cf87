import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { ownTurnOf, publicTurnOf } from '../clock/clock.ts';
import { playerView, publicEntries, type RunView } from '../view.ts';

const runView = (table: TestTable, run = 'A') =>
  (publicEntries(table.session, {}, `runs/${run}`) as Record<string, RunView>)[`runs/${run}`];
/** Own run of a player, as in the player's view. */
const ownView = (table: TestTable, player: string): RunView | undefined => {
  const { own, run } = playerView(table.session, player);
  return own[`runs/${run!}`] as RunView | undefined;
};
const own = (table: TestTable, player: string) => table.session.runs[playerView(table.session, player).run!]!;

describe('run kinds', () => {
  test('hosted session: team runs, visible to all', () => {
    const table = TestTable.started('swap', 3);
    expect(table.session.runs['A']).toMatchObject({ kind: 'team' });
    expect(runView(table)).toMatchObject({ kind: 'team', isPrivate: false });
    expect(ownView(table, 'p1')).toBeUndefined();
  });

  test('homework: every player has an own run of the lesson, late comers too', () => {
    const table = TestTable.started('swap', 1, settingsFor('homework', { rounds: 2 }));
    table.room({ type: 'joinPlayer', player: 'late' });
    for (const player of ['p1', 'late']) {
      expect(own(table, player)).toMatchObject({ kind: 'own', purpose: 'lesson', owner: player });
      expect(ownView(table, player)).toMatchObject({ kind: 'own', isPrivate: true });
    }
  });

  test('exit ticket: every player has an own run with that purpose, and may leave it after the class', () => {
    const table = TestTable.started('swap', 2);
    table.host({ type: 'giveTime', player: 'p1', factor: 2 });
    table.next(2);
    table.host({ type: 'openExitTicket' });
    expect(own(table, 'p1')).toMatchObject({ kind: 'own', purpose: 'exitTicket', owner: 'p1' });
    expect(playerView(table.session, 'p1').mayLeaveTicket).toBe(false);
    table.next(2);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: '1', mayLeaveTicket: true });
    expect(playerView(table.session, 'p2')).toMatchObject({ run: 'A', mayLeaveTicket: false });
  });

  test('warm-up: a late comer practises in a private run that is no part of the lesson', () => {
    const table = TestTable.started('swap', 3);
    table.room({ type: 'joinPlayer', player: 'late' });
    table.player('late', { type: 'askExtraQuestion', run: 'A', round: 1 });
    expect(own(table, 'late')).toMatchObject({ kind: 'warmUp', owner: 'late' });
    expect(ownView(table, 'late')).toMatchObject({ kind: 'warmUp', isPrivate: true });
    expect(playerView(table.session, 'late')).toMatchObject({ next: null, record: [] });
  });
});

describe('idle', () => {
  const opened = (): TestTable => {
    const table = TestTable.started('swap', 4, { teams: 1 });
    table.host({ type: 'movePlayer', player: 'p1', run: null, unit: null });
    return table;
  };

  test('a team that is opened in the middle of a round is idle until the next one', () => {
    const table = opened();
    expect(runView(table, 'B')).toMatchObject({ phase: 'idle', isAnswering: false, isBetweenRounds: true });
    table.next(3);
    expect(runView(table, 'B')).toMatchObject({ phase: 'backward', isAnswering: true, round: 2 });
  });

  test('a skipped round leaves its team idle, and its truth is no secret any more', () => {
    const table = TestTable.started('swap', 2);
    table.host({ type: 'skip' });
    expect(runView(table)).toMatchObject({ phase: 'idle', isBetweenRounds: true, mistakes: [] });
    expect(playerView(table.session, 'p1').seat!.truth).not.toBeNull();
  });

  test('an idle team does not delay the clock: the next round opens at once', () => {
    const table = TestTable.started('swap', 2, { pacing: 'auto', rounds: 3 });
    table.host({ type: 'skip' });
    table.room({ type: 'tick' });
    expect(runView(table)).toMatchObject({ phase: 'backward', round: 2 });
  });

  test('a vote after a skipped round is about the network of that round, not of the one before', () => {
    const table = TestTable.started('mazur', 4);
    table.next(3);
    const { network } = table.session.runs['A']!;
    for (const player of ['p1', 'p2', 'p3', 'p4']) {
      const { lane, question } = table.seat(player);
      const { truth, pass } = table.session.runs['A']!.lanes[lane]!;
      const { layer, from, to } = question!.edge!;
      const given = layer === 1 ? pass.x[from as number] : pass.outputs[layer - 2]![from as number];
      const S = truth.arriving[layer - 1]?.[to] ?? truth.deltas[layer - 1]![to]!;
      table.answer(player, 'G', String(S * (given ?? 1)));
    }
    table.host({ type: 'skip' });
    expect(table.host({ type: 'openVote' }).accepted).toBe(true);
    expect(table.session.activity).toMatchObject({ type: 'vote', network });
  });
});

describe('the turn of a seat', () => {
  const relay = (): TestTable =>
    TestTable.started('mazur', 4, { style: 'relay', outputMs: 40_000, hiddenMs: 50_000 });
  const turns = (table: TestTable, player: string) => {
    const run = table.session.runs['A']!;
    const seat = table.seat(player);
    return [publicTurnOf(run, seat).state, ownTurnOf(table.session, run, seat).state];
  };

  test('in a relay hidden seats wait, outputs are open; when their time is up they are closed', () => {
    const table = relay();
    const [hidden, output] = ['p1', 'p2'];
    expect([turns(table, hidden), turns(table, output)]).toEqual([
      ['waiting', 'waiting'],
      ['open', 'open'],
    ]);
    expect(playerView(table.session, hidden).seat).toMatchObject({ turn: 'waiting', deadlineAt: null });
    table.at += 50_000;
    table.room({ type: 'tick' });
    expect([turns(table, hidden), turns(table, output)]).toEqual([
      ['open', 'open'],
      ['closed', 'closed'],
    ]);
    expect(playerView(table.session, output).seat).toMatchObject({ turn: 'closed', deadlineAt: null });
  });

  test('a closed layer stays open to a player with more time, until that is up', () => {
    const table = relay();
    table.host({ type: 'giveTime', player: 'p2', factor: 10 });
    const { deadlineAt } = table.session.runs['A']!.lanes[0]!.turn!;
    table.at += 100_000;
    table.room({ type: 'tick' });
    expect(turns(table, 'p2')).toEqual(['closed', 'open']);
    expect(playerView(table.session, 'p2').seat).toMatchObject({
      turn: 'open',
      deadlineAt: deadlineAt + 360_000,
    });
  });

  test('in a parallel round every seat is open', () => {
    const table = TestTable.started('mazur', 2);
    expect(turns(table, 'p1')).toEqual(['open', 'open']);
  });
});

describe('phase in the view', () => {
  const said = (table: TestTable) => {
    const { phase, isAnswering, isByLayer, isBetweenRounds } = runView(table)!;
    return [phase, isAnswering, isByLayer, isBetweenRounds];
  };

  test('layers take turns in the forward phase and in a relay, only while answers are taken', () => {
    const table = TestTable.started('swap', 2, { style: 'relay', asksFor: 'both' });
    expect(said(table)).toEqual(['forward', true, true, false]);
    table.next();
    expect(said(table)).toEqual(['backward', true, true, false]);
    table.next();
    expect(said(table)).toEqual(['reveal', false, false, false]);
    table.next();
    expect(said(table)).toEqual(['update', false, false, true]);
    expect(said(TestTable.started('swap', 2))).toEqual(['backward', true, false, false]);
  });

  test('a further question may be asked for when the own time is up, unless one is open', () => {
    const table = TestTable.started('swap', 2);
    const seat = () => playerView(table.session, 'p1').seat!;
    expect(seat()).toMatchObject({ mayAskExtraQuestion: false, mayAskExtraQuestionLate: true });
    table.ace('p1');
    table.player('p1', { type: 'askExtraQuestion', run: 'A', round: 1 });
    expect(seat()).toMatchObject({ mayAskExtraQuestion: false, mayAskExtraQuestionLate: false });
    table.next();
    expect(seat()).toMatchObject({ mayAskExtraQuestion: false, mayAskExtraQuestionLate: false });
  });
});

describe('next, in a self-paced run', () => {
  test('names every phase that going on leads to, the results last, and nothing after the end', () => {
    const table = TestTable.started('swap', 1, settingsFor('homework', { rounds: 2 }));
    const seen = Array.from({ length: 7 }, () => {
      const { next, run } = playerView(table.session, 'p1');
      table.player('p1', { type: 'goOn', run: run! });
      return next;
    });
    expect(seen).toEqual(['reveal', 'update', 'round', 'reveal', 'update', 'results', null]);
  });

  test('is null where a host leads', () => {
    expect(playerView(TestTable.started('swap', 1).session, 'p1').next).toBeNull();
  });
});
