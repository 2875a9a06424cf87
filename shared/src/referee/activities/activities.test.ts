import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { playerView, publicEntries, type SessionView } from '../view.ts';

const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';
const shown = (table: TestTable) =>
  (publicEntries(table.session, {}, 'session/')['session/'] as SessionView).activity;

describe('the vote', () => {
  /** Table after the reveal: p1 (h1) and p3 (h2) left out the slope, p2 turned the sign. */
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

  test('shows the most frequent mistake without a name, and the term with the slip once closed', () => {
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

  test('is rejected without a mistake to show, and while a round is open', () => {
    const table = TestTable.started('mazur', 2);
    expect(why(table.host({ type: 'openVote' }))).toBe('wrongPhase');
    table.ace('p1');
    table.next();
    expect(why(table.host({ type: 'openVote' }))).toBe('noMistake');
  });
});

test('trial: takes guesses of the outputs for a new input, and shows the outputs once closed', () => {
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
  const outcome = (shown(table) as { outcome: unknown }).outcome as {
    outputs: Record<string, number[]>;
    guesses: number[][];
  };
  outcome.outputs['A']!.forEach((value, k) => expect(value).toBeCloseTo(y[k]!, 12));
  expect(outcome.guesses).toEqual([[2, 0]]);
});
