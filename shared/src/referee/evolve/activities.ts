import type { Activity } from '../activities/activity.ts';
import { isLateTicket } from '../round/finishing.ts';
import type { ActivityEvent } from '../event.ts';
import type { Session } from '../session/state.ts';
import { ownRuns } from '../teams/teams.ts';
import { withWarmUpsEnded, withoutRuns } from './change.ts';

/** State after an event of an activity or of the plan. */
export function evolveActivity(session: Session, event: ActivityEvent): Session {
  switch (event.type) {
    case 'stepBegun':
      return { ...session, step: event.step };
    case 'activityOpened':
      return { ...withoutEarlierTicket(session, event), activity: event.activity, example: null };
    case 'voteCast':
      return withActivity(session, 'vote', (vote) => ({
        ...vote,
        votes: { ...vote.votes, [event.player]: event.term },
      }));
    case 'guessMade':
      return withActivity(session, 'trial', (trial) => ({
        ...trial,
        guesses: { ...trial.guesses, [event.player]: event.outputs },
      }));
    case 'activityClosed': {
      const { activity } = session;
      if (!activity) throw new RangeError('the log closes an activity that nobody opened');
      const closed = { ...activity, closedAt: event.at, deadlineAt: event.phaseEndsAt };
      return withWarmUpsEnded({ ...session, activity: closed }, event.at);
    }
    case 'exampleShown':
      return { ...session, example: event.example };
    case 'activityDismissed':
      return withWarmUpsEnded(dismissed(session, event.at), event.at);
  }
}

/** Changes the open activity, which must be of the given type. */
function withActivity<Type extends Activity['type']>(
  session: Session,
  type: Type,
  change: (activity: Extract<Activity, { type: Type }>) => Activity,
): Session {
  const { activity } = session;
  if (activity?.type !== type) throw new RangeError(`the log speaks of a ${type} that nobody opened`);
  return { ...session, activity: change(activity as Extract<Activity, { type: Type }>) };
}

/** Removes the activity; with an exit ticket also its runs, except those that players with extra time still fill in. */
function dismissed(session: Session, at: number): Session {
  if (session.activity?.type !== 'exitTicket') return { ...session, activity: null };
  const over = ownRuns(session).filter((run) => !isLateTicket(run, at));
  return { ...withoutRuns(session, over), activity: null };
}

/** Removes unfinished runs of an earlier exit ticket when a new one opens. */
function withoutEarlierTicket(
  session: Session,
  { activity }: Extract<ActivityEvent, { type: 'activityOpened' }>,
): Session {
  return activity.type === 'exitTicket' ? withoutRuns(session, ownRuns(session)) : session;
}
