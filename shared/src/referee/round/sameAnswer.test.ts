import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import type { Part } from '../../question/question.ts';
import type { Decision } from '../decision.ts';
import type { Settings } from '../session/settings.ts';
import { LIMITS } from '../session/state.ts';
import { playerView } from '../view.ts';

const answersOf = ({ session, texts }: TestTable) => playerView(session, 'p1', {}, texts).seat!.answers;
const outcomeOf = (decision: Decision) =>
  decision.accepted ? decision.verdict?.outcome : decision.rejection;

/** Gives all answers to a part, one after the other. */
function giveAll(table: TestTable, part: Part, answers: readonly string[]) {
  return answers.map((raw) => outcomeOf(table.answer('p1', part, raw)));
}

const asked = (settings: Partial<Settings>) => TestTable.started('mazur', 1, settings);

describe('the same answer again', () => {
  test('a wrong value costs one try, however it is written', () => {
    const table = asked({});
    const spellings = ['5', '5', '5.0', '10/2', '5,0', '5e0', '（２＋３）', ' 05 ', '0.5×10^1'];
    const outcomes = giveAll(table, 'G', spellings);
    expect(outcomes).toEqual(['wrong', ...spellings.slice(1).map(() => 'repeated')]);
    expect(answersOf(table).G).toMatchObject({ tries: 1, triesLeft: 4, raw: '5' });
    expect(table.log.filter(({ type }) => type === 'answerGraded')).toHaveLength(1);
    expect(table.answer('p1', 'G', '10/2')).toEqual({
      accepted: true,
      events: [],
      verdict: { outcome: 'repeated', read: 5 },
    });
  });

  test('a wrong value is known again after others; in another part it is another answer', () => {
    const table = asked({});
    expect(giveAll(table, 'G', ['8', '5', '8.0', '5'])).toEqual(['wrong', 'wrong', 'repeated', 'repeated']);
    expect(answersOf(table).G).toMatchObject({ tries: 2, raw: '5' });
    expect(outcomeOf(table.answer('p1', 'S', '5'))).toBe('wrong');
    // Nearly the same is not the same.
    expect(giveAll(table, 'S', ['5.0001', '-5'])).toEqual(['wrong', 'wrong']);
  });

  test('no streak and no points change with it', () => {
    const table = asked({});
    table.answer('p1', 'S', '5');
    const before = table.session;
    table.answer('p1', 'S', '5');
    expect(table.session).toBe(before);
    table.answer('p1', 'S', String(table.truth('p1').S));
    expect(answersOf(table).S).toMatchObject({ tries: 2, points: 12 });
  });

  test('an earlier miss that follows from a part accepted meanwhile becomes right', () => {
    const table = TestTable.started('swap', 2);
    const { delta, G } = table.truth('p2');
    const give = (part: Part, value: number) => outcomeOf(table.answer('p2', part, value.toPrecision(6)));
    // Beyond the 2 % that are accepted at once, but what the player's own δ leads to.
    expect([give('G', 1.022 * G), give('G', 1.022 * G)]).toEqual(['wrong', 'repeated']);
    expect(give('delta', 1.0195 * delta)).toBe('correct');
    expect(give('G', 1.022 * G)).toBe('correct');
    expect(playerView(table.session, 'p2').seat!.answers.G).toMatchObject({ tries: 2, right: true });
  });

  test('places in another order or named twice are the same places', () => {
    const table = asked({});
    const outcomes = giveAll(table, 'places', ['f:y1 e:y1', 'e:y1 f:y1', 'e:y1 f:y1 e:y1', 'e:y1']);
    expect(outcomes).toEqual(['wrong', 'repeated', 'repeated', 'wrong']);
    expect(answersOf(table).places).toMatchObject({ tries: 2 });
  });

  test('a choice is judged once', () => {
    const table = asked({ asks: 'update' });
    const { direction } = table.seat('p1').truth!;
    const [wrong, other] = ['up', 'down', 'stay'].filter((way) => way !== direction) as [string, string];
    expect(giveAll(table, 'direction', [wrong, wrong, other, wrong])).toEqual([
      'wrong',
      'repeated',
      'wrong',
      'repeated',
    ]);
    expect(answersOf(table).direction).toMatchObject({ tries: 2 });
  });

  test.each([
    ['unreadable', () => 'fifty'],
    ['needsDigits', (S: number) => S.toPrecision(1)],
  ] as const)('%s a hundred times: neither a try nor one of the answers that are read', (outcome, write) => {
    const table = asked({});
    const { S } = table.truth('p1');
    const times = 100;
    expect(times).toBeGreaterThan(LIMITS.answersPerQuestion);
    const answers = Array.from({ length: times }, () => write(S!));
    expect(new Set(giveAll(table, 'S', answers))).toEqual(new Set([outcome]));
    expect(answersOf(table).S).toMatchObject({ tries: 0, triesLeft: 5 });
    expect(outcomeOf(table.answer('p1', 'S', String(S)))).toBe('correct');
    expect(answersOf(table).S).toMatchObject({ tries: 1, points: 20 });
  });

  test('an extra question forgets the wrong answers to the one before it', () => {
    const table = TestTable.started('swap', 4, { style: 'relay' });
    const isHidden = (id: string) => table.seat(id).unit.layer === 1;
    const player = ['p1', 'p2', 'p3', 'p4'].find(isHidden)!;
    const ask = () => table.player(player, { type: 'askExtraQuestion', run: 'A', round: 1 });
    const give = (raw: string) => outcomeOf(table.answer(player, 'extra', raw));
    ask();
    expect([give('5555'), give('5555.0')]).toEqual(['wrong', 'repeated']);
    expect(['5556', '5557', '5558', '5559'].map(give)).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
    ask();
    expect([give('5555'), give('11110/2')]).toEqual(['wrong', 'repeated']);
  });
});
