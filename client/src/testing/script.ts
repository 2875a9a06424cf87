import type { Part } from '@relay/shared/question/question';
import type { HostCommand, PlayerCommand, SubmitAnswer } from '@relay/shared/referee/command';
import { commandIn } from '@relay/shared/referee/session/moment';
import { rightAnswer } from '@relay/shared/testing/answers';
import type { TestTable } from '@relay/shared/testing/table';

let answers = 0;

/** Makes an answer to the player's present question. */
function answer(table: TestTable, player: string, part: Part, raw: string, round?: number): SubmitAnswer {
  const { run: id } = table.session.players[player]!;
  const run = table.session.runs[id!]!;
  const answerId = `answer-${String(++answers)}`;
  return { type: 'submitAnswer', answerId, run: run.id, round: round ?? run.round, part, raw };
}

/** Makes an answer without a question, which is refused. */
export const nothing = (): SubmitAnswer => ({
  type: 'submitAnswer',
  answerId: `nothing-${String(++answers)}`,
  run: 'ZZ',
  round: 1,
  part: 'G',
  raw: '1',
});

/** Generates right, wrong, unreadable and repeated answers, part by part. `isDone` false leaves the last part out. */
function* answersOf(table: TestTable, player: string, isDone: boolean): Generator<PlayerCommand> {
  const { question, truth } = table.seat(player);
  for (const [i, part] of question!.parts.entries()) {
    const right = rightAnswer(truth!, part);
    const wrong = answer(table, player, part, part === 'places' ? right.split(' ')[0]! : '12345');
    yield answer(table, player, part, 'what?');
    yield wrong;
    // Once more with the same id, as after a broken connection.
    yield wrong;
    if (!isDone && i === question!.parts.length - 1) continue;
    yield answer(table, player, part, right);
    yield answer(table, player, part, right);
  }
  yield answer(table, player, 'places', 'x:x1', 99);
}

/** One command with its sender, or time that passes. */
type Step =
  | { readonly command: PlayerCommand | HostCommand; readonly by: string }
  | { readonly passMs: number };

/**
 * Generates the commands of a session's host and players: right, wrong, unreadable, repeated and late. Each command is
 * made after the one before has taken effect at the table.
 */
export function* script(table: TestTable, players: readonly string[]): Generator<Step> {
  const { pacing, rounds } = table.session.settings;
  const by = players[0]!;
  const run = () => table.session.runs['A']!;
  const last = rounds ?? 3;
  // Practice has no clock, so that its script has no steps that the clock would cause.
  const hasClock = pacing === 'host' || players.length > 1;
  for (let round = 1; round <= last; round++) {
    for (const player of players) {
      const isDone = hasClock && round < last;
      for (const command of answersOf(table, player, isDone)) yield { command, by: player };
    }
    if (round === 1 && run().phase.name === 'backward') {
      yield { command: { type: 'pause' }, by };
      yield { command: answer(table, by, 'places', 'x:x1'), by };
      yield { command: { type: 'resume' }, by };
      yield { command: commandIn(table.session, { type: 'addTime', ms: 30_000 }), by };
      yield { command: { type: 'lock', locked: true }, by };
    }
    const part = table.seat(by).question!.parts.at(-1)!;
    const { output, hidden } = run().deadlines;
    if (hasClock && round === last && last > 1) yield { passMs: Math.max(output, hidden) - table.at };
    yield { command: answer(table, by, part, '1'), by };
    while (run().phase.name === 'backward') yield { command: commandIn(table.session, { type: 'next' }), by };
    yield { command: answer(table, by, part, '1'), by };
    yield { command: commandIn(table.session, { type: 'next' }), by };
    yield { command: commandIn(table.session, { type: 'next' }), by };
  }
  yield { command: commandIn(table.session, { type: 'end' }), by };
}
