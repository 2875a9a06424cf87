import type { Session } from '@relay/shared/referee/session/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SessionNames, StagedNames } from './SessionNames.ts';

const PLAYERS = ['p', 'q', 'r', 's'];
const NAMES = ['Mia', 'MIA', 'Leo', 'Kai'];

const batches = fc.array(
  fc.record({
    isStored: fc.boolean(),
    given: fc.array(fc.tuple(fc.constantFrom(...PLAYERS), fc.constantFrom(...NAMES)), { maxLength: 4 }),
  }),
);

test('isTaken: another player who is still there has the name', () => {
  fc.assert(
    fc.property(batches, fc.subarray(PLAYERS), (all, removed) => {
      const players = Object.fromEntries(
        PLAYERS.map((player) => [player, { removal: removed.includes(player) ? 'removed' : null }]),
      ) as unknown as Session['players'];
      const names = new SessionNames({});
      const { byPlayer } = names;
      let expected: Record<string, string> = {};
      for (const { isStored, given } of all) {
        const staged = new StagedNames(names);
        const now = { ...expected };
        const taken = (name: string, player: string): boolean =>
          PLAYERS.some(
            (other) =>
              other !== player &&
              !removed.includes(other) &&
              now[other]?.toLowerCase() === name.toLowerCase(),
          );
        for (const [player, name] of given) {
          expect(staged.isTaken(name, player, players)).toBe(taken(name, player));
          if (taken(name, player)) continue;
          staged.give(player, name);
          now[player] = name;
        }
        expect(byPlayer).toEqual(expected);
        if (!isStored) continue;
        staged.takeEffect();
        expected = now;
        expect(byPlayer).toEqual(expected);
      }
    }),
  );
});
