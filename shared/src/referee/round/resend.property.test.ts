/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightAnswer } from '../../testing/answers.ts';
import { runs } from '../../testing/effort.ts';
import { TestTable } from '../../testing/table.ts';
import type { SubmitAnswer } from '../command.ts';
import { fold } from '../evolve.ts';
import type { PlayerId, Session } from '../session/state.ts';
import { settingsFor } from '../../lesson/settings.ts';
import { askedOf, isAnswering } from './progress.ts';
import { withVerdict, VERDICTS_KEPT, verdictKept } from './verdictsKept.ts';

/** An answer that is sent again, at whatever time, gets the verdict that it has, and changes nothing. */

const PEOPLE = ['p1', 'p2', 'p3'];

interface Sent {
  readonly player: PlayerId;
  readonly command: SubmitAnswer;
  readonly verdict: unknown;
}

/** One step of a schedule: numbers that choose among what is possible then. */
const steps = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(2)), { minLength: 30, maxLength: 120 });

/** Open parts of all seats in rounds that take answers, own runs and warm-ups included. */
function openParts({ runs: of }: Session) {
  return Object.values(of).flatMap((run) =>
    run.seats.flatMap((seat) => {
      const asked = isAnswering(run) ? askedOf(run, seat) : null;
      if (seat.player === null || !asked) return [];
      const { player } = seat;
      return asked.question.parts.map((part) => {
        return { player, run: run.id, round: run.round, part, right: rightAnswer(asked.truth, part) };
      });
    }),
  );
}

/** A player's new answer: right, wrong or unreadable. */
function answer(table: TestTable, sent: Sent[], which: number, how: number): void {
  const open = openParts(table.session);
  const asked = open[which % Math.max(1, open.length)];
  if (!asked) return;
  const { player, right, ...of } = asked;
  const raw = [right, `${right} * 3`, 'Mia Jansen'][how]!;
  const command = { type: 'submitAnswer', answerId: `answer-${sent.length}`, ...of, raw } as const;
  const before = table.log.length;
  const decision = table.player(player, command);
  if (decision.accepted && table.log.length > before)
    sent.push({ player, command, verdict: decision.verdict });
}

/** Host commands and the clock: on to the next phase and round, over the end and back. */
function lead(table: TestTable, which: number): void {
  const { session } = table;
  if (session.status === 'ended')
    return void table.host(which % 2 === 0 ? { type: 'playAgain' } : { type: 'end' });
  if (session.status === 'lobby') return void table.host({ type: 'start' });
  table.at += [0, 1_000, 40_000, 120_000][which % 4]!;
  const player = PEOPLE[which % 3]!;
  if (which < 55) table.next();
  else if (which < 62) table.host({ type: 'skip' });
  else if (which < 68) table.host({ type: 'openExitTicket' });
  else if (which < 74) table.host({ type: 'giveTime', player, factor: 2 });
  else if (which < 80) table.room({ type: 'tick' });
  else if (which < 86) table.host({ type: 'movePlayer', player, run: null, unit: null });
  else if (which < 91) table.host({ type: 'pause' });
  else if (which < 96) table.host({ type: 'resume' });
  else table.host({ type: 'end' });
}

test('a resend: gets the stored verdict in every later round, and changes nothing', () => {
  let resentLater = 0;
  fc.assert(
    fc.property(fc.constantFrom('relay', 'tenMinutes', 'lesson'), fc.nat(99), steps, (kind, seed, all) => {
      const settings = settingsFor(kind === 'lesson' ? 'lesson' : 'tenMinutes', { rounds: null });
      const style = kind === 'relay' ? ('relay' as const) : settings.style;
      const table = TestTable.started('swap', PEOPLE.length, { ...settings, style }, seed);
      const sent: Sent[] = [];
      for (const [act, which, how] of all) {
        if (act < 50) answer(table, sent, which, how);
        else if (act < 65) lead(table, which);
        const again = sent[which % Math.max(1, sent.length)];
        if (!again) continue;
        const before = table.session;
        const reply = table.player(again.player, again.command);
        expect(reply).toEqual({ accepted: true, events: [], verdict: again.verdict });
        expect(table.session).toBe(before);
        const now = before.runs[again.command.run];
        if (now?.round !== again.command.round || !isAnswering(now)) resentLater++;
      }
      // After a restart, which is the fold of the log, each has its verdict still.
      const reopened = fold(table.log);
      for (const { player, command, verdict } of sent)
        expect(verdictKept(reopened.players[player]!.verdicts, command.answerId)).toEqual(verdict);
    }),
    { numRuns: runs(60, 2_000) },
  );
  // The schedules are of use only if rounds pass between an answer and its resend.
  expect(resentLater).toBeGreaterThan(100);
});

test('verdicts kept: the newest ones of a player, in bounded parts, by any id', () => {
  const ids = [
    '__proto__',
    'constructor',
    ...Array.from({ length: 10_000 }, (_, i) => `answer-${i}`),
    'toString',
  ];
  let kept = withVerdict([], 'valueOf', { outcome: 'unreadable' });
  for (const [read, id] of ids.entries()) kept = withVerdict(kept, id, { outcome: 'correct', read });
  const stored = kept.reduce((sum, part) => sum + Object.keys(part).length, 0);
  expect(stored).toBeGreaterThanOrEqual(VERDICTS_KEPT);
  expect(stored).toBeLessThan(2_100);
  for (const [read, id] of [...ids.entries()].slice(-VERDICTS_KEPT))
    expect(verdictKept(kept, id)).toEqual({ outcome: 'correct', read });
  for (const id of ['answer-0', 'constructor', 'hasOwnProperty', '__proto__'])
    expect(verdictKept(kept, id)).toBeUndefined();
});
