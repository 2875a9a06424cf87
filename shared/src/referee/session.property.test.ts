import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HELP_LEVELS, type Part, QUESTION_KINDS } from '../question/question.ts';
import { rightAnswer } from '../testing/answers.ts';
import { PRESETS } from '../lesson/presets.ts';
import { brokenRules } from '../testing/logOracle.ts';
import { TestTable } from '../testing/table.ts';
import type { Intention, RoomCommand } from './command.ts';
import { fold } from './evolve.ts';
import type { Session } from './state.ts';
import {
  applyEntry,
  EMPTY_VIEW,
  type EntryPath,
  hostRow,
  playersTouchedBy,
  playerView,
  publicEntries,
  type PublicView,
  touchedBy,
} from './view.ts';

/** Sessions as they never happen: everyone does anything at any time. */

const PLAYERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const player = fc.constantFrom(...PLAYERS);

type Act =
  | { readonly who: 'room'; readonly command: RoomCommand }
  | { readonly who: 'host'; readonly command: Intention }
  | { readonly who: 'stranger'; readonly command: Intention }
  | {
      readonly who: 'answer';
      readonly player: string;
      /** Which of the parts that it is asked; beyond them: one that it is not. */
      readonly part: number;
      readonly as: 'truth' | 'wrong' | 'junk';
      readonly id: number;
    }
  /** Someone has everything right. */
  | { readonly who: 'ace'; readonly player: string }
  | { readonly who: 'clock'; readonly ms: number };

const hostCommand: fc.Arbitrary<Intention> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Intention>({ type: 'next' }) },
  { weight: 3, arbitrary: fc.constant<Intention>({ type: 'start' }) },
  fc.constantFrom<Intention>(
    { type: 'pause' },
    { type: 'resume' },
    { type: 'resume' },
    { type: 'addTime', ms: 30_000 },
    { type: 'lock', locked: true },
    { type: 'lock', locked: false },
  ),
);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: player.map((id): Act => ({ who: 'room', command: { type: 'joinPlayer', player: id } })),
  },
  {
    weight: 1,
    arbitrary: player.map((id): Act => ({ who: 'room', command: { type: 'playerLeft', player: id } })),
  },
  {
    weight: 1,
    arbitrary: player.map((id): Act => ({ who: 'room', command: { type: 'playerReturned', player: id } })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(100_000).map((awayMs): Act => ({ who: 'room', command: { type: 'reopen', awayMs } })),
  },
  { weight: 4, arbitrary: hostCommand.map((command): Act => ({ who: 'host', command })) },
  { weight: 1, arbitrary: hostCommand.map((command): Act => ({ who: 'stranger', command })) },
  {
    weight: 10,
    arbitrary: fc
      .record({
        player,
        part: fc.nat(4),
        as: fc.constantFrom('truth' as const, 'wrong' as const, 'junk' as const),
        id: fc.nat(40),
      })
      .map((answer): Act => ({ who: 'answer', ...answer })),
  },
  { weight: 2, arbitrary: player.map((id): Act => ({ who: 'ace', player: id })) },
  { weight: 2, arbitrary: fc.nat(50_000).map((ms): Act => ({ who: 'clock', ms })) },
);

function play(table: TestTable, step: Act): void {
  switch (step.who) {
    case 'clock':
      table.at += step.ms;
      return;
    case 'room':
      table.room(step.command);
      return;
    case 'host':
      table.host(step.command);
      return;
    case 'stranger':
      expect(table.player('p1', step.command).accepted).toBe(false);
      return;
    case 'ace':
      if (table.session.players[step.player]?.run && seatOf(table, step.player)) table.ace(step.player);
      return;
    case 'answer':
      handIn(table, step);
  }
}

function seatOf({ session }: TestTable, id: string) {
  const run = session.players[id]?.run;
  return run ? session.runs[run]?.seats.find(({ player: one }) => one === id) : undefined;
}

function handIn(
  table: TestTable,
  { player: id, part: index, as, id: answerId }: Extract<Act, { who: 'answer' }>,
): void {
  const seat = seatOf(table, id);
  const part: Part = seat?.question?.parts[index] ?? 'S';
  const right = seat?.truth && seat.question?.parts[index] ? rightAnswer(seat.truth, part) : 'junk';
  const wrong =
    part === 'places' ? right.slice(right.indexOf(' ') + 1) : part === 'term' ? 'S' : `1 + ${right} * 1.5`;
  table.answer(id, part, { truth: right, wrong, junk: 'not a number' }[as], `id-${answerId}`);
}

const BEGIN: Act[] = [
  ...PLAYERS.slice(0, 4).map((id): Act => ({ who: 'room', command: { type: 'joinPlayer', player: id } })),
  { who: 'host', command: { type: 'start' } },
];
const END: Act = { who: 'host', command: { type: 'end' } };

const anySession = fc.record({
  preset: fc.constantFrom(...PRESETS.map(({ id }) => id)),
  teams: fc.integer({ min: 1, max: 3 }),
  pacing: fc.constantFrom('host' as const, 'auto' as const),
  asks: fc.constantFrom(...QUESTION_KINDS),
  help: fc.constantFrom(...HELP_LEVELS),
  seed: fc.nat(),
  acts: fc
    .tuple(fc.boolean(), fc.array(act, { minLength: 10, maxLength: 120 }), fc.array(act, { maxLength: 5 }))
    .map(([begun, during, after]): Act[] => [...(begun ? BEGIN : []), ...during, END, ...after]),
});

test('whatever anyone does, the log keeps the rules and folds to the same state, bit for bit', () => {
  let graded = 0;
  fc.assert(
    fc.property(anySession, ({ preset, teams, pacing, asks, help, seed, acts }) => {
      const rules = { teams, pacing, asks, help, speedBonus: pacing === 'auto' };
      const table = TestTable.open(preset, rules, seed);
      for (const step of acts) play(table, step);
      expect(brokenRules(table.log)).toEqual([]);
      expect(fold(JSON.parse(JSON.stringify(table.log)))).toStrictEqual(table.session);
      const points = new Map<string, number>();
      for (const event of table.log) {
        if (event.type !== 'answerGraded') continue;
        graded++;
        points.set(
          event.player,
          (points.get(event.player) ?? 0) + event.points + event.bonus.streak + event.bonus.speed,
        );
      }
      for (const { id, score } of Object.values(table.session.players))
        expect(score).toBeCloseTo(points.get(id) ?? 0, 6);
    }),
    { numRuns: 400 },
  );
  expect(graded).toBeGreaterThan(150);
});

test('entries that an event touched, put over the old view, give the whole new view', () => {
  fc.assert(
    fc.property(anySession, ({ preset, teams, pacing, asks, help, seed, acts }) => {
      const rules = { teams, pacing, asks, help, speedBonus: pacing === 'auto' };
      const table = TestTable.open(preset, rules, seed);
      const names = Object.fromEntries(PLAYERS.map((id) => [id, `name of ${id}`]));
      let entries = publicEntries(table.session, names, '');
      const own = (session: Session) =>
        Object.fromEntries(
          Object.keys(session.players).map((id) => [
            id,
            JSON.stringify([playerView(session, id), hostRow(session, id)]),
          ]),
        );
      let before = own(table.session);
      for (const step of acts) {
        const known = table.log.length;
        play(table, step);
        const events = table.log.slice(known);
        for (const prefix of new Set(events.flatMap((event) => touchedBy(table.session, event)))) {
          const kept = Object.entries(entries).filter(([path]) => !path.startsWith(prefix));
          entries = { ...Object.fromEntries(kept), ...publicEntries(table.session, names, prefix) };
        }
        const after = own(table.session);
        const changed = Object.keys(after).filter((id) => after[id] !== before[id]);
        const told = new Set(events.flatMap((event) => playersTouchedBy(table.session, event)));
        expect(changed.filter((id) => !told.has(id))).toEqual([]);
        before = after;
        expect(entries).toStrictEqual(publicEntries(table.session, names, ''));
      }
      const view = Object.entries(entries).reduce<PublicView>(
        (sum, [path, value]) => applyEntry(sum, path as EntryPath, value),
        EMPTY_VIEW,
      );
      expect(Object.keys(view.players).sort()).toEqual(Object.keys(table.session.players).sort());
    }),
    { numRuns: 100 },
  );
});

test('before the reveal no view holds a hidden S, a hidden δ or a gradient; from the reveal on it does', () => {
  const digits = (value: number): string =>
    String(Math.abs(value))
      .replace(/^0?\.?0*/u, '')
      .slice(0, 8);
  for (const preset of ['mazur', 'article', 'han-kamber']) {
    const table = TestTable.started(preset, 4);
    const run = table.session.runs['A']!;
    const secrets = run.lanes.flatMap(({ truth }) => [
      ...truth.arriving.slice(0, -1).flatMap((row) => row ?? []),
      ...truth.deltas.flat(),
      ...truth.gradients.weights.flat(2),
    ]);
    const seen = (): string =>
      JSON.stringify([
        publicEntries(table.session, {}, ''),
        ...Object.keys(table.session.players).map((id) => playerView(table.session, id)),
      ]);
    for (const secret of secrets.filter((value) => digits(value).length >= 5)) {
      expect(seen(), `${preset} leaks ${secret}`).not.toContain(digits(secret));
    }
    table.next();
    for (const secret of secrets) expect(seen()).toContain(digits(secret));
  }
});
