import { describe, expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import type { Part } from '../../question/question.ts';
import { TestTable } from '../../testing/table.ts';
import { grade } from '../../question/grade.ts';
import { gradedPart } from '../../question/kinds.ts';
import { evolve } from '../evolve.ts';
import type { Settings } from '../session/settings.ts';
import type { Session } from '../session/state.ts';
import { playerView } from '../view.ts';
import { situationIn } from './situation.ts';

const triesOf = (table: TestTable, part: Part): number =>
  playerView(table.session, 'p1').seat?.answers[part]?.tries ?? 0;

/** Gives answers to one part, one after the other. */
function given(table: TestTable, part: Part, ...raws: readonly string[]) {
  const before = table.log.length;
  const replies = raws.map((raw) => {
    const decision = table.answer('p1', part, raw);
    return decision.accepted ? decision.verdict?.outcome : decision.rejection;
  });
  return { replies, events: table.log.length - before, tries: triesOf(table, part) };
}

const started = (settings: Partial<Settings> = {}): TestTable => TestTable.started('mazur', 1, settings);

describe('an answer that was wrong before', () => {
  test('is not judged again: Enter three times on a wrong 5 costs one try', () => {
    expect(given(started(), 'S', '5', '5', '5')).toEqual({
      replies: ['wrong', 'repeated', 'repeated'],
      events: 1,
      tries: 1,
    });
  });

  test('costs nothing as often as a held Enter sends it', () => {
    const held = Array.from({ length: 200 }, () => '5');
    expect(given(started(), 'S', ...held)).toMatchObject({ events: 1, tries: 1 });
  });

  test.each([
    ['8', '8.0'],
    ['8', '+8'],
    ['8', '0.8e1'],
    ['8', '16/2'],
    ['8', '８'],
    ['0.5', '1/2'],
    ['0.5', '0,5'],
    ['-3', '−3'],
  ])('is the same in another spelling: %s and %s', (first, second) => {
    expect(given(started(), 'S', first, second)).toEqual({
      replies: ['wrong', 'repeated'],
      events: 1,
      tries: 1,
    });
  });

  test('is known after others in between', () => {
    expect(given(started(), 'S', '5', '8', '5.00', '8.0', '9')).toEqual({
      replies: ['wrong', 'wrong', 'repeated', 'repeated', 'wrong'],
      events: 3,
      tries: 3,
    });
  });

  test('is another answer where its value is another', () => {
    expect(given(started(), 'S', '8', '8.01', '-8', '8000').replies).toEqual(Array(4).fill('wrong'));
  });

  test('is known of places in another order, or tapped twice', () => {
    const replies = given(started(), 'places', 'o:x1 f:h1', 'f:h1 o:x1', ' f:h1  o:x1 f:h1 ', 'o:x1').replies;
    expect(replies).toEqual(['wrong', 'repeated', 'repeated', 'wrong']);
  });

  test('is known of a choice', () => {
    const table = started({ asks: 'update' });
    const { direction } = table.seat('p1').truth!;
    const other = direction === 'up' ? 'down' : 'up';
    expect(given(table, 'direction', other, other).replies).toEqual(['wrong', 'repeated']);
  });

  test('says what was read, and so do all others', () => {
    const table = started();
    table.answer('p1', 'S', '5');
    expect(table.answer('p1', 'S', '10/2')).toMatchObject({
      accepted: true,
      events: [],
      verdict: { outcome: 'repeated', read: 5 },
    });
  });

  test('is wrong of one part only: another part judges the same number for itself', () => {
    const table = started();
    expect(given(table, 'S', '5').replies).toEqual(['wrong']);
    expect(given(table, 'delta', '5', '5').replies).toEqual(['wrong', 'repeated']);
  });

  test('is judged again where a part accepted in the meantime makes it right', () => {
    // u = 0.0275 − 3.3875 = −3.36, and f(−3.3) = 0.03557 is 6 % off f(u).
    const file = {
      ...presetById('mazur')!,
      biases: [
        [-3.3875, -3.3875],
        [0.6, 0.6],
      ],
    };
    const table = TestTable.startedOn(file, 1, { asksFor: 'forward' });
    const [u, a] = table.seat('p1').forward!.question.parts as [Part, Part];
    expect(given(table, a, '0.03557', '0.03557').replies).toEqual(['wrong', 'repeated']);
    expect(given(table, u, '-3.3').replies).toEqual(['correct']);
    expect(given(table, a, '0.03557')).toEqual({ replies: ['correct'], events: 1, tries: 2 });
  });

  test('is told no more when the part is done or its tries are used', () => {
    const table = started();
    expect(given(table, 'S', '5', String(table.truth('p1').S), '5').replies).toEqual([
      'wrong',
      'correct',
      'partDone',
    ]);
    expect(given(table, 'G', '5', '6', '7', '8', '9', '5').replies).toEqual([
      ...Array(5).fill('wrong'),
      'noTriesLeft',
    ]);
  });

  test('is known in an extra question', () => {
    const table = TestTable.started('swap', 4, { style: 'relay' });
    const output = ['p1', 'p2', 'p3', 'p4'].find((id) => table.seat(id).unit.layer === 2)!;
    table.ace(output);
    table.player(output, { type: 'askExtraQuestion', run: 'A', round: 1 });
    const outcome = (raw: string) => {
      const decision = table.answer(output, 'extra', raw);
      return decision.accepted ? decision.verdict?.outcome : decision.rejection;
    };
    expect(['812.7', '812.70', '812.8'].map(outcome)).toEqual(['wrong', 'repeated', 'wrong']);
  });

  test('is known after the session was read from its journal', () => {
    const table = started();
    table.answer('p1', 'S', '5');
    table.session = table.log.reduce<Session | null>((session, event) => evolve(session, event), null)!;
    expect(given(table, 'S', '5.0')).toEqual({ replies: ['repeated'], events: 0, tries: 1 });
  });
});

describe('an answer that cost no try', () => {
  test('makes no second event in the same words', () => {
    expect(given(started(), 'S', 'er', 'er', 'er')).toEqual({
      replies: ['unreadable', 'unreadable', 'unreadable'],
      events: 1,
      tries: 0,
    });
    // δ is 0.00877.
    expect(given(started(), 'delta', '0.01', '0.01')).toEqual({
      replies: ['needsDigits', 'needsDigits'],
      events: 1,
      tries: 0,
    });
  });

  test('may be a quotient over a long step of the lever', () => {
    const table = TestTable.started('swap', 1, { asks: 'nudge' });
    const { G } = table.seat('p1').truth! as { G: number };
    const part = gradedPart(situationIn(table.session.runs['A']!, 0), table.seat('p1').question!, 'estimate');
    expect(part.type).toBe('number');
    // E bends: over a long step some other number than G is the quotient.
    const long = Array.from({ length: 400 }, (_, i) => G * (0.5 + i / 400)).find(
      (value) => grade(part, value.toPrecision(4), {}).outcome === 'longStep',
    )!;
    const raw = long.toPrecision(4);
    expect(given(table, 'estimate', raw, raw)).toEqual({
      replies: ['longStep', 'longStep'],
      events: 1,
      tries: 0,
    });
  });

  test('is right with more figures', () => {
    expect(given(started(), 'delta', '0.01', '0.010', '0.00877')).toEqual({
      replies: ['needsDigits', 'needsDigits', 'correct'],
      events: 3,
      tries: 1,
    });
  });
});
