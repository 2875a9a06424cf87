import { countOnce, idsMade } from '../../question/diagnosis/mistakesMade.ts';
import { afterQuestion } from '../../question/help.ts';
import { isClean, partsOf, seatOf } from '../round/progress.ts';
import type { RoundRecord, Run, RunId, Seat } from '../round/run.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';
import { without, withPlayer, withRun } from './change.ts';

/** Points of a player's parts in a run's round, without bonuses. */
export function partPoints({ answers }: Run, player: string): number {
  const parts = answers[player]?.parts ?? {};
  return Object.values(parts).reduce((sum, answer) => sum + (answer?.points ?? 0), 0);
}

/** Record of a player's answers in a run's round. */
export function recordOf(run: Run, player: string): RoundRecord {
  const { parts = {}, verdicts = {} } = run.answers[player] ?? {};
  const seat = seatOf(run, player);
  return {
    round: run.round,
    points: partPoints(run, player),
    parts: (seat ? partsOf(seat) : []).map((part) => {
      const { tries = 0, right = false } = parts[part] ?? {};
      return { part, tries, right };
    }),
    mistakes: countOnce(Object.values(verdicts).flatMap(idsMade)).map(({ ids }) => ids),
  };
}

/** Player after a round: an unfinished question ends the streak; the help level adapts where any part was tried. */
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

/** Ends a player's private finishing of an earlier round, and merges its answers while that round is still the last. */
export function withoutFinishing(session: Session, id: RunId, player: PlayerId): Session {
  const own = session.runs[id]?.finishing[player]?.run;
  if (!own) return session;
  // An exit ticket that the class has put away is removed with it.
  if (session.runs[id]?.kind === 'own' && session.activity?.type !== 'exitTicket')
    return { ...session, runs: without(session.runs, [id]) };
  const seat = seatOf(own, player);
  const answers = own.answers[player];
  const stopped = withRun(session, id, (run) => ({
    ...run,
    finishing: without(run.finishing, [player]),
    // Until the next round opens, these answers count together with those of the others.
    answers: answers && run.round === own.round ? { ...run.answers, [player]: answers } : run.answers,
  }));
  if (!seat || !own.rules.scored) return stopped;
  return withPlayer(stopped, player, (one) => withAnswer(session, own, one, seat));
}
