import { describe, expect, test } from 'vitest';
import { presetById } from '../lesson/presets.ts';
import { DEFAULT_SETTINGS } from '../lesson/settings.ts';
import { unitName } from '../maths/unit.ts';
import { TestTable } from '../testing/table.ts';
import { teamsBySize } from './seating.ts';
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

describe('by the clock', () => {
  const auto = { pacing: 'auto', rounds: 2, revealMs: 20_000, updateMs: 8_000 } as const;
  const phaseAfter = (table: TestTable, ms: number): string => {
    table.at += ms;
    table.room({ type: 'tick' });
    return table.session.runs['A']!.phase.name;
  };

  test('answering, reveal, update and the end come when they are due, not a tick sooner', () => {
    const table = TestTable.started('mazur', 2, auto);
    expect(phaseAfter(table, 119_999)).toBe('backward');
    expect(phaseAfter(table, 1)).toBe('reveal');
    expect(phaseAfter(table, 19_999)).toBe('reveal');
    expect(phaseAfter(table, 1)).toBe('update');
    expect(phaseAfter(table, 7_999)).toBe('update');
    expect(phaseAfter(table, 1)).toBe('backward');
    expect(table.session.runs['A']!.round).toBe(2);
    for (const ms of [120_000, 20_000, 8_000]) phaseAfter(table, ms);
    expect(table.session).toMatchObject({ stage: 'ended', results: { teams: [{ run: 'A', rank: 1 }] } });
  });

  test('when everyone is in, answering closes early; the host leads nobody by the clock', () => {
    const table = TestTable.started('mazur', 2, auto);
    aces(table, 'p1');
    expect(phaseAfter(table, 1)).toBe('backward');
    aces(table, 'p2');
    expect(phaseAfter(table, 1)).toBe('reveal');
    const hosted = TestTable.started('mazur', 1);
    aces(hosted, 'p1');
    expect(phaseAfter(hosted, 10_000_000)).toBe('backward');
  });

  test('the host can still go on, pause and give time', () => {
    const table = TestTable.started('mazur', 2, auto);
    table.host({ type: 'next' });
    expect(table.session.runs['A']!.phase.name).toBe('reveal');
    table.at += 10_000;
    table.host({ type: 'pause' });
    expect(phaseAfter(table, 60_000)).toBe('reveal');
    table.host({ type: 'resume' });
    expect(phaseAfter(table, 9_999)).toBe('reveal');
    table.host({ type: 'addTime', ms: 30_000 });
    expect(phaseAfter(table, 1)).toBe('reveal');
    expect(phaseAfter(table, 30_000)).toBe('update');
  });
});

describe('scores', () => {
  const competition = { pacing: 'auto', teams: 2, rounds: 4, speedBonus: true } as const;

  test('a streak brings 0, 5, 10, 15, 15, and a miss ends it', () => {
    const table = TestTable.started('mazur', 1);
    const bonuses = [1, 2, 3, 4, 5].map(() => {
      const before = table.session.players['p1']!.score;
      aces(table, 'p1');
      table.next(3);
      return Math.round(table.session.players['p1']!.score - before - 100);
    });
    expect(bonuses).toEqual([0, 5, 10, 15, 15]);
    table.answer('p1', 'G', '12345');
    expect(table.session.players['p1']!.streak).toBe(0);
    aces(table, 'p1');
    expect(table.session.players['p1']!.streak).toBe(0);
    table.next(3);
    aces(table, 'p1');
    expect(table.session.players['p1']!.streak).toBe(1);
    table.next(3);
    table.next(3);
    expect(table.session.players['p1']!.streak).toBe(0);
  });

  test('speed: full until half-time, falling to nothing at the deadline, only without a miss, never when hosted', () => {
    const scoreAt = (ms: number, miss = false, settings: object = competition): number => {
      const table = TestTable.started('mazur', 2, settings); // p2 is at the hidden unit of team B: 120 s
      if (miss) table.answer('p2', 'G', '12345');
      table.at += ms;
      aces(table, 'p2');
      return Math.round(table.session.players['p2']!.score * 100) / 100;
    };
    expect([scoreAt(0), scoreAt(60_000), scoreAt(90_000), scoreAt(120_000)]).toEqual([110, 110, 105, 100]);
    expect(scoreAt(0, true)).toBe(92);
    expect(scoreAt(0, false, {})).toBe(100);
  });

  test('team results by the formula, worked out by hand', () => {
    const table = TestTable.started('mazur', 4, competition); // A: p1 p3, B: p2 p4
    aces(table, 'p1'); // 100
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

/** Has everything right at once. */
function aces(table: TestTable, player: string): void {
  const { places, S, delta, G } = table.truth(player);
  table.answer(player, 'places', places.join(' '));
  if (S !== null) table.answer(player, 'S', String(S));
  table.answer(player, 'delta', String(delta));
  table.answer(player, 'G', String(G));
}

test('a network that explodes is not trained on: start and next say so, and nothing is lost', () => {
  const swap = presetById('swap')!;
  const wild = (learningRate: number, factor: number) => ({
    ...swap,
    learningRate,
    weights: swap.weights.map((matrix) => matrix.map((row) => row.map((w) => w * factor))),
  });
  const open = (file: ReturnType<typeof wild>): TestTable => {
    const table = new TestTable();
    table.room({ type: 'createSession', id: 's', seed: 1, file, settings: DEFAULT_SETTINGS });
    table.room({ type: 'joinPlayer', player: 'p1' });
    return table;
  };
  const broken = open(wild(0.1, 1e200));
  expect(broken.host({ type: 'start' })).toEqual({ accepted: false, rejection: 'notFinite' });
  const exploding = open(wild(1e200, 1));
  exploding.host({ type: 'start' });
  exploding.next();
  const log = exploding.log.length;
  expect(exploding.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'notFinite' });
  expect(exploding.log.length).toBe(log);
  expect(exploding.host({ type: 'end' }).accepted).toBe(true);
});
