import type { Activity } from '../activity.ts';
import type { ActivityEvent } from '../event.ts';
import type { Session } from '../state.ts';
import { warmUpsOver, without } from './change.ts';

export function evolveActivity(session: Session, event: ActivityEvent): Session {
  switch (event.type) {
    case 'stepBegun':
      return { ...session, step: event.step };
    case 'activityOpened':
      return { ...session, activity: event.activity };
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
      return warmUpsOver({ ...session, activity: closed }, event.at);
    }
    case 'activityDismissed':
      return warmUpsOver(dismissed(session), event.at);
  }
}

function withActivity<Type extends Activity['type']>(
  session: Session,
  type: Type,
  change: (activity: Extract<Activity, { type: Type }>) => Activity,
): Session {
  const { activity } = session;
  if (activity?.type !== type) throw new RangeError(`the log speaks of a ${type} that nobody opened`);
  return { ...session, activity: change(activity as Extract<Activity, { type: Type }>) };
}

/** With a sheet go the runs that were opened for it. */
function dismissed(session: Session): Session {
  const own = Object.values(session.runs).flatMap(({ id, owner, isWarmUp }) =>
    owner === null || isWarmUp ? [] : [id],
  );
  const runs = session.activity?.type === 'sheet' ? without(session.runs, own) : session.runs;
  return { ...session, runs, activity: null };
}
