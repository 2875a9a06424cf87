import { afterQuestion } from '../../question/help.ts';
import { isClean, partsOf, seatOf } from '../round/progress.ts';
import type { RoundRecord, Run, RunId, Seat } from '../round/run.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';
import { without, withPlayer, withRun } from './change.ts';

/** Points of a player's parts of a round, nothing besides. */
export function partPoints({ answers }: Run, player: string): number {
  const parts = answers[player]?.parts ?? {};
  return Object.values(parts).reduce((sum, answer) => sum + (answer?.points ?? 0), 0);
}

/** What the player of an own run made of its round. */
export function recordOf(run: Run, player: string): RoundRecord {
  const { parts = {}, verdicts = {} } = run.answers[player] ?? {};
  const seat = seatOf(run, player);
  const made = Object.values(verdicts).flatMap((verdict) =>
    verdict.outcome === 'wrong' && verdict.mistakes[0] ? [verdict.mistakes[0].id] : [],
  );
  return {
    round: run.round,
    points: partPoints(run, player),
    parts: (seat ? partsOf(seat) : []).map((part) => {
      const { tries = 0, right = false } = parts[part] ?? {};
      return { part, tries, right };
    }),
    mistakes: [...new Set(made)],
  };
}

/** What a round that is over does to somebody: who did not finish starts its streak anew; help goes by who tried. */
export function withAnswer(session: Session, run: Run, player: Player, seat: Seat): Player {
  const parts = run.answers[player.id]?.parts ?? {};
  const isWhole = partsOf(seat).every((part) => parts[part]?.right);
  const adapts = Object.keys(parts).length > 0 && session.settings.helpAdapts;
  return {
    ...player,
    streak: isWhole ? player.streak : 0,
    help: adapts ? afterQuestion(player.help, isClean(partsOf(seat), parts)) : player.help,
  };
}

/** Somebody has done with a round that it was finishing for itself. */
export function withoutFinishing(session: Session, id: RunId, player: PlayerId): Session {
  const own = session.runs[id]?.finishing[player]?.run;
  if (!own) return session;
  // An exit ticket that the class has left goes with it.
  if (session.runs[id]?.kind === 'own' && session.activity?.type !== 'exitTicket')
    return { ...session, runs: without(session.runs, [id]) };
  const seat = seatOf(own, player);
  const made = own.answers[player];
  const stopped = withRun(session, id, (run) => ({
    ...run,
    finishing: without(run.finishing, [player]),
    // As long as the weights have not moved, what it has handed in by itself counts with what the others have.
    answers: made && run.round === own.round ? { ...run.answers, [player]: made } : run.answers,
  }));
  if (!seat || !own.rules.scored) return stopped;
  return withPlayer(stopped, player, (one) => withAnswer(session, own, one, seat));
}
