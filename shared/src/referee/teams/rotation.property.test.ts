/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputLayer } from '../../maths/network.ts';
import { runs } from '../../testing/effort.ts';
import { TestTable } from '../../testing/table.ts';

/** How often each player sat at an output, and the rounds it sat in. */
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

test('two of a team who sat in the same rounds never differ by more than one round at outputs, whoever comes and goes', () => {
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
        // Of one team: where there are more people than seats there is another one.
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

test('over a session everyone plays as many kinds of seat as there are: the shares follow the seats', () => {
  const table = TestTable.started('swap', 4);
  table.next(3 * 11);
  for (const { seats } of Object.values(table.session.players)) {
    expect(seats.output + seats.hidden).toBe(12);
    expect(Math.abs(seats.output - seats.hidden)).toBeLessThanOrEqual(1);
  }
});
