import { describe, expect, test } from 'vitest';
import { TestTable } from '../../testing/table.ts';
import type { TimeFactor } from '../session/settings.ts';
import { hostRow, playerView, publicEntries } from '../view.ts';

/** Mazur's 2-2-2: p1 is h1 (120 s), p2 y1 (90 s); p1 has extra time. */
function started(factor: TimeFactor, settings: object = {}): TestTable {
  const table = TestTable.started('mazur', 2, {
    pacing: 'auto',
    revealMs: 20_000,
    updateMs: 8_000,
    ...settings,
  });
  table.host({ type: 'giveTime', player: 'p1', factor });
  return table;
}
const phaseAfter = (table: TestTable, ms: number): string => {
  table.at += ms;
  table.room({ type: 'tick' });
  return table.session.runs['A']!.phase.name;
};

describe('extra time', () => {
  test('is in the views of its player and the host, and in no other view', () => {
    const plain = started(1);
    const table = started(2);
    expect(playerView(table.session, 'p1')).toMatchObject({
      timeFactor: 2,
      seat: { deadlineAt: table.at + 240_000 },
    });
    expect(hostRow(table.session, 'p1')?.timeFactor).toBe(2);
    expect(publicEntries(table.session, {}, '')).toEqual(publicEntries(plain.session, {}, ''));
    expect(playerView(table.session, 'p2')).toEqual(playerView(plain.session, 'p2'));
  });

  test.each([
    [1.5, 180_000],
    [2, 240_000],
    [10, 240_000],
    ['untimed', 240_000],
  ] as const)(
    '×%s: by the clock the others wait until %i ms, never longer than twice the time',
    (factor, ms) => {
      const table = started(factor);
      table.ace('p2');
      expect(phaseAfter(table, ms - 1)).toBe('backward');
      expect(phaseAfter(table, 1)).toBe('reveal');
    },
  );

  test('the others no longer wait once its player is done', () => {
    const table = started(10);
    table.ace('p2');
    table.ace('p1');
    expect(phaseAfter(table, 1)).toBe('reveal');
  });

  test('its player finishes privately for full points during the next round, then joins the others', () => {
    const table = started(10);
    table.ace('p2');
    phaseAfter(table, 240_000);
    expect(playerView(table.session, 'p1').seat).toMatchObject({ round: 1, finishing: true, truth: null });
    expect(playerView(table.session, 'p2').seat?.truth).not.toBeNull();
    phaseAfter(table, 20_000);
    phaseAfter(table, 8_000);
    expect(table.session.runs['A']).toMatchObject({ round: 2, phase: { name: 'backward' } });
    const own = table.session.runs['A']!.finishing['p1']!.run;
    const { question, truth } = own.seats.find(({ player }) => player === 'p1')!;
    for (const part of question!.parts) {
      const raw = part === 'places' ? truth!.places!.join(' ') : String(truth![part as 'G']);
      const say = { type: 'submitAnswer', answerId: `late-${part}`, run: 'A', round: 1, part, raw } as const;
      expect(table.player('p1', say)).toMatchObject({ verdict: { outcome: 'correct' } });
      expect(table.player('p1', say)).toMatchObject({ events: [] });
    }
    expect(table.session.players['p1']).toMatchObject({ score: 100, pointsByRound: [100], streak: 1 });
    table.host({ type: 'next' });
    table.host({ type: 'next' });
    table.host({ type: 'next' });
    expect(playerView(table.session, 'p1').seat).toMatchObject({ round: 3, finishing: false });
  });

  test('a player who finishes sees the own round unchanged, and nothing that the others are shown', () => {
    const table = started(2, { pacing: 'host' });
    const before = publicEntries(table.session, {}, 'lanes/A/0');
    table.host({ type: 'next' });
    const { own } = playerView(table.session, 'p1');
    expect(own).toMatchObject({ 'runs/A': { round: 1, phase: 'backward', mistakes: null }, ...before });
    expect(playerView(table.session, 'p2').own).toEqual({});
    table.host({ type: 'next' });
    table.host({ type: 'next' });
    expect(playerView(table.session, 'p1').own).toEqual(own);
    // Once done, the player sees the public entries again, and the late answers.
    const late = started(2, { pacing: 'host' });
    late.host({ type: 'next' });
    late.ace('p1');
    expect(playerView(late.session, 'p1')).toMatchObject({
      own: {},
      seat: { finishing: false, points: 100, answers: { G: { right: true } }, truth: expect.anything() },
    });
  });

  test('a player can stop finishing; answers after the own deadline are rejected', () => {
    const table = started(2, { pacing: 'host' });
    table.host({ type: 'next' });
    expect(playerView(table.session, 'p1').seat?.finishing).toBe(true);
    table.at += 240_001;
    expect(table.answer('p1', 'G', '1')).toMatchObject({ rejection: 'tooLate' });
    table.player('p1', { type: 'stopFinishing', run: 'A', round: 1 });
    expect(playerView(table.session, 'p1').seat).toMatchObject({
      finishing: false,
      truth: expect.anything(),
    });
  });

  test('in a relay the layer closes after twice the time at most, and its player still finishes', () => {
    const table = TestTable.started('mazur', 4, { style: 'relay', outputMs: 40_000, hiddenMs: 50_000 });
    table.host({ type: 'giveTime', player: 'p2', factor: 10 });
    table.ace('p4');
    const layer = (ms: number) => {
      phaseAfter(table, ms);
      return table.session.runs['A']!.lanes[0]!.turn?.layer;
    };
    expect([layer(80_000), layer(1)]).toEqual([2, 1]);
    expect(table.answer('p2', 'places', table.truth('p2').places.join(' '))).toMatchObject({
      verdict: { outcome: 'correct' },
    });
    expect(table.answer('p4', 'G', '1')).toMatchObject({ rejection: 'tooLate' });
  });

  test('for all players: the public deadline itself is later', () => {
    const table = TestTable.started('mazur', 2, { pacing: 'auto', timeFactor: 1.5 });
    expect(playerView(table.session, 'p1').seat?.deadlineAt).toBe(table.at + 180_000);
  });
});
