import { outputLayer } from '../maths/network.ts';
import { nextExtraQuestion, mayAskExtraQuestion, takesExtraAnswers } from '../referee/round/extraQuestion.ts';
import { isByLayer, isTimeUp, isWaitingForTurn, ownTurnOf } from '../referee/clock/clock.ts';
import { isWaitingForParcel } from '../referee/commands/whileWaiting.ts';
import { isFinishing } from '../referee/round/finishing.ts';
import {
  askedOf,
  lastExtraQuestion,
  isAnswering,
  isDone,
  isSettled,
  seatOf,
} from '../referee/round/progress.ts';
import type { Run, Seat } from '../referee/round/run.ts';
import type { PlayerId, Session } from '../referee/session/state.ts';
import { teamRuns } from '../referee/teams/teams.ts';
import { runOf, seatedRunOf } from '../referee/view.ts';
import { mayWarmUp } from '../referee/ownRuns/warmUp.ts';
import { atOnce } from '../slices.ts';

/** Phases in which a clock runs. */
export const TIMED_PHASES = ['forward', 'parallel', 'relay', 'vote', 'trial', 'exitTicket'] as const;
export type TimedPhase = (typeof TIMED_PHASES)[number];

/**
 * The most urgent thing that the rules offer a player now, whatever the player does: answer the question, prepare parts
 * known before the turn, bet, work on an extra question, or nothing. Without a seat, a warm-up counts as `besides`.
 */
export type Occupation = 'asked' | 'own' | 'bet' | 'besides' | 'nothing';

/**
 * The timed phase that a player is in, and the end of its clock (null: once the others are through); undefined while
 * none runs.
 */
export function timedPhaseOf(
  session: Session,
  player: PlayerId,
): { readonly phase: TimedPhase; readonly since: number; readonly until: number | null } | undefined {
  const { activity, settings, status, pausedAt } = session;
  if (status !== 'running' || pausedAt !== null || settings.pacing === 'self') return undefined;
  if (activity) {
    if (activity.type === 'talk' || activity.closedAt !== null) return undefined;
    const { type, since, deadlineAt } = activity;
    return { phase: type, since, until: deadlineAt };
  }
  const own = seatedRunOf(session, player);
  // A team that was made in the middle of a round waits for the others.
  const run = own && isAnswering(own) ? own : teamRuns(session).find(isAnswering);
  if (!run) return undefined;
  const { since } = run.phase;
  if (isByLayer(run)) {
    const phase = run.phase.name === 'forward' ? 'forward' : 'relay';
    // A team whose lanes are through waits for the others: their clocks run.
    const isHome = teamRuns(session).every(({ lanes }) => lanes.every(({ turn }) => turn === null));
    return isHome ? undefined : { phase, since, until: null };
  }
  return { phase: 'parallel', since, until: lastDeadline(run) };
}

/** Latest deadline of the players who are asked. */
function lastDeadline({ deadlines, seats, network }: Run): number {
  const asked = seats.filter(({ player, question }) => player !== null && question);
  return Math.max(
    ...asked.map(({ unit }) => (unit.layer === outputLayer(network) ? deadlines.output : deadlines.hidden)),
  );
}

/** Tells whether there is an extra question for a player who may ask for one. */
export type Offer = (session: Session, run: Run, seat: Seat) => boolean;

/** Offer by the referee's own rule. */
export const isOffered: Offer = (session, run, seat) =>
  atOnce(nextExtraQuestion(session, run, seat)) !== undefined;

/** Tells whether a vote or a trial still waits for a player. */
function isAskedTogether({ activity }: Session, player: PlayerId): boolean {
  if (activity?.type === 'vote') return activity.votes[player] === undefined;
  return activity?.type === 'trial' && activity.guesses[player] === undefined;
}

export function occupationOf(
  session: Session,
  player: PlayerId,
  at: number,
  offers: Offer = isOffered,
): Occupation {
  if (isAskedTogether(session, player)) return 'asked';
  const run = runOf(session, player);
  if (run && isFinishing(run, player, at)) return 'asked';
  // A warm-up question is open, or can be asked for.
  if (run?.kind === 'warmUp' || mayWarmUp(session, player, at)) return 'besides';
  const seat = run && seatOf(run, player);
  if (!run || !seat || !askedOf(run, seat)) return 'nothing';
  return (
    (isAnswering(run) ? inRound(session, run, seat, at) : undefined) ??
    besides(session, run, seat, at, offers)
  );
}

function inRound(session: Session, run: Run, seat: Seat, at: number): Occupation | undefined {
  if (!isWaitingForTurn(run, seat))
    return isDone(run, seat) || isTimeUp(session, run, seat, at) ? undefined : 'asked';
  const { parts } = askedOf(run, seat)!.question;
  const given = run.answers[seat.player!]?.parts;
  if (parts.includes('own') && !isSettled(given?.own)) return 'own';
  return isWaitingForParcel(run, seat) && seat.question?.edge && !run.bets[seat.player!] ? 'bet' : undefined;
}

function besides(session: Session, run: Run, seat: Seat, at: number, offers: Offer): Occupation {
  const extraQuestion = lastExtraQuestion(run, seat.player!);
  if (extraQuestion && !isSettled(extraQuestion.answer ?? undefined))
    return takesExtraAnswers(session, run) ? 'besides' : 'nothing';
  const mayAsk = mayAskExtraQuestion(session, run, seat.player!, at);
  return mayAsk && offers(session, run, seat) ? 'besides' : 'nothing';
}

/** Next time at which a player's occupation changes by the clock alone; null: never. */
export function changesAt(session: Session, player: PlayerId): number | null {
  const run = runOf(session, player);
  if (run?.finishing[player]) return run.finishing[player].deadlineAt;
  const seat = run && seatOf(run, player);
  if (!run || !seat || !isAnswering(run) || !askedOf(run, seat)) return null;
  const turn = ownTurnOf(session, run, seat);
  return turn.state === 'open' ? turn.deadlineAt : null;
}
