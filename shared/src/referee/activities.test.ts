import { describe, expect, test } from 'vitest';
import { LESSON_PLAN } from '../lesson/plan.ts';
import { settingsFor } from '../lesson/settings.ts';
import { TestTable } from '../testing/table.ts';
import { hostRow, playerView, publicEntries, type SessionView } from './view.ts';

const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';
const shown = (table: TestTable) =>
  (publicEntries(table.session, {}, 'session/')['session/'] as SessionView).activity;

describe('the vote', () => {
  /** p1 (h1) and p3 (h2) leave out the slope, p2 turns the sign. */
  function withMistakes(): TestTable {
    const table = TestTable.started('mazur', 4);
    for (const player of ['p1', 'p3']) {
      const { lane, question } = table.seat(player);
      const { truth, pass } = table.session.runs['A']!.lanes[lane]!;
      const x = pass.x[question!.edge!.from as number]!;
      table.answer(player, 'G', String(truth.arriving[0]![question!.unit.index]! * x));
    }
    table.answer('p2', 'G', String(-table.truth('p2').G));
    table.next();
    return table;
  }

  test('shows the most frequent mistake of the round, nameless, and keeps where it is until it is closed', () => {
    const table = withMistakes();
    expect(why(table.host({ type: 'openVote' }))).toBe('accepted');
    expect(why(table.host({ type: 'openVote' }))).toBe('wrongPhase');
    expect(shown(table)).toMatchObject({
      type: 'vote',
      outcome: null,
      answered: 0,
      working: { slope: null },
    });
    expect(JSON.stringify(shown(table))).not.toMatch(/"p\d"|slope-missing|"term"/u);
    table.player('p1', { type: 'castVote', term: 'S' });
    table.player('p1', { type: 'castVote', term: 'slope' });
    table.player('p2', { type: 'castVote', term: 'input' });
    expect(playerView(table.session, 'p1').vote).toBe('slope');
    expect(shown(table)).toMatchObject({ answered: 2, closed: false });
    table.next();
    expect(shown(table)).toMatchObject({
      closed: true,
      outcome: { term: 'slope', mistake: 'slope-missing', votes: { slope: 1, input: 1 } },
    });
    expect(why(table.player('p3', { type: 'castVote', term: 'S' }))).toBe('wrongPhase');
    table.next();
    expect(shown(table)).toBeNull();
    expect(table.session.runs['A']!.phase.name).toBe('update');
  });

  test('there is none where nobody made a mistake that can be shown, and none while a round is on', () => {
    const table = TestTable.started('mazur', 2);
    expect(why(table.host({ type: 'openVote' }))).toBe('wrongPhase');
    table.ace('p1');
    table.next();
    expect(why(table.host({ type: 'openVote' }))).toBe('noMistake');
  });
});

test('a trial: everyone guesses what the network will say to what it never saw, then it says so', () => {
  const table = TestTable.started('swap', 2);
  table.next(2);
  expect(why(table.host({ type: 'openTrial', x: [1] }))).toBe('wrongInputs');
  expect(why(table.host({ type: 'openTrial', x: [0, 1] }))).toBe('accepted');
  expect(why(table.player('p1', { type: 'makeGuess', outputs: [1] }))).toBe('wrongInputs');
  table.player('p1', { type: 'makeGuess', outputs: [1, 0] });
  table.player('p1', { type: 'makeGuess', outputs: [2, 0] });
  expect(playerView(table.session, 'p1').guess).toEqual([2, 0]);
  expect(shown(table)).toMatchObject({ type: 'trial', x: [0, 1], answered: 1, outcome: null });
  table.next();
  // h = (1, −0.5·0.5…) by hand: with the weights after one step of Swap, read off the network itself.
  const { network } = table.session.runs['A']!;
  const h = [0, 1].map((j) => network.weights[0]![1]![j]! + network.biases[0]![j]!);
  const f = (u: number): number => (u > 0 ? u : 0.5 * u);
  const y = [0, 1].map((k) =>
    h.reduce((sum, u, j) => sum + f(u) * network.weights[1]![j]![k]!, network.biases[1]![k]!),
  );
  const outcome = shown(table)!.outcome as { outputs: Record<string, number[]>; guesses: number[][] };
  outcome.outputs['A']!.forEach((value, k) => expect(value).toBeCloseTo(y[k]!, 12));
  expect(outcome.guesses).toEqual([[2, 0]]);
});

describe('the blank sheet', () => {
  const started = (): TestTable => {
    const table = TestTable.started('swap', 3);
    table.next(2);
    table.host({ type: 'openSheet' });
    return table;
  };
  const sheetSeat = (table: TestTable, player: string) => {
    const run = table.session.runs[playerView(table.session, player).run!]!;
    return { run, seat: run.seats.find((seat) => seat.player === player)! };
  };
  const handIn = (table: TestTable, player: string, raw: string) => {
    const { run } = sheetSeat(table, player);
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

  test('is a new 2-3-2 for everyone, the same, alone; it brings no points and tells no one’s result', () => {
    const table = started();
    const [one, two] = [sheetSeat(table, 'p1'), sheetSeat(table, 'p2')];
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
    expect(shown(table)).toMatchObject({ type: 'sheet', asked: 3, answered: 2, outcome: null });
    expect(table.session.players['p1']).toMatchObject({ score: 0, pointsByRound: [0] });
    table.next();
    expect(shown(table)).toMatchObject({ outcome: { right: 2, atOnce: 1 } });
    expect(playerView(table.session, 'p3').seat?.truth).not.toBeNull();
    table.next();
    expect(Object.keys(table.session.runs)).toEqual(['A']);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: 'A', own: {} });
  });

  test('goes with the end of the session, and another one can be opened when the class goes on', () => {
    const table = started();
    table.host({ type: 'end' });
    expect(Object.keys(table.session.runs)).toEqual(['A']);
    table.host({ type: 'continueLesson', changes: {} });
    table.next();
    expect(why(table.host({ type: 'openSheet' }))).toBe('accepted');
  });

  /** p1 has twice the time of the others, who have gone on. */
  const leftBehind = (goesOn: (table: TestTable) => void): TestTable => {
    const table = started();
    table.host({ type: 'giveTime', player: 'p1', factor: 2 });
    table.at += 100_000;
    table.next();
    goesOn(table);
    return table;
  };
  const places = (table: TestTable) => table.session.runs['1']!.seats.find(({ player }) => player === 'p1')!;

  test('who has more time fills it in while the next round runs, unseen, and sits in the one after', () => {
    const table = leftBehind((one) => one.next());
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
    // Its result is there until it is put away, and how long it took.
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

  test('who is through takes its seat in the next round, whether the sheet was put away or not', () => {
    const table = leftBehind((one) => one.next());
    handIn(table, 'p1', places(table).truth!.places!.join(' '));
    table.next(3);
    expect(playerView(table.session, 'p1')).toMatchObject({ run: 'A', seat: { round: 3 } });
    expect(Object.keys(table.session.runs)).toEqual(['A']);
  });

  test('who has more time has it after the end as well, and until its own clock is up; nothing else happens then', () => {
    const table = leftBehind((one) => {
      one.session = { ...one.session, settings: { ...one.session.settings, rounds: 1 } };
      one.next();
    });
    expect(table.session.stage).toBe('ended');
    const { results } = table.session;
    const right = places(table).truth!.places!.join(' ');
    table.room({ type: 'reopen', awayMs: 5_000 });
    expect(why(table.player('p1', { type: 'takeHint', run: '1', round: 1, part: 'places' }))).toBe(
      'accepted',
    );
    expect(why(handIn(table, 'p1', 'o:x1'))).toBe('accepted');
    table.at += 81_000;
    expect(why(handIn(table, 'p1', right))).toBe('accepted');
    expect(table.session).toMatchObject({ stage: 'ended', results });
    expect(table.session.players['p1']).toMatchObject({ score: 0 });
    expect(why(table.player('p1', { type: 'askBonus', run: '1', round: 1 }))).toBe('sessionEnded');
    expect(why(handIn(table, 'p2', right))).toBe('sessionEnded');
    table.player('p1', { type: 'stopFinishing', run: '1', round: 1 });
    expect(playerView(table.session, 'p1').run).toBe('A');
    expect(why(handIn(table, 'p1', right))).toBe('sessionEnded');
  });

  test('after the end, too, nothing counts that comes after the own time; and the class can go on', () => {
    const table = leftBehind((one) => {
      one.session = { ...one.session, settings: { ...one.session.settings, rounds: 1 } };
      one.next();
    });
    table.at += 81_000;
    expect(why(handIn(table, 'p1', 'o:x1'))).toBe('tooLate');
    table.host({ type: 'continueLesson', changes: {} });
    expect(Object.keys(table.session.runs)).toEqual(['A']);
    expect(table.seat('p1').question).not.toBeNull();
  });

  test('another sheet takes the place of the one that was not finished', () => {
    const table = leftBehind((one) => {
      one.next(3);
      one.host({ type: 'openSheet' });
    });
    expect(playerView(table.session, 'p1').seat).toMatchObject({ finishing: false, round: 1 });
    expect(table.session.runs['1']!.finishing).toEqual({});
  });

  test('takes nothing after its time', () => {
    const table = started();
    table.at += 90_001;
    expect(why(handIn(table, 'p1', 'o:x1'))).toBe('tooLate');
  });
});

describe('the 50-minute lesson', () => {
  const lesson = (settings: object = {}): TestTable =>
    TestTable.started('swap', 8, settingsFor('lesson', settings));
  /** Answers everything that is open, wrongly first where `miss` says so. */
  const play = (table: TestTable, miss: boolean): void => {
    for (let i = 0; i < 4; i++) {
      for (const player of Object.keys(table.session.players)) {
        const seat = playerView(table.session, player).seat;
        if (seat?.turn !== 'open' || table.session.activity) continue;
        if (miss && i === 0 && seat.parts.includes('G')) {
          table.answer(player, 'G', String(-table.truth(player).G));
        }
        table.ace(player);
      }
      table.at += 1;
      table.room({ type: 'tick' });
    }
  };

  test('goes through its steps from the warm-up to the podium', () => {
    const table = lesson();
    const seen: string[] = [];
    for (let i = 0; table.session.stage === 'running' && i < 100; i++) {
      const step = LESSON_PLAN[table.session.step]!.id;
      if (seen.at(-1) !== step) seen.push(step);
      if (!table.session.activity) play(table, step === 'hidden');
      table.next();
    }
    expect(seen).toEqual(LESSON_PLAN.map(({ id }) => id));
    expect(table.session.stage).toBe('ended');
    const { losses, round, movedBy } = table.session.runs['A']!;
    // One warm-up, two rounds, four relays; the losses of Swap, then a thousand steps of the machine.
    expect(round).toBe(7);
    expect(movedBy).toEqual([
      ...[2, 3, 4, 5, 6, 7].map((number) => ({ type: 'round', round: number })),
      { type: 'machine', steps: 1_000 },
    ]);
    expect(losses.slice(0, 7).map((loss) => loss.toFixed(3))).toEqual([
      '7.297',
      '2.624',
      '1.178',
      '0.621',
      '0.302',
      '0.086',
      '0.029',
    ]);
  });

  test('all are outputs, then all are hidden, then the relay deals both', () => {
    const table = lesson();
    const layers = (): number[] => [
      ...new Set(
        Object.values(table.session.runs).flatMap(({ seats }) =>
          seats.flatMap(({ player, unit }) => (player ? [unit.layer] : [])),
        ),
      ),
    ];
    table.next(2);
    expect(layers()).toEqual([2]);
    table.next(3);
    expect(layers()).toEqual([1]);
    table.next(3);
    expect(LESSON_PLAN[table.session.step]!.id).toBe('relay1');
    expect(layers().toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  test('a step can be passed over; the vote is, when nobody made a mistake', () => {
    const table = lesson();
    table.next(5);
    table.next(2);
    expect(LESSON_PLAN[table.session.step]!.id).toBe('hidden');
    table.next();
    expect(LESSON_PLAN[table.session.step]!.id).toBe('relay1');
    table.next(2);
    expect(why(table.host({ type: 'skip' }))).toBe('accepted');
    table.next();
    expect(LESSON_PLAN[table.session.step]!.id).toBe('relay3');
  });
});

describe('after the podium', () => {
  function over(): TestTable {
    const table = TestTable.started('mazur', 4, { teams: 2, rounds: 1 });
    for (const player of Object.keys(table.session.players)) table.ace(player);
    table.next(3);
    return table;
  }

  test('the same class plays again from the lobby, with nobody’s points, and is asked anew', () => {
    const table = over();
    const first = table.session.seed;
    expect(table.session.stage).toBe('ended');
    expect(why(table.host({ type: 'playAgain' }))).toBe('accepted');
    expect(table.session).toMatchObject({ stage: 'lobby', runs: {}, results: null, again: 1 });
    expect(table.session.seed).not.toBe(first);
    expect(Object.values(table.session.players).map(({ score, run }) => [score, run])).toEqual(
      Array.from({ length: 4 }, () => [0, null]),
    );
    expect(why(table.room({ type: 'joinPlayer', player: 'new' }))).toBe('accepted');
    table.host({ type: 'start' });
    expect(table.session.runs['A']).toMatchObject({ round: 1, network: table.session.initial });
  });

  test('or it goes on with the same teams and what their networks have learnt', () => {
    const table = over();
    const { network, losses } = table.session.runs['A']!;
    const changes = { style: 'relay', rounds: 2 } as const;
    expect(why(table.host({ type: 'continueLesson', changes }))).toBe('accepted');
    expect(table.session.runs['A']).toMatchObject({ round: 2, network, losses, rules: { style: 'relay' } });
    expect(table.session.players['p1']).toMatchObject({ run: 'A', score: 0, pointsByRound: [] });
    table.next(6);
    expect(table.session.stage).toBe('ended');
    expect(table.session.runs['A']!.round).toBe(3);
  });

  test('neither while a lesson is on, and nothing else happens after the end', () => {
    const table = TestTable.started('mazur', 2);
    expect(why(table.host({ type: 'playAgain' }))).toBe('wrongPhase');
    expect(why(table.host({ type: 'continueLesson', changes: {} }))).toBe('wrongPhase');
    table.host({ type: 'end' });
    expect(why(table.room({ type: 'joinPlayer', player: 'p9' }))).toBe('sessionEnded');
    expect(why(table.host({ type: 'skip' }))).toBe('sessionEnded');
  });
});
