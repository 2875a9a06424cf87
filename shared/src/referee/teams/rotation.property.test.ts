/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputLayer } from '../../maths/network.ts';
import { runs } from '../../testing/effort.ts';
import { TestTable } from '../../testing/table.ts';

/** Rounds of each player with a seat, and the number of those at an output. */
function playedIn(table: TestTable): Map<string, { rounds: number[]; outputs: number }> {
  const played = new Map<string, { rounds: number[]; outputs: number }>();
  for (const event of table.log) {
    if (event.type !== 'roundOpened') continue;
    const last = outputLayer(table.session.initial);
    for (const { player, unit } of event.seats) {
      if (player === null) continue;
      const one = played.get(player) ?? { rounds: [], outputs: 0 };
      one.rounds.push(event.round);
      one.outputs += unit.layer === last ? 1 : 0;
      played.set(player, one);
    }
  }
  return played;
}

const change = fc.record({
  who: fc.integer({ min: 1, max: 12 }),
  what: fc.constantFrom('leave', 'come', 'join'),
});

test('dealSeats: players of the same rounds differ by at most one round at outputs', () => {
  const presets = fc.constantFrom('swap', 'mazur', 'deep', 'xor', 'sum-and-difference');
  fc.assert(
    fc.property(
      presets,
      fc.integer({ min: 2, max: 9 }),
      fc.array(fc.array(change, { maxLength: 3 }), { minLength: 4, maxLength: 14 }),
      fc.nat(),
      (preset, players, rounds, seed) => {
        const table = TestTable.started(preset, players, { teams: 1 }, seed);
        for (const changes of rounds) {
          for (const { who, what } of changes) {
            const player = `p${who}`;
            if (what === 'join') table.room({ type: 'joinPlayer', player });
            else table.room({ type: what === 'leave' ? 'playerLeft' : 'playerReturned', player });
          }
          table.at += 61_000;
          table.next(3);
        }
        const byRounds = new Map<string, number[]>();
        // Compared within a team, as more players than seats open another team.
        for (const [player, { rounds: sat, outputs }] of playedIn(table)) {
          const key = `${table.session.players[player]!.run} ${sat.join(' ')}`;
          byRounds.set(key, [...(byRounds.get(key) ?? []), outputs]);
        }
        for (const [sat, outputs] of byRounds) {
          expect(Math.max(...outputs) - Math.min(...outputs), `rounds ${sat}`).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: runs(40, 400) },
  );
});

test('dealSeats: over twelve rounds each player sits at outputs as often as at hidden units', () => {
  const table = TestTable.started('swap', 4);
  table.next(3 * 11);
  for (const { seats } of Object.values(table.session.players)) {
    expect(seats.output + seats.hidden).toBe(12);
    expect(Math.abs(seats.output - seats.hidden)).toBeLessThanOrEqual(1);
  }
});
