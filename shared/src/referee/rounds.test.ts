import { describe, expect, test } from 'vitest';
import { unitName } from '../maths/unit.ts';
import { TestTable } from '../testing/table.ts';
import { LIMITS } from './state.ts';
import { hostRow, playerView } from './view.ts';

const losses = (table: TestTable): string[] => table.session.runs['A']!.losses.map((loss) => loss.toFixed(4));

describe('rounds', () => {
  test('three rounds of Mazur: the published losses, whoever answers what', () => {
    const table = TestTable.started('mazur', 4);
    for (let round = 1; round <= 3; round++) {
      expect(table.session.runs['A']).toMatchObject({ round, phase: { name: 'backward' } });
      table.answer('p1', 'G', '12345');
      table.next(3);
    }
    expect(losses(table)).toEqual(['0.2984', '0.2910', '0.2835', '0.2759']);
  });

  test('six rounds of Swap, one sample a round', () => {
    const table = TestTable.started('swap', 4);
    table.next(18);
    expect(losses(table)).toEqual(['7.2969', '2.6238', '1.1781', '0.6208', '0.3016', '0.0859', '0.0288']);
  });

  test('next leads answering → reveal → update → next round; nothing leads before the start or while paused', () => {
    const table = TestTable.open();
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'wrongPhase' });
    expect(table.host({ type: 'start' })).toEqual({ accepted: false, rejection: 'noPlayers' });
    table.room({ type: 'joinPlayer', player: 'p1' });
    table.host({ type: 'start' });
    const phases = [0, 1, 2, 3].map(() => {
      const { name } = table.session.runs['A']!.phase;
      table.next();
      return name;
    });
    expect(phases).toEqual(['backward', 'reveal', 'update', 'backward']);
    table.host({ type: 'pause' });
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'paused' });
    table.host({ type: 'resume' });
    table.host({ type: 'end' });
    expect(table.session.stage).toBe('ended');
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'sessionEnded' });
    expect(table.answer('p1', 'G', '1')).toEqual({ accepted: false, rejection: 'sessionEnded' });
  });

  test('a batch of two lanes moves by the mean of its two samples', () => {
    const [one, two] = [TestTable.started('swap', 4), TestTable.started('swap', 5)];
    expect(two.session.runs['A']!.lanes.map((lane) => lane.sample)).toEqual([0, 1]);
    two.next(3);
    expect(two.session.runs['A']!.lanes.map((lane) => lane.sample)).toEqual([2, 3]);
    one.next(2);
    expect(one.session.runs['A']!.losses[1]).not.toBe(two.session.runs['A']!.losses[1]);
  });
});

describe('seats', () => {
  test.each([1, 2, 4, 5, 9, 31, 32, 80, 300, 1000])(
    '%i players: a seat each, no (◆, sample) twice in a team',
    (count) => {
      for (const preset of ['swap', 'mazur', 'han-kamber']) {
        const capacity = { swap: 32, mazur: 8, 'han-kamber': 6 }[preset]! * LIMITS.teams;
        if (count > capacity) continue;
        const table = TestTable.started(preset, count);
        const seated = Object.values(table.session.runs).flatMap((run) =>
          run.seats.filter((seat) => seat.player),
        );
        expect(new Set(seated.map((seat) => seat.player)).size).toBe(count);
        for (const run of Object.values(table.session.runs)) {
          const asked = run.seats.flatMap(({ question }) =>
            question
              ? [`${question.edge.layer}/${question.edge.from}/${question.edge.to}/${question.sample}`]
              : [],
          );
          expect(new Set(asked).size).toBe(asked.length);
        }
      }
    },
  );

  test('with more players than units more lanes open; what is left over is the machine’s', () => {
    const run = TestTable.started('swap', 6).session.runs['A']!;
    expect(run.lanes).toHaveLength(2);
    expect(run.seats.filter((seat) => seat.player === null)).toHaveLength(2);
  });

  test('several teams: dealt evenly, each with a run of its own', () => {
    const { runs, players } = TestTable.started('swap', 7, { teams: 3 }).session;
    expect(Object.keys(runs)).toEqual(['A', 'B', 'C']);
    const sizes = Object.keys(runs).map(
      (run) => Object.values(players).filter((player) => player.run === run).length,
    );
    expect(sizes).toEqual([3, 2, 2]);
  });

  test('from round to round everyone plays outputs and hidden units in turn', () => {
    const table = TestTable.started('swap', 4);
    const played = new Map<string, string[]>();
    for (let round = 0; round < 4; round++) {
      const { seats, network } = table.session.runs['A']!;
      for (const seat of seats) {
        played.set(seat.player!, [...(played.get(seat.player!) ?? []), unitName(network, seat.unit)]);
      }
      table.next(3);
    }
    for (const units of played.values()) expect([...units].sort()).toEqual(['h1', 'h2', 'y1', 'y2']);
  });

  test('who joins late is in a team at once and in a seat from the next round on', () => {
    const table = TestTable.started('swap', 2);
    table.room({ type: 'joinPlayer', player: 'late' });
    expect(playerView(table.session, 'late')).toMatchObject({ run: 'A', seat: null });
    expect(table.answer('late', 'G', '1')).toEqual({ accepted: false, rejection: 'noQuestion' });
    table.next(3);
    expect(playerView(table.session, 'late').seat?.round).toBe(2);
  });

  test('a seat is kept for a minute after its player’s link broke, not longer', () => {
    const table = TestTable.started('swap', 2);
    table.room({ type: 'playerLeft', player: 'p1' });
    table.at += LIMITS.keepSeatMs - 1;
    table.next(3);
    expect(playerView(table.session, 'p1').seat).not.toBeNull();
    table.at += 1;
    table.next(3);
    expect(playerView(table.session, 'p1').seat).toBeNull();
    table.room({ type: 'playerReturned', player: 'p1' });
    table.next(3);
    expect(playerView(table.session, 'p1').seat).not.toBeNull();
  });

  test('full and locked', () => {
    const table = TestTable.open('han-kamber');
    // One sample, fewest weights into a unit 2: two lanes of three units a team.
    const capacity = 2 * 3 * LIMITS.teams;
    let joined = 0;
    while (table.room({ type: 'joinPlayer', player: `p${joined}` }).accepted) joined++;
    expect(joined).toBe(capacity);
    expect(table.room({ type: 'joinPlayer', player: 'more' })).toEqual({
      accepted: false,
      rejection: 'sessionFull',
    });
    const locked = TestTable.started('swap', 1);
    locked.host({ type: 'lock', locked: true });
    expect(locked.room({ type: 'joinPlayer', player: 'p9' })).toEqual({
      accepted: false,
      rejection: 'sessionLocked',
    });
    expect(locked.room({ type: 'joinPlayer', player: 'p1' })).toEqual({ accepted: true, events: [] });
  });
});

describe('answers', () => {
  test('each part is graded for itself and brings its share; a try less is a factor less', () => {
    const table = TestTable.started('mazur', 1); // h1: places 40, S 20, δ 20, G 20
    const truth = table.truth('p1');
    const give = (part: 'places' | 'S' | 'delta' | 'G', raw: string) => table.answer('p1', part, raw);
    give('places', truth.places.join(' '));
    expect(table.session.players['p1']!.score).toBe(40);
    give('S', '9');
    give('S', String(truth.S));
    expect(table.session.players['p1']!.score).toBeCloseTo(52, 9);
    give('delta', 'what?');
    give('delta', String(truth.delta));
    expect(table.session.players['p1']!.score).toBeCloseTo(72, 9);
    give('G', String(truth.G));
    expect(table.session.players['p1']!.score).toBeCloseTo(92, 9);
    expect(playerView(table.session, 'p1').seat?.answers.S).toMatchObject({
      tries: 2,
      triesLeft: 3,
      right: true,
      points: 12,
    });
    expect(hostRow(table.session, 'p1').parts.every(({ right }) => right)).toBe(true);
  });

  test('a resend gets the verdict it already has and costs nothing', () => {
    const table = TestTable.started('mazur', 1);
    const first = table.answer('p1', 'S', '9', 'same-answer');
    const again = table.answer('p1', 'S', '9', 'same-answer');
    expect(again).toMatchObject({ accepted: true, events: [], verdict: first.accepted && first.verdict });
    expect(playerView(table.session, 'p1').seat?.answers.S?.tries).toBe(1);
    table.next();
    expect(table.answer('p1', 'S', '9', 'same-answer')).toMatchObject({ accepted: true, events: [] });
  });

  test('five tries at most, right is final, only what is asked, only one’s own', () => {
    const table = TestTable.started('mazur', 2);
    for (let i = 0; i < 5; i++) table.answer('p1', 'S', '9');
    expect(table.answer('p1', 'S', '9')).toEqual({ accepted: false, rejection: 'noTriesLeft' });
    table.answer('p1', 'G', String(table.truth('p1').G));
    expect(table.answer('p1', 'G', '9')).toEqual({ accepted: false, rejection: 'partDone' });
    expect(table.answer('p2', 'S', '9')).toEqual({ accepted: false, rejection: 'partNotAsked' });
    expect(
      table.host({ type: 'submitAnswer', answerId: 'x', run: 'A', round: 1, part: 'G', raw: '1' }),
    ).toEqual({
      accepted: false,
      rejection: 'notAllowed',
    });
    expect(table.player('p1', { type: 'next' })).toEqual({ accepted: false, rejection: 'notAllowed' });
    expect(table.answer('p1', 'delta', '1'.repeat(65))).toEqual({
      accepted: false,
      rejection: 'answerTooLong',
    });
  });

  test('unreadable answers cost no try, but are not read without end', () => {
    const table = TestTable.started('mazur', 1);
    for (let i = 0; i < LIMITS.answersPerQuestion; i++) table.answer('p1', 'S', '?');
    expect(playerView(table.session, 'p1').seat?.answers.S).toMatchObject({ tries: 0, triesLeft: 5 });
    expect(table.answer('p1', 'S', '1')).toEqual({ accepted: false, rejection: 'tooManyAnswers' });
  });

  test('one answer counts at its deadline, none after it; outputs have the shorter time', () => {
    const table = TestTable.started('mazur', 2); // p1 hidden, p2 output
    table.at += 90_000;
    expect(table.answer('p2', 'G', '9').accepted).toBe(true);
    table.at += 1;
    expect(table.answer('p2', 'G', '9')).toEqual({ accepted: false, rejection: 'tooLate' });
    table.at += 29_999;
    expect(table.answer('p1', 'G', '9').accepted).toBe(true);
    table.at += 1;
    expect(table.answer('p1', 'G', '9')).toEqual({ accepted: false, rejection: 'tooLate' });
    table.host({ type: 'addTime', ms: 30_000 });
    table.at += 30_000;
    expect(table.answer('p2', 'G', '9').accepted).toBe(true);
  });

  test('a pause stops the clock, and answers wait with it', () => {
    const table = TestTable.started('mazur', 1);
    table.at += 100_000;
    table.host({ type: 'pause' });
    expect(table.answer('p1', 'G', '9')).toEqual({ accepted: false, rejection: 'paused' });
    table.at += 600_000;
    table.host({ type: 'resume' });
    table.at += 20_000;
    expect(table.answer('p1', 'G', '9').accepted).toBe(true);
    table.at += 1;
    expect(table.answer('p1', 'G', '9')).toEqual({ accepted: false, rejection: 'tooLate' });
  });

  test('time that the server was away does not count', () => {
    const table = TestTable.started('mazur', 1);
    table.at += 100_000;
    table.at += 3_600_000;
    table.room({ type: 'reopen', awayMs: 3_600_000 });
    table.at += 20_000;
    expect(table.answer('p1', 'G', '9').accepted).toBe(true);
    table.at += 1;
    expect(table.answer('p1', 'G', '9')).toEqual({ accepted: false, rejection: 'tooLate' });
  });
});
