/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, says } from '../../testing/model/act.ts';
import { runs } from '../../testing/effort.ts';
import {
  addTime,
  again,
  end,
  join,
  lock,
  next,
  pause,
  remove,
  resume,
  skip,
  start,
  stranger,
  wait,
} from '../../testing/model/leadActs.ts';
import { type Model, PARTS } from '../../testing/model/model.ts';
import { answer, hint } from '../../testing/model/playerActs.ts';
import { TestTable } from '../../testing/table.ts';

const PEOPLE = ['p1', 'p2', 'p3'];
/** Mostly players of the class; now and then one who has not joined. */
const person = fc.constantFrom(...PEOPLE, ...PEOPLE, 'late');
const part = fc.constantFrom(...PARTS);
const wrong = fc.record({ value: fc.nat(6), spelling: fc.nat(2) });
const as = fc.oneof(
  { arbitrary: fc.constantFrom('right', 'junk', 'long'), weight: 1 },
  { arbitrary: wrong, weight: 1 },
);
const times = (count: number, one: fc.Arbitrary<Act>): fc.Arbitrary<Act>[] =>
  Array.from({ length: count }, () => one);

/** Acts, weighted by the number of entries: answers are more frequent than host commands. */
const acts: fc.Arbitrary<Act>[] = [
  // A player who goes on trying.
  ...times(
    8,
    fc.nat(50).map((value) => answer('p1', 'G', { value, spelling: 0 })),
  ),
  ...times(
    40,
    fc.tuple(person, part, as).map(([id, what, how]) => answer(id, what, how)),
  ),
  ...times(
    6,
    fc.tuple(person, part).map(([id, what]) => hint(id, what)),
  ),
  ...times(4, fc.constantFrom(0, 1, 1_000, 45_000, 100_000).map(wait)),
  ...times(3, fc.constant(next)),
  ...[start, skip, pause, resume, resume, end, again].map((act) => fc.constant(act)),
  person.map(join),
  person.map(remove),
  person.map(stranger),
  fc.constantFrom(15_000, 60_000).map(addTime),
  fc.boolean().map(lock),
];
/** A class that has just begun, or an empty lobby. */
const beginning: fc.Arbitrary<readonly Act[]> = fc.constantFrom([...PEOPLE.map(join), start], []);

/** Outcomes that the runs must reach, or the agreement would prove little. */
const OUTCOMES = [
  'accepted',
  'answerTooLong',
  'noPlayers',
  'noQuestion',
  'noTriesLeft',
  'notAllowed',
  'partDone',
  'partNotAsked',
  'paused',
  'repeated',
  'sessionEnded',
  'tooLate',
  'unknownPlayer',
  'unknownRun',
  'wrongPhase',
].sort();
/** Times that the runs are repeated, at most, to reach them all: one in twelve misses a rare one by chance. */
const MOST_TIMES = 12;

test('referee: agrees with a small model on every decision and on points', () => {
  const said = new Set<string>();
  const agrees = () =>
    fc.assert(
      fc.property(beginning, fc.commands(acts, { maxCommands: 100, size: 'max' }), (first, commands) => {
        fc.modelRun(() => {
          const table = TestTable.open('mazur', { helpAdapts: false });
          const host = table.host.bind(table);
          table.host = (command) => {
            const decision = host(command);
            said.add(says(decision));
            return decision;
          };
          const player = table.player.bind(table);
          table.player = (id, command) => {
            const decision = player(id, command);
            said.add(says(decision));
            return decision;
          };
          const model: Model = {
            stage: 'lobby',
            phase: 'update',
            locked: false,
            pausedAt: null,
            at: table.at,
            people: new Map(),
            seats: new Map(),
            points: new Map(),
          };
          return { model, real: table };
        }, [...first, ...commands]);
      }),
      { numRuns: runs(300, 1_000) },
    );
  agrees();
  for (let i = 1; i < MOST_TIMES && said.size < OUTCOMES.length; i++) agrees();
  expect([...said].sort()).toEqual(OUTCOMES);
});
