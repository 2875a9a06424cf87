import { expect, test } from 'vitest';
import { PRESETS } from '../../network/presets.ts';
import { forward } from '../../maths/forward.ts';
import { outputLayer } from '../../maths/network.ts';
import { rightAnswer } from '../../testing/answers.ts';
import { TestTable } from '../../testing/table.ts';
import { lastExtraQuestion } from './progress.ts';
import type { Settings } from '../session/settings.ts';
import type { PlayerId } from '../session/state.ts';
import { playerView } from '../view.ts';

const runOf = (table: TestTable) => table.session.runs['A']!;
const ownSeat = (table: TestTable, id: PlayerId) => playerView(table.session, id).seat!;
const isOutput = (table: TestTable, id: PlayerId) =>
  table.seat(id).unit.layer === outputLayer(runOf(table).network);
const ask = (table: TestTable, player: PlayerId) =>
  table.player(player, { type: 'askExtraQuestion', run: 'A', round: runOf(table).round });
const outcomeOf = (decision: ReturnType<typeof ask>) =>
  decision.accepted ? decision.verdict?.outcome : decision.rejection;

function answerBonus(table: TestTable, player: PlayerId) {
  const { question, truth } = lastExtraQuestion(runOf(table), player)!;
  return outcomeOf(table.answer(player, 'extra', rightAnswer(truth, question.parts[0]!)));
}

function seated(preset: string, settings: Partial<Settings>) {
  const table = TestTable.started(preset, 4, settings);
  const players = ['p1', 'p2', 'p3', 'p4'];
  return {
    table,
    outputs: players.filter((id) => isOutput(table, id)),
    hidden: players.filter((id) => !isOutput(table, id)),
  };
}

test('extra question: in a relay, a player who is done may answer more until the reveal', () => {
  const { table, outputs, hidden } = seated('swap', { style: 'relay' });
  expect(ownSeat(table, outputs[0]!).mayAskExtraQuestion).toBe(false);
  expect(ownSeat(table, hidden[0]!).mayAskExtraQuestion).toBe(true);
  for (const id of outputs) table.ace(id);
  table.room({ type: 'tick' });
  expect(ownSeat(table, hidden[0]!).turn).toBe('open');
  table.at += 500_000;
  expect(ask(table, outputs[0]!).accepted).toBe(true);
  expect(answerBonus(table, outputs[0]!)).toBe('correct');
  expect(table.session.players[outputs[0]!]!.score).toBe(110);
  ask(table, outputs[0]!);
  table.next();
  expect(answerBonus(table, outputs[0]!)).toBe('wrongPhase');
});

test('extra question: in the forward phase it asks a pre-activation for inputs that are in no lane', () => {
  const { table, outputs, hidden } = seated('swap', { asksFor: 'forward', samples: 1 });
  expect(ownSeat(table, hidden[0]!).mayAskExtraQuestion).toBe(false);
  for (const id of outputs) {
    expect(ask(table, id).accepted).toBe(true);
    const { kind, edge, unit, sample, x, t, sums, truth } = ownSeat(table, id).extraQuestion!;
    expect({ kind, edge, truth, sample, t }).toEqual({
      kind: 'belly',
      edge: null,
      truth: null,
      sample: null,
      t: null,
    });
    expect(unit).toMatch(/^h/u);
    expect(runOf(table).lanes.map(({ pass }) => pass.x)).not.toContainEqual(x);
    expect(sums.flat()).toEqual(sums.flat().map(() => null));
    const sum = forward(runOf(table).network, x).sums[0]![Number(unit.slice(1)) - 1]!;
    expect(outcomeOf(table.answer(id, 'extra', (sum + 1.01).toFixed(2)))).toBe('wrong');
    expect(outcomeOf(table.answer(id, 'extra', String(sum)))).toBe('correct');
  }
});

test('extra question: offered once the own time is up, before that of the others is', () => {
  const { table, outputs, hidden } = seated('swap', { outputMs: 90_000, hiddenMs: 120_000 });
  table.at += 90_000;
  expect(outcomeOf(ask(table, outputs[0]!))).toBe('wrongPhase');
  table.at += 1;
  expect(ask(table, outputs[0]!).accepted).toBe(true);
  expect(answerBonus(table, outputs[0]!)).toBe('correct');
  expect(outcomeOf(ask(table, hidden[0]!))).toBe('wrongPhase');
});

test('extra question: after a guess in a trial it brings no points, and ends when the trial is closed', () => {
  const table = TestTable.started('swap', 2);
  table.ace('p1');
  table.next();
  const { score } = table.session.players['p1']!;
  table.host({ type: 'openTrial', x: [0, 1] });
  expect(outcomeOf(ask(table, 'p1'))).toBe('wrongPhase');
  table.player('p1', { type: 'makeGuess', outputs: [0, 0] });
  expect(ownSeat(table, 'p1').mayAskExtraQuestion).toBe(true);
  expect(ask(table, 'p1').accepted).toBe(true);
  // Samples whose answers the reveal has shown are not asked.
  expect(runOf(table).lanes.map(({ sample }) => sample)).not.toContain(
    ownSeat(table, 'p1').extraQuestion!.sample,
  );
  expect(ownSeat(table, 'p1').extraQuestion!.truth).toBeNull();
  expect(answerBonus(table, 'p1')).toBe('correct');
  expect(table.session.players['p1']!.score).toBe(score);
  ask(table, 'p1');
  table.next();
  expect(answerBonus(table, 'p1')).toBe('wrongPhase');
  expect(outcomeOf(ask(table, 'p1'))).toBe('wrongPhase');
});

test('extra question: an update removes open ones', () => {
  const table = TestTable.started('swap', 2);
  table.next(2);
  table.host({ type: 'openTrial', x: [0, 1] });
  table.player('p1', { type: 'makeGuess', outputs: [0, 0] });
  ask(table, 'p1');
  table.next();
  table.next();
  expect(runOf(table).extraQuestions).toEqual({});
});

test.each(PRESETS.map(({ id }) => id))('%s: extra questions do not run out in twelve requests', (preset) => {
  for (const settings of [{ asksFor: 'forward' }, { style: 'relay' }] as const) {
    const table = TestTable.started(preset, 4, { samples: 1, ...settings });
    const players = runOf(table).seats.flatMap(({ player }) => player ?? []);
    // With one layer no player waits for another: only players who are done get extra questions.
    if (players.every((id) => ownSeat(table, id).turn === 'open')) for (const id of players) table.ace(id);
    const idle = players.filter((id) => ownSeat(table, id).mayAskExtraQuestion);
    expect(idle.length).toBeGreaterThan(0);
    for (let times = 0; times < 12; times++) {
      for (const id of idle) {
        expect(outcomeOf(ask(table, id))).toBeUndefined();
        expect(answerBonus(table, id)).toBe('correct');
      }
    }
  }
});
