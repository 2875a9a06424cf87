import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LESSON_PLAN } from '../lesson/plan.ts';
import { presetById } from '../network/presets.ts';
import { settingsFor } from '../lesson/settings.ts';
import { HOST_COMMANDS, PLAYER_COMMANDS } from '../protocol/commands.ts';
import { runs } from '../testing/effort.ts';
import { arbitraryOf, type Usual } from '../testing/arbitraryOf.ts';
import { TestTable } from '../testing/table.ts';
import type { Actor, Command } from './command.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { type Handlers, HANDLERS, roleOf } from './handlers.ts';
import { REJECTIONS } from './rejection.ts';
import { momentOf } from './session/moment.ts';
import type { Session } from './session/state.ts';
import { playersTouchedBy, playerView, publicEntries, touchedBy } from './view.ts';

/** Session with a round of two players, after `act`. */
function after(act: (table: TestTable) => void, settings: object = {}): Session {
  const table = TestTable.started('mazur', 2, settings);
  act(table);
  return table.session;
}

const nothing = (): void => {};
const SITUATIONS: Readonly<Record<string, () => Session>> = {
  lobby: () => TestTable.open().session,
  answering: () => after((table) => table.answer('p1', 'places', 'x:x1')),
  relay: () => after(nothing, { style: 'relay' }),
  paused: () => after((table) => table.host({ type: 'pause' })),
  reveal: () => after((table) => table.next()),
  update: () => after((table) => table.next(2)),
  vote: () =>
    after((table) => {
      table.answer('p1', 'G', '12345');
      table.next();
      table.host({ type: 'openVote' });
    }),
  trial: () =>
    after((table) => {
      table.next();
      table.host({ type: 'openTrial', x: [1, 2] });
    }),
  exitTicket: () =>
    after((table) => {
      table.next();
      table.host({ type: 'openExitTicket' });
    }),
  lesson: () => after((table) => table.next(), { plan: LESSON_PLAN }),
  homework: () => TestTable.startedOn(presetById('mazur')!, 2, settingsFor('homework', {})).session,
  ended: () => after((table) => table.host({ type: 'end' })),
};

const USUAL: Usual = {
  run: ['A', '1', '2'],
  round: [1, 2],
  part: ['places', 'S', 'delta', 'G', 'own', 'extra', 'u:h1', 'e:y1'],
  player: ['p1', 'p2'],
  unit: ['h1', 'y2'],
  raw: ['1', 'x:x1 w:x1.h1', '−0,5'],
  answerId: ['answer-1', 'answer-2'],
};
/** Present moment, for a command that names one. */
const momentIn = (session: Session, command: Command): { readonly moment?: string } =>
  'moment' in command ? { moment: momentOf(session) } : {};

const BY: readonly Actor[] = [
  { role: 'player', player: 'p1' },
  { role: 'player', player: 'nobody' },
  { role: 'host' },
  { role: 'room' },
];

const sessions = Object.fromEntries(Object.entries(SITUATIONS).map(([name, open]) => [name, open()]));

describe('every command', () => {
  test.each(Object.entries({ ...PLAYER_COMMANDS, ...HOST_COMMANDS }))(
    '%s: any command that the schema accepts is decided, and its events fold',
    (_type, schema) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(SITUATIONS)),
          arbitraryOf<Command>(schema, USUAL),
          fc.constantFrom(...BY),
          fc.integer({ min: 0, max: 400_000 }),
          fc.boolean(),
          (situation, said, by, laterMs, isPresent) => {
            const session = sessions[situation]!;
            const command = isPresent ? { ...said, ...momentIn(session, said) } : said;
            const decision = decide(session, { command, by, at: 1_000_000 + laterMs });
            if (!decision.accepted) {
              expect(REJECTIONS).toContain(decision.rejection);
              return;
            }
            if (decision.verdict) expect(decision.verdict.outcome).toBeTypeOf('string');
            const now = decision.events.reduce<Session>(evolve, session);
            for (const event of decision.events) {
              expect(touchedBy(now, event)).toBeInstanceOf(Array);
              expect(playersTouchedBy(now, event)).toBeInstanceOf(Array);
            }
            // Only `joinPlayer` adds players.
            expect(Object.keys(now.players)).toEqual(Object.keys(session.players));
            publicEntries(now, {}, '');
            for (const player of Object.keys(now.players)) playerView(now, player);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test('roleOf: names the role in whose record a command stands', () => {
    for (const type of Object.keys(PLAYER_COMMANDS)) expect(roleOf({ type } as Command)).toBe('player');
    for (const type of Object.keys(HOST_COMMANDS)) expect(roleOf({ type } as Command)).toBe('host');
    expect(() => roleOf({ type: 'toString' } as unknown as Command)).toThrow(RangeError);
  });
});

/** The command with another text in one of its fields. */
const withText = (command: Command, field: string, text: string): Command => ({ ...command, [field]: text });

/** Decision on a command and the session after it, which is the same when its events come from a journal. */
function effectOf(session: Session, command: Command, by: Actor): string {
  const decision = decide(session, { command, by, at: 1_000_000 });
  const events = decision.accepted ? decision.events : [];
  const stored = JSON.parse(JSON.stringify(events)) as typeof events;
  const [now, replayed] = [events, stored].map((some) => some.reduce<Session>(evolve, session));
  expect(JSON.stringify(replayed)).toBe(JSON.stringify(now));
  return JSON.stringify([decision, now]);
}

describe('a name that every object inherits, in any field of text: has the effect of any other unknown one', () => {
  const ORDINARY = 'nobodyHasThisName';
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  test.each(Object.entries({ ...PLAYER_COMMANDS, ...HOST_COMMANDS }))('%s', (_type, schema) => {
    const commands = arbitraryOf<Command>(schema, USUAL);
    const isAccepted = (command: Command): boolean => schema.safeParse(command).success;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(SITUATIONS)), commands, (situation, command) => {
        const session = sessions[situation]!;
        const fields = Object.entries(command).filter(([name, value]) => {
          return name !== 'type' && typeof value === 'string';
        });
        for (const [field] of fields) {
          // Such a name in another field would be replaced with this one.
          if (fields.some(([other, value]) => other !== field && inherited.includes(value as string)))
            continue;
          for (const name of inherited) {
            const other = ORDINARY.slice(0, name.length).padEnd(name.length, 'x');
            const [odd, even] = [withText(command, field, name), withText(command, field, other)];
            if (!isAccepted(odd) || !isAccepted(even)) continue;
            for (const by of BY) {
              const effect = effectOf(session, odd, by).replaceAll(`"${name}"`, `"${other}"`);
              expect(effect, `${field}: ${name}`).toBe(effectOf(session, even, by));
            }
          }
        }
      }),
      { numRuns: runs(20, 300) },
    );
  });

  test('an answer is graded, journaled and kept', () => {
    for (const name of inherited.filter(({ length }) => length >= 8)) {
      const table = TestTable.started('mazur', 2);
      const before = table.log.length;
      const decision = table.answer('p1', 'G', '12345', name);
      expect(decision, name).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
      expect(table.log.slice(before), name).toMatchObject([{ type: 'answerGraded', answerId: name }]);
      expect(table.answer('p1', 'G', '12345', name)).toMatchObject({
        events: [],
        verdict: { outcome: 'wrong' },
      });
    }
  });
});

test('submitAnswer: an answer id that is the name of an inherited member is graded like any other', () => {
  const table = TestTable.started('mazur', 2);
  table.answer('p1', 'G', '1');
  const decision = table.answer('p1', 'G', '12345', 'hasOwnProperty');
  expect(decision).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
});

test('handlers: a missing one, one too many and one of another command do not compile', () => {
  const { skip: _skip, ...incomplete } = HANDLERS.host;
  // @ts-expect-error `skip` has no handler
  const missing: Handlers['host'] = incomplete;
  // @ts-expect-error `dance` is no command
  const extra: Handlers['host'] = { ...HANDLERS.host, dance: HANDLERS.host.skip };
  // @ts-expect-error `lock` has no `ms`
  const other: Handlers['host'] = { ...HANDLERS.host, lock: HANDLERS.host.addTime };
  expect(Object.keys(missing)).toHaveLength(Object.keys(HOST_COMMANDS).length - 1);
  expect([extra, other]).toHaveLength(2);
});
