import { isPast, type Moment, ownTurnOf } from '../clock/clock.ts';
import { isDone, seatOf } from './progress.ts';
import type { Answers, Finishing, OwnRun, Run, Seat } from './run.ts';
import type { PlayerId, Session } from '../session/state.ts';

/** Whether somebody still has a question of an earlier round to finish. */
export function isFinishing(run: Run, player: PlayerId, at: Moment): boolean {
  const own = run.finishing[player];
  const seat = own && seatOf(own.run, player);
  return own !== undefined && seat !== undefined && !isPast(own.deadlineAt, at) && !isDone(own.run, seat);
}

/** Whether a run is an exit ticket that its player still fills in after the class has left it. */
export function isLateTicket(run: Run, at: Moment): run is OwnRun {
  return run.kind === 'own' && run.purpose === 'exitTicket' && isFinishing(run, run.owner, at);
}

/** Who has more time than everyone, is not done, and so goes on when the round is revealed now. */
export function playersFinishing(
  session: Session,
  run: Run,
  at: number,
): { readonly player: PlayerId; readonly deadlineAt: number }[] {
  return run.seats.flatMap((seat) => {
    const { player } = seat;
    if (player === null || session.players[player]!.timeFactor === 1 || isDone(run, seat)) return [];
    // Who has been moved to another team sits there in the next round.
    if (run.kind === 'team' && session.players[player]!.run !== run.id) return [];
    const turn = ownTurnOf(session, run, seat);
    return turn.state === 'open' && at < turn.deadlineAt ? [{ player, deadlineAt: turn.deadlineAt }] : [];
  });
}

/** The round that a player is answering: the present one of its run, or its own that it still finishes. */
export interface AnswerContext {
  readonly run: Run;
  readonly seat: Seat | undefined;
  readonly answers: Answers | undefined;
  /** Set where the round has been revealed to the others. */
  readonly finishing: Finishing | null;
}

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
