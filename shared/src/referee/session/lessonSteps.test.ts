import { describe, expect, test } from 'vitest';
import { LESSON_PLAN } from '../../lesson/plan.ts';
import { settingsFor } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';
import { playerView } from '../view.ts';

const why = (decision: { accepted: boolean; rejection?: string }) => decision.rejection ?? 'accepted';

describe('the 50-minute lesson', () => {
  const lesson = (settings: object = {}): TestTable =>
    TestTable.started('swap-two-slopes', 8, settingsFor('lesson', settings));
  /** Answers all open questions, with one wrong answer first where `miss` is set. */
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
    for (let i = 0; table.session.status === 'running' && i < 100; i++) {
      const step = LESSON_PLAN[table.session.step]!.id;
      if (seen.at(-1) !== step) seen.push(step);
      if (!table.session.activity) play(table, step === 'hidden');
      table.next();
    }
    expect(seen).toEqual(LESSON_PLAN.map(({ id }) => id));
    expect(table.session.status).toBe('ended');
    const { losses, round, movedBy } = table.session.runs['A']!;
    // One warm-up, two rounds, four relays with the losses of the lesson's network, then 1,000 steps of the machine.
    expect(round).toBe(7);
    expect(movedBy).toEqual([
      ...[2, 3, 4, 5, 6, 7].map((number) => ({ type: 'round', round: number })),
      { type: 'machine', steps: 1_000, unrounded: true },
    ]);
    expect(losses.slice(0, 7).map((loss) => loss.toFixed(3))).toEqual([
      '10.633',
      '6.828',
      '4.458',
      '3.287',
      '2.470',
      '1.878',
      '1.062',
    ]);
    expect(losses[7]).toBeLessThan(5e-6);
  });

  test('seats all players at outputs, then at hidden units, then in the relay at both', () => {
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

  test('a step can be skipped; the vote is passed over without a mistake', () => {
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
