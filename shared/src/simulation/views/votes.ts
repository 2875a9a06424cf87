import type { Event } from '../../referee/event.ts';
import type { Session } from '../../referee/session/state.ts';
import { publicEntries, type SessionView } from '../../referee/view.ts';
import type { Rule } from '../oracle/book.ts';

/**
 * Checks that every player counts once in votes and trials, with the last answer, and that the outcome is not shown
 * before the close.
 */
export function votesWatcher(rule: Rule): (session: Session, events: readonly Event[]) => void {
  const said = new Map<string, string>();
  return (session, events) => {
    let isAbout = false;
    for (const event of events) {
      if (event.type === 'activityOpened') said.clear();
      if (event.type === 'voteCast') said.set(event.player, event.term);
      if (event.type === 'guessMade') said.set(event.player, JSON.stringify(event.outputs));
      isAbout ||= event.type === 'activityClosed' || event.type === 'voteCast' || event.type === 'guessMade';
    }
    if (!isAbout) return;
    const { activity } = publicEntries(session, {}, 'session/')['session/'] as SessionView;
    if (activity?.type !== 'vote' && activity?.type !== 'trial') return;
    rule(activity.answered === said.size, 'each player counts once in a vote and among the guesses');
    rule(
      (activity.outcome === null) === !activity.closed,
      'the outcome of an activity is shown when it is closed',
    );
    if (!activity.outcome) return;
    const counted =
      activity.type === 'vote'
        ? Object.entries(activity.outcome.votes).flatMap(([term, count]) =>
            Array.from({ length: count }, () => term),
          )
        : activity.outcome.guesses.map((outputs) => JSON.stringify(outputs));
    const expected = [...said.values()].sort();
    rule(
      JSON.stringify(counted.sort()) === JSON.stringify(expected),
      'each player counts with the last answer given',
    );
  };
}
