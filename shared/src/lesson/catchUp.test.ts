import { expect, test } from 'vitest';
import { TestTable } from '../testing/table.ts';
import { catchUpOf } from './catchUp.ts';
import { networkOf } from './networkFile.ts';

test.each([
  ['swap', 1],
  ['swap', 5],
  ['mazur', 5],
  ['deep', 5],
  ['sum-and-difference', 5],
] as const)(
  '%s, rounds: %i: who was absent is asked what somebody of the class was, with the same numbers, round by round',
  (preset, rounds) => {
    const played = TestTable.started(preset, 3, { samples: 1 }, 77);
    const asked: unknown[] = [];
    for (let round = 0; round < rounds; round++) {
      const { network } = played.session.runs['A']!;
      const { question } = played.seat('p1');
      const { unit, edge, sample, kind } = question!;
      asked.push({ unit, edge, sample, kind, weights: network.weights });
      played.next(3);
    }
    const { file, seed, settings } = catchUpOf(played.session)!;
    expect(networkOf(file)).toEqual(played.session.initial);
    const absent = TestTable.startedOn(file, 1, settings, seed);
    const seen = asked.map(() => {
      const run = Object.values(absent.session.runs)[0]!;
      const { unit, edge, sample, kind } = absent.seat('p1').question!;
      for (let i = 0; i < 3; i++) absent.player('p1', { type: 'goOn', run: run.id });
      return { unit, edge, sample, kind, weights: run.network.weights };
    });
    expect(seen).toEqual(asked);
  },
);

test('there is nothing to catch up with before the first round', () => {
  expect(catchUpOf(TestTable.open('swap').session)).toBeUndefined();
});
