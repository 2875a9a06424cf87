import { describe, expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import { rightAnswer } from '../../testing/answers.ts';
import { TestTable } from '../../testing/table.ts';
import { hostRow, playerView, publicEntries } from '../view.ts';

/** Mazur's 2-2-2 with four players: p1 is h1, p2 y1, p3 h2, p4 y2. Layers have 40 and 50 seconds. */
const RELAY = { style: 'relay', outputMs: 40_000, hiddenMs: 50_000 } as const;

const started = (players = 4, settings: object = {}, preset = 'mazur'): TestTable =>
  TestTable.started(preset, players, { ...RELAY, ...settings });
const tick = (table: TestTable, ms = 1): void => {
  table.at += ms;
  table.room({ type: 'tick' });
};
const lane = (table: TestTable, index = 0) => table.session.runs['A']!.lanes[index]!;
const say = (table: TestTable, player: string, part: 'own' | 'places' | 'S' | 'delta' | 'G') =>
  table.answer(player, part, rightAnswer(table.seat(player).truth!, part));
const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';

describe('a lane of a relay', () => {
  test('begins at the outputs; waiting players may answer part own only', () => {
    const table = started();
    expect(lane(table).turn).toEqual({ layer: 2, since: table.at, deadlineAt: table.at + 40_000 });
    expect(table.seat('p1').question!.parts).toEqual(['own', 'places', 'S', 'delta', 'G']);
    expect(table.seat('p2').question!.parts).toEqual(['places', 'delta', 'G']);
    for (const part of ['places', 'S', 'delta', 'G'] as const)
      expect(why(say(table, 'p1', part))).toBe('notYet');
    expect(say(table, 'p1', 'own')).toMatchObject({ verdict: { outcome: 'correct' } });
    expect(playerView(table.session, 'p1').seat).toMatchObject({ turn: 'waiting', deadlineAt: null });
    expect(playerView(table.session, 'p2').seat).toMatchObject({
      turn: 'open',
      deadlineAt: table.at + 40_000,
    });
    expect(hostRow(table.session, 'p1')).toMatchObject({ waiting: true });
  });

  test('advances as soon as a layer is done; error signals of closed layers only are public', () => {
    const table = started();
    table.ace('p2');
    tick(table);
    expect(lane(table).turn?.layer).toBe(2);
    table.ace('p4');
    tick(table);
    expect(lane(table).turn).toEqual({ layer: 1, since: table.at, deadlineAt: table.at + 50_000 });
    const { truth } = lane(table);
    expect(publicEntries(table.session, {}, 'lanes/A/0')['lanes/A/0']).toMatchObject({
      parcels: [[null, null], truth.deltas[1]],
      closed: [{ layer: 2, corrected: 0 }],
      truth: null,
    });
    expect(why(say(table, 'p1', 'places'))).toBe('accepted');
    expect(why(table.answer('p2', 'G', '1'))).toBe('tooLate');
  });

  test('advances when the time of a layer is up; true error signals replace wrong answers', () => {
    const table = started();
    table.ace('p2');
    table.answer('p4', 'G', '12345');
    tick(table, 40_000);
    expect(lane(table).turn?.layer).toBe(2);
    expect(why(table.answer('p4', 'G', '12345'))).toBe('accepted');
    tick(table);
    expect(lane(table).closed).toEqual([{ layer: 2, corrected: 1, deadlineAt: table.at - 1 }]);
    expect(why(table.answer('p4', 'G', '1'))).toBe('tooLate');
    // Public entries hold the true values and the number of corrections, without names or answers.
    const seen = JSON.stringify(publicEntries(table.session, {}, 'lanes/'));
    expect(seen).toContain('"corrected":1');
    expect(seen).not.toMatch(/p4|12345/u);
  });

  test('has no turn after its last layer; the reveal comes by the host, or with pacing auto by itself', () => {
    for (const [pacing, phase] of [
      ['host', 'backward'],
      ['auto', 'reveal'],
    ] as const) {
      const table = started(4, { pacing });
      for (const player of ['p2', 'p4']) table.ace(player);
      tick(table);
      for (const player of ['p1', 'p3']) table.ace(player);
      tick(table);
      expect(lane(table).turn).toBeNull();
      tick(table);
      expect(table.session.runs['A']!.phase.name).toBe(phase);
    }
  });

  test('is marked clean only without a miss', () => {
    const clean = (miss: boolean): unknown => {
      const table = started();
      if (miss) table.answer('p2', 'G', '12345');
      for (const player of ['p2', 'p4']) table.ace(player);
      tick(table);
      for (const player of ['p1', 'p3']) table.ace(player);
      table.next();
      return (publicEntries(table.session, {}, 'lanes/A/0')['lanes/A/0'] as { clean: unknown }).clean;
    };
    expect([clean(false), clean(true)]).toEqual([true, false]);
  });

  test('is not marked clean with a single player', () => {
    const table = started(1);
    table.ace('p1');
    table.next();
    const entry = publicEntries(table.session, {}, 'lanes/A/0')['lanes/A/0'];
    expect(entry).toMatchObject({ clean: false, truth: {} });
  });

  test('advances together with lanes of the same sample, independently of others', () => {
    const apart = started(8, { samples: 'byLanes' }, 'swap');
    const together = started(8, { samples: 1 }, 'swap');
    for (const table of [apart, together]) {
      const outputs = table.session.runs['A']!.seats.filter(
        ({ lane: at, unit }) => at === 0 && unit.layer === 2,
      );
      for (const { player } of outputs) table.ace(player!);
      tick(table);
    }
    expect([lane(apart, 0).turn?.layer, lane(apart, 1).turn?.layer]).toEqual([1, 2]);
    expect([lane(together, 0).turn?.layer, lane(together, 1).turn?.layer]).toEqual([2, 2]);
  });

  test('advances together with lanes of a sample with the same inputs', () => {
    const file = presetById('swap')!;
    const twice = { ...file, data: [file.data[0]!, file.data[0]!, file.data[1]!] };
    const table = TestTable.startedOn(twice, 12, { ...RELAY, samples: 'byLanes' });
    const outputs = table.session.runs['A']!.seats.filter(
      ({ lane: at, unit }) => at !== 1 && unit.layer === 2,
    );
    for (const { player } of outputs) table.ace(player!);
    tick(table);
    expect([0, 1, 2].map((at) => lane(table, at).turn?.layer)).toEqual([2, 2, 1]);
  });

  test('does not wait for a player absent for long, nor for a layer of machines', () => {
    const table = started();
    table.room({ type: 'playerLeft', player: 'p4' });
    table.ace('p2');
    tick(table, 19_999);
    expect(lane(table).turn?.layer).toBe(2);
    tick(table, 1);
    expect(lane(table).turn?.layer).toBe(1);
    const alone = started(1); // p1 is h1
    expect(lane(alone).turn?.layer).toBe(1);
  });

  test('a pause, added time and absence of the server move the deadline of a turn', () => {
    const table = started();
    const deadline = (): number => lane(table).turn!.deadlineAt - 1_000_000;
    table.at += 10_000;
    table.host({ type: 'pause' });
    table.at += 100_000;
    tick(table, 1_000_000);
    expect(deadline()).toBe(40_000);
    table.host({ type: 'resume' });
    expect(deadline()).toBe(40_000 + 1_100_000);
    table.host({ type: 'addTime', ms: 30_000 });
    expect(deadline()).toBe(1_170_000);
    table.at += 5_000;
    table.room({ type: 'reopen', awayMs: 5_000 });
    expect(deadline()).toBe(1_175_000);
  });
});

describe('while waiting in a relay', () => {
  test('a bet on the own weight is taken once, before the own turn, and paid at the reveal', () => {
    const table = started();
    const bet = (player: string, up: boolean) =>
      table.player(player, { type: 'placeBet', run: 'A', round: 1, up });
    const risesAt = (player: string): boolean => table.truth(player).G < 0;
    const [first, second] = [risesAt('p1'), !risesAt('p3')];
    expect(why(bet('p1', first))).toBe('accepted');
    expect(why(bet('p1', !first))).toBe('partDone');
    expect(why(bet('p3', second))).toBe('accepted');
    expect(why(bet('p2', true))).toBe('wrongPhase');
    expect(playerView(table.session, 'p1').seat).toMatchObject({ bet: { won: null }, mayBet: false });
    table.next();
    expect(playerView(table.session, 'p1').seat?.bet).toEqual({ up: first, won: true });
    expect(playerView(table.session, 'p3').seat?.bet).toEqual({ up: second, won: false });
    expect([table.session.players['p1']!.score, table.session.players['p3']!.score]).toEqual([5, 0]);
  });

  test('extra questions are about new weights each time; two of a round are paid', () => {
    const table = started(4, {}, 'swap');
    const ask = (player: string) => table.player(player, { type: 'askExtraQuestion', run: 'A', round: 1 });
    expect(why(ask('p2'))).toBe('wrongPhase'); // has its own question to answer
    const seen = new Set(
      table.session.runs['A']!.seats.map(({ question }) =>
        JSON.stringify([question!.edge, question!.sample]),
      ),
    );
    for (let i = 1; i <= 8; i++) {
      expect(why(ask('p1'))).toBe('accepted');
      expect(why(ask('p1'))).toBe('wrongPhase');
      const { question, truth, number } = table.session.runs['A']!.extraQuestions['p1']!.at(-1)!;
      expect(number).toBe(i);
      const key = JSON.stringify([question.edge, question.sample]);
      expect(seen).not.toContain(key);
      seen.add(key);
      if (i === 2) table.answer('p1', 'extra', '12345');
      expect(table.answer('p1', 'extra', String(truth.G))).toMatchObject({ verdict: { outcome: 'correct' } });
    }
    // 10 for the first, 6 for the second at the second try, 0 for the others; none counts for the team.
    expect(table.session.players['p1']).toMatchObject({ score: 16, questionPoints: 0, streak: 0 });
    expect(playerView(table.session, 'p1').seat?.extraQuestion).toMatchObject({ number: 8, truth: null });
  });

  test('a player whose layer has closed may answer extra questions until the reveal', () => {
    const table = started();
    for (const player of ['p2', 'p4']) table.ace(player);
    table.player('p2', { type: 'askExtraQuestion', run: 'A', round: 1 });
    tick(table);
    expect(lane(table).closed).toHaveLength(1);
    const { G } = table.session.runs['A']!.extraQuestions['p2']!.at(-1)!.truth;
    expect(why(table.answer('p2', 'extra', '12345'))).toBe('accepted');
    expect(table.answer('p2', 'extra', String(G))).toMatchObject({ verdict: { outcome: 'correct' } });
    table.player('p2', { type: 'askExtraQuestion', run: 'A', round: 1 });
    table.next();
    expect(why(table.answer('p2', 'extra', '1'))).toBe('wrongPhase');
  });

  test('a player who is done gets extra questions in parallel rounds too', () => {
    const table = TestTable.started('mazur', 4);
    expect(why(table.player('p1', { type: 'askExtraQuestion', run: 'A', round: 1 }))).toBe('wrongPhase');
    table.ace('p1');
    expect(why(table.player('p1', { type: 'askExtraQuestion', run: 'A', round: 1 }))).toBe('accepted');
  });
});

test('hint: names the places to look at and halves the part, once', () => {
  const table = TestTable.started('mazur', 4);
  const hint = (part: 'S' | 'places' | 'extra') =>
    table.player('p1', { type: 'takeHint', run: 'A', round: 1, part });
  expect(why(hint('S'))).toBe('accepted');
  expect(why(hint('S'))).toBe('accepted');
  expect(why(hint('extra'))).toBe('partNotAsked');
  expect(playerView(table.session, 'p1').seat?.hints.S).toEqual(
    expect.arrayContaining(['e:y1', 'f:y1', 'w:h1>y1', 'e:y2', 'f:y2', 'w:h1>y2']),
  );
  say(table, 'p1', 'S');
  say(table, 'p1', 'places');
  expect(table.session.players['p1']!.score).toBe(10 + 40);
  expect(why(hint('places'))).toBe('partDone');
  // A hint costs points but does not end the streak.
  say(table, 'p1', 'delta');
  say(table, 'p1', 'G');
  expect(table.session.players['p1']).toMatchObject({ score: 90, streak: 1 });
});
