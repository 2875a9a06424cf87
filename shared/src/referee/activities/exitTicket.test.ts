import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { hostRow, playerView, publicEntries, type SessionView } from '../view.ts';

const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';
const shown = (table: TestTable) =>
  (publicEntries(table.session, {}, 'session/')['session/'] as SessionView).activity;

describe('exit ticket', () => {
  const started = (): TestTable => {
    const table = TestTable.started('swap', 3);
    table.next(2);
    table.host({ type: 'openExitTicket' });
    return table;
  };
  const ticketSeat = (table: TestTable, player: string) => {
    const run = table.session.runs[playerView(table.session, player).run!]!;
    return { run, seat: run.seats.find((seat) => seat.player === player)! };
  };
  const handIn = (table: TestTable, player: string, raw: string) => {
    const { run } = ticketSeat(table, player);
    const answerId = `sheet-${player}-${raw.length}`;
    return table.player(player, {
      type: 'submitAnswer',
      answerId,
      run: run.id,
      round: 1,
      part: 'places',
      raw,
    });
  };

  test('asks every player alone about the same new 2-3-2; no points, no results of single players', () => {
    const table = started();
    const [one, two] = [ticketSeat(table, 'p1'), ticketSeat(table, 'p2')];
    expect(one.run.network.layers.map(({ units }) => units)).toEqual([3, 2]);
    expect(one.run.id).not.toBe(two.run.id);
    expect(one.seat.question).toEqual(two.seat.question);
    expect(playerView(table.session, 'p1').seat).toMatchObject({
      kind: 'blank',
      deadlineAt: table.at + 90_000,
    });
    handIn(table, 'p2', 'o:x1');
    handIn(table, 'p1', one.seat.truth!.places!.join(' '));
    handIn(table, 'p2', two.seat.truth!.places!.join(' '));
    expect(shown(table)).toMatchObject({ type: 'exitTicket', asked: 3, answered: 2, outcome: null });
    expect(table.session.players['p1']).toMatchObject({ score: 0, pointsByRound: [0] });
    table.next();
    expect(shown(table)).toMatchObject({ outcome: { right: 2, atOnce: 1 } });
    expect(playerView(table.session, 'p3').seat?.truth).not.toBeNull();
    table.next();
    expect(Object.keys(table.session.runs)).toEqual(['A']);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: 'A', own: {} });
  });

  test('is removed at the end of the session; a new one can be opened when the lesson continues', () => {
    const table = started();
    table.host({ type: 'end' });
    expect(Object.keys(table.session.runs)).toEqual(['A']);
    table.host({ type: 'continueLesson', changes: {} });
    table.next();
    expect(why(table.host({ type: 'openExitTicket' }))).toBe('accepted');
  });

  /** Table where p1 has twice the time of the others, who have gone on. */
  const withLateTicket = (goesOn: (table: TestTable) => void): TestTable => {
    const table = started();
    table.host({ type: 'giveTime', player: 'p1', factor: 2 });
    table.at += 100_000;
    table.next();
    goesOn(table);
    return table;
  };
  const places = (table: TestTable) => table.session.runs['1']!.seats.find(({ player }) => player === 'p1')!;

  test('a player with extra time fills it in privately during the next round, then gets a seat again', () => {
    const table = withLateTicket((one) => one.next());
    expect(table.session).toMatchObject({ activity: null, runs: { A: { round: 2 } } });
    expect(Object.keys(table.session.runs)).toEqual(['1', 'A']);
    expect(table.session.runs['A']!.seats.some(({ player }) => player === 'p1')).toBe(false);
    expect(playerView(table.session, 'p1')).toMatchObject({
      run: '1',
      seat: { kind: 'blank', finishing: true, truth: null, deadlineAt: table.at - 10_000 + 90_000 },
    });
    expect(hostRow(table.session, 'p1')).toMatchObject({ finishing: true });
    expect(Object.keys(publicEntries(table.session, {}, '')).filter((path) => path.includes('/1'))).toEqual(
      [],
    );
    expect(playerView(table.session, 'p2').own).toEqual({});

    table.at += 20_000;
    expect(why(handIn(table, 'p1', places(table).truth!.places!.join(' ')))).toBe('accepted');
    // Result and time taken stay visible until the player puts the ticket away.
    expect(playerView(table.session, 'p1')).toMatchObject({
      run: '1',
      seat: { finishing: false, answers: { places: { right: true, afterMs: 120_000 } } },
    });
    expect(playerView(table.session, 'p1').seat!.truth).not.toBeNull();
    table.player('p1', { type: 'stopFinishing', run: '1', round: 1 });
    expect(playerView(table.session, 'p1')).toMatchObject({ run: 'A', seat: null, warmUp: 'offered' });
    table.next(3);
    expect(table.seat('p1').question).not.toBeNull();
  });

  test('a late player who is done gets a seat in the next round without putting the ticket away', () => {
    const table = withLateTicket((one) => one.next());
    handIn(table, 'p1', places(table).truth!.places!.join(' '));
    table.next(3);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: 'A', seat: { round: 3 } });
    expect(Object.keys(table.session.runs)).toEqual(['A']);
  });

  test('a player with extra time has it after the end too; all other commands are rejected', () => {
    const table = withLateTicket((one) => {
      one.session = { ...one.session, settings: { ...one.session.settings, rounds: 1 } };
      one.next();
    });
    expect(table.session.status).toBe('ended');
    const { results } = table.session;
    const right = places(table).truth!.places!.join(' ');
    table.room({ type: 'reopen', awayMs: 5_000 });
    expect(why(table.player('p1', { type: 'takeHint', run: '1', round: 1, part: 'places' }))).toBe(
      'accepted',
    );
    expect(why(handIn(table, 'p1', 'o:x1'))).toBe('accepted');
    table.at += 81_000;
    expect(why(handIn(table, 'p1', right))).toBe('accepted');
    expect(table.session).toMatchObject({ status: 'ended', results });
    expect(table.session.players['p1']).toMatchObject({ score: 0 });
    expect(why(table.player('p1', { type: 'askExtraQuestion', run: '1', round: 1 }))).toBe('sessionEnded');
    expect(why(handIn(table, 'p2', right))).toBe('sessionEnded');
    table.player('p1', { type: 'stopFinishing', run: '1', round: 1 });
    expect(playerView(table.session, 'p1').run).toBe('A');
    // A resend has its verdict; a new answer is too late.
    expect(handIn(table, 'p1', right)).toMatchObject({ events: [], verdict: { outcome: 'correct' } });
    expect(why(handIn(table, 'p1', `${right} `))).toBe('sessionEnded');
  });

  test('after the end, answers past the own deadline are rejected; the lesson can continue', () => {
    const table = withLateTicket((one) => {
      one.session = { ...one.session, settings: { ...one.session.settings, rounds: 1 } };
      one.next();
    });
    table.at += 81_000;
    expect(why(handIn(table, 'p1', 'o:x1'))).toBe('tooLate');
    table.host({ type: 'continueLesson', changes: {} });
    expect(Object.keys(table.session.runs)).toEqual(['A']);
    expect(table.seat('p1').question).not.toBeNull();
  });

  test('a new ticket replaces one that was not finished', () => {
    const table = withLateTicket((one) => {
      one.next(3);
      one.host({ type: 'openExitTicket' });
    });
    expect(playerView(table.session, 'p1').seat).toMatchObject({ finishing: false, round: 1 });
    expect(table.session.runs['1']!.finishing).toEqual({});
  });

  test('rejects answers after its deadline', () => {
    const table = started();
    table.at += 90_001;
    expect(why(handIn(table, 'p1', 'o:x1'))).toBe('tooLate');
  });
});
