import { forward } from '../../maths/forward.ts';
import type { Network, Sample, Vector } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import type { MistakeId, Term, WrittenWorking } from '../../question/question.ts';
import type { Activity, ExitTicket, Trial, Vote } from '../activities/activity.ts';
import { isDone, wasRight } from '../round/progress.ts';
import type { RunId } from '../round/run.ts';
import type { Session } from '../session/state.ts';
import { ownRuns, teamRuns } from '../teams/teams.ts';

interface TimedView {
  readonly since: number;
  readonly deadlineAt: number | null;
  readonly closed: boolean;
  /** Number of players who have answered. */
  readonly answered: number;
}

/** Public view of an activity. The outcome is added once it is closed, without names. */
export type ActivityView =
  | ({
      readonly type: 'vote';
      readonly network: Network;
      readonly sample: Sample;
      readonly edge: EdgeRef;
      readonly working: WrittenWorking;
      readonly outcome: {
        readonly term: Term;
        readonly mistake: MistakeId;
        readonly votes: Readonly<Partial<Record<Term, number>>>;
      } | null;
    } & TimedView)
  | ({
      readonly type: 'trial';
      readonly x: Vector;
      readonly outcome: {
        /** Output of each team's network. */
        readonly outputs: Readonly<Record<RunId, Vector>>;
        /** Guesses of the players, without names, in an order that does not tell the author. */
        readonly guesses: readonly Vector[];
      } | null;
    } & TimedView)
  | ({
      readonly type: 'exitTicket';
      /** Number of players who were given an exit ticket. */
      readonly asked: number;
      readonly outcome: { readonly right: number; readonly atOnce: number } | null;
    } & TimedView)
  | ({ readonly type: 'talk' } & TimedView);

const timed = ({ since, deadlineAt, closedAt }: Activity, answered: number): TimedView => ({
  since,
  deadlineAt,
  closed: closedAt !== null,
  answered,
});

export function activityView(session: Session): ActivityView | null {
  const { activity } = session;
  switch (activity?.type) {
    case 'vote':
      return voteView(activity);
    case 'trial':
      return trialView(session, activity);
    case 'exitTicket':
      return sheetView(session, activity);
    case 'talk':
      return { type: 'talk', ...timed(activity, 0) };
    default:
      return null;
  }
}

function voteView(vote: Vote): ActivityView {
  const { network, sample, edge, working, term, mistake, closedAt } = vote;
  const cast = Object.values(vote.votes);
  const votes: Partial<Record<Term, number>> = {};
  for (const one of cast) votes[one] = (votes[one] ?? 0) + 1;
  const outcome = closedAt === null ? null : { term, mistake, votes };
  return { type: 'vote', ...timed(vote, cast.length), network, sample, edge, working, outcome };
}

function trialView({ runs }: Session, trial: Trial): ActivityView {
  const guesses = Object.values(trial.guesses).toSorted((a, b) => a[0]! - b[0]!);
  const said = teamRuns({ runs }).map(
    ({ id, network }) => [id, forward(network, trial.x).outputs.at(-1)!] as const,
  );
  const outcome = trial.closedAt === null ? null : { outputs: Object.fromEntries(said), guesses };
  return { type: 'trial', ...timed(trial, guesses.length), x: trial.x, outcome };
}

function sheetView(session: Session, sheet: ExitTicket): ActivityView {
  const own = ownRuns(session);
  const seats = own.flatMap((run) =>
    run.seats.flatMap((seat) => (seat.player === run.owner ? [{ run, seat }] : [])),
  );
  const done = seats.filter(({ run, seat }) => isDone(run, seat));
  const right = done.filter(({ run, seat }) => wasRight(run, seat));
  const atOnce = right.filter(({ run, seat }) => run.answers[seat.player!]?.parts.places?.tries === 1);
  return {
    type: 'exitTicket',
    ...timed(sheet, done.length),
    asked: own.length,
    outcome: sheet.closedAt === null ? null : { right: right.length, atOnce: atOnce.length },
  };
}
