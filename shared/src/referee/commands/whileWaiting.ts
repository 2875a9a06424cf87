import { own } from '../../own.ts';
import { hintFor } from '../../question/kinds.ts';
import { nextExtraQuestion, mayAskExtraQuestion } from '../round/extraQuestion.ts';
import { isWaitingForTurn } from '../clock/clock.ts';
import type { PlayerCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { answerContext } from '../round/finishing.ts';
import { askedOf, isAnswering, isSettled, seatOf } from '../round/progress.ts';
import type { Run, Seat } from '../round/run.ts';
import type { PlayerId, Session } from '../session/state.ts';
import type { Sliced } from '../../slices.ts';
import { mayWarmUp, openWarmUp } from '../ownRuns/warmUp.ts';

type Of<Type> = Extract<PlayerCommand, { type: Type }>;

/** Commands of a player besides answering: hints, bets, extra questions, warm-up, and an end to finishing. */

/** Takes the hint to a part, which is worth half its points from then on. */
export function takeHint(session: Session, player: PlayerId, command: Of<'takeHint'>, at: number): Decision {
  const { run: id, round, part } = command;
  const present = own(session.runs, id);
  if (!present) return reject('unknownRun');
  const { run, seat, answers } = answerContext(present, player, round);
  if (run.round !== round || !isAnswering(run)) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const asked = seat && askedOf(run, seat);
  if (!asked) return reject('noQuestion');
  if (!asked.question.parts.includes(part)) return reject('partNotAsked');
  if (answers?.hints.includes(part)) return accept();
  if (isSettled(answers?.parts[part])) return reject('partDone');
  if (!hintFor(run.network, asked.question, part)) return reject('noHint');
  return accept({ type: 'hintTaken', at, run: id, round, player, part });
}

/** Tells whether a seat still waits for the error signal that it needs. */
export function isWaitingForParcel(run: Run, seat: Seat): boolean {
  return run.phase.name === 'backward' && isWaitingForTurn(run, seat);
}

/** Records a player's bet, before the error signal arrives, on whether the own weight will go up or down. */
export function placeBet(session: Session, player: PlayerId, command: Of<'placeBet'>, at: number): Decision {
  const { run: id, round, up } = command;
  const run = own(session.runs, id);
  if (!run) return reject('unknownRun');
  if (run.round !== round) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const seat = seatOf(run, player);
  if (!seat?.question?.edge) return reject('noQuestion');
  if (run.bets[player]) return run.bets[player].up === up ? accept() : reject('partDone');
  if (!isWaitingForParcel(run, seat)) return reject('wrongPhase');
  return accept({ type: 'betPlaced', at, run: id, round, player, up });
}

/** Asks a waiting player an extra question; a player without a seat gets a warm-up. */
export function* askExtraQuestion(
  session: Session,
  player: PlayerId,
  command: Of<'askExtraQuestion'>,
  at: number,
): Sliced<Decision> {
  const run = own(session.runs, command.run);
  if (!run) return reject('unknownRun');
  const rounds = [run.round, run.finishing[player]?.run.round];
  if (!rounds.includes(command.round)) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  if (mayWarmUp(session, player, at)) return accept(...(yield* openWarmUp(session, player, at)));
  if (run.round !== command.round || run.kind === 'warmUp') return reject('wrongPhase');
  if (!mayAskExtraQuestion(session, run, player, at)) return reject('wrongPhase');
  const extraQuestion = yield* nextExtraQuestion(session, run, seatOf(run, player)!);
  if (!extraQuestion) return reject('noQuestion');
  return accept({ type: 'extraQuestionAsked', at, run: run.id, round: run.round, player, extraQuestion });
}

/** Stops a player's finishing of an earlier round. */
export function stopFinishing(
  session: Session,
  player: PlayerId,
  { run: id, round }: Of<'stopFinishing'>,
  at: number,
): Decision {
  const run = own(session.runs, id);
  if (!run) return reject('unknownRun');
  if (run.finishing[player]?.run.round !== round) return accept();
  return accept({ type: 'finishingStopped', at, run: id, round, player });
}
