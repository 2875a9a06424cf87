import { commandAt, type CommandOf } from '../press.ts';
import { nextAfterRound, unfinishedRuns } from './nextStep.ts';
import type { Session } from './state.ts';
import { teamRuns } from '../teams/teams.ts';

/**
 * Moment of a session: a short text that is another one as soon as the host's buttons would do something else. A press
 * names the moment that its page showed, so that a second press, or one on a second console, never leads to a step that
 * nobody has seen. Any other change, such as an answer, leaves it as it is.
 */
export function momentOf(session: Session): string {
  const { status, restarts, step, activity } = session;
  const teams = teamRuns(session);
  const phases = new Set(unfinishedRuns(session).map(({ phase }) => phase.name));
  const trained = teams.reduce((sum, { movedBy }) => sum + movedBy.length, 0);
  return [
    status,
    restarts,
    Math.max(0, ...teams.map(({ round }) => round)),
    phases.size > 0 ? [...phases].toSorted().join('+') : isLast(session) ? 'last' : 'over',
    step,
    activity ? `${activity.type}${activity.closedAt === null ? '' : '+closed'}` : 'none',
    trained,
  ].join('/');
}

/** Tells whether results follow where there is no plan: the host can change the number of rounds at any time. */
function isLast(session: Session): boolean {
  return session.settings.plan === null && nextAfterRound(session).what === 'results';
}

/** Command of a press by somebody who sees the session as it is. @param session  null only before it is created */
export function commandIn<Pressed extends { readonly type: string }>(
  session: Session | null,
  press: Pressed,
): CommandOf<Pressed> {
  return session ? commandAt(momentOf(session), press) : (press as CommandOf<Pressed>);
}
