import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import { LIMITS } from '../session/state.ts';
import { hostRow, playerView } from '../view.ts';

describe('answers', () => {
  test('each part is graded on its own and brings its share; later tries bring less', () => {
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
    expect(hostRow(table.session, 'p1')!.parts.every(({ right }) => right)).toBe(true);
  });

  test('a resend gets its first verdict and costs no try', () => {
    const table = TestTable.started('mazur', 1);
    const first = table.answer('p1', 'S', '9', 'same-answer');
    const again = table.answer('p1', 'S', '9', 'same-answer');
    expect(again).toMatchObject({ accepted: true, events: [], verdict: first.accepted && first.verdict });
    expect(playerView(table.session, 'p1').seat?.answers.S?.tries).toBe(1);
    table.next();
    expect(table.answer('p1', 'S', '9', 'same-answer')).toMatchObject({ accepted: true, events: [] });
  });

  test('a part takes five tries, none after a right one; parts that are not asked are rejected', () => {
    const table = TestTable.started('mazur', 2);
    for (let i = 0; i < 5; i++) table.answer('p1', 'S', `${9 + i}`);
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
    expect(table.answer('p1', 'delta', '1'.repeat(1_001))).toEqual({
      accepted: false,
      rejection: 'answerTooLong',
    });
  });

  test('unreadable answers cost no try, up to a limit', () => {
    const table = TestTable.started('mazur', 1);
    for (let i = 0; i < LIMITS.answersPerQuestion; i++) table.answer('p1', 'S', `?${i}`);
    expect(playerView(table.session, 'p1').seat?.answers.S).toMatchObject({ tries: 0, triesLeft: 5 });
    expect(table.answer('p1', 'S', '1')).toEqual({ accepted: false, rejection: 'tooManyAnswers' });
  });

  test('an answer counts at its deadline, not after it; outputs have the shorter time', () => {
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

  test('a pause stops the clock and rejects answers', () => {
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
