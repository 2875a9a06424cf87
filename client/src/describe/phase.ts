import type { PublicView } from '@relay/shared/referee/view';
import type { TableState } from '../table/table';
import { runOf, sessionOf } from '../picture/session';

/** Phase as the pages name it: that of a run, with the lobby before and the end after it. */
export type PagePhase = 'lobby' | 'forward' | 'backward' | 'reveal' | 'update' | 'ended';

/** Tells whether answers are taken. */
export const isAnswering = (phase: PagePhase): boolean => phase === 'forward' || phase === 'backward';

/** Phase of a page. @param run  the run that the page is about; null while there is no team */
export function pagePhase(view: PublicView | null, run: string | null): PagePhase {
  const session = sessionOf(view);
  if (!session || session.stage === 'lobby') return 'lobby';
  // A player with more time for an exit ticket fills it in also after the end.
  const now = runOf(view, run);
  if (session.stage === 'ended' && !now?.isPrivate) return 'ended';
  // Between rounds a page looks the same after a skipped round.
  return now?.phase === 'idle' ? 'update' : (now?.phase ?? 'lobby');
}

/** Run that a page without a team of its own shows. */
export function firstRun(view: PublicView | null): string | null {
  return sessionOf(view)?.runs[0] ?? null;
}

/** Run of the player's team, also while the player is in a run of their own. */
export function classRun({ view, mine }: TableState): string | null {
  const run = mine?.run ?? null;
  return mine && runOf(view, run)?.isPrivate ? (mine.team ?? run) : run;
}

/** Key of no run: a look-up for a player without a team finds nothing. */
export const NO_RUN = '';
