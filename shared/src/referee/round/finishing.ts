import { isPast, type Moment, ownTurnOf } from '../clock/clock.ts';
import { isDone, seatOf } from './progress.ts';
import type { Answers, Finishing, OwnRun, Run, Seat } from './run.ts';
import type { PlayerId, Session } from '../session/state.ts';

/** Tells whether a player still has a question of a revealed round to finish. */
export function isFinishing(run: Run, player: PlayerId, at: Moment): boolean {
  const own = run.finishing[player];
  const seat = own && seatOf(own.run, player);
  return own !== undefined && seat !== undefined && !isPast(own.deadlineAt, at) && !isDone(own.run, seat);
}

/** Tells whether a run is an exit ticket that its player still fills in after the class has closed it. */
export function isLateTicket(run: Run, at: Moment): run is OwnRun {
  return run.kind === 'own' && run.purpose === 'exitTicket' && isFinishing(run, run.owner, at);
}

/** Players with extra time who are not done, and so go on privately if the round is revealed now. */
export function playersFinishing(
  session: Session,
  run: Run,
  at: number,
): { readonly player: PlayerId; readonly deadlineAt: number }[] {
  return run.seats.flatMap((seat) => {
    const { player } = seat;
    if (player === null || session.players[player]!.timeFactor === 1 || isDone(run, seat)) return [];
    // A player who has been moved to another team takes a seat there in the next round.
    if (run.kind === 'team' && session.players[player]!.run !== run.id) return [];
    const turn = ownTurnOf(session, run, seat);
    return turn.state === 'open' && at < turn.deadlineAt ? [{ player, deadlineAt: turn.deadlineAt }] : [];
  });
}

/** The round that a player answers: the present one of the run, or an earlier one that the player still finishes. */
export interface AnswerContext {
  readonly run: Run;
  readonly seat: Seat | undefined;
  readonly answers: Answers | undefined;
  /** Finishing that the round belongs to; null for the present round. */
  readonly finishing: Finishing | null;
}

/** Round, seat and answers that a command for round number `round` is about. */
export function answerContext(run: Run, player: PlayerId, round: number): AnswerContext {
  const own = run.finishing[player];
  const source = own?.run.round === round ? own.run : run;
  return {
    run: source,
    seat: seatOf(source, player),
    answers: source.answers[player],
    finishing: source === run ? null : own!,
  };
}
