import type { PublicView } from '@relay/shared/referee/view';
import type { TableState } from '../table/table';
import { askedKind, asksForward } from '../view/asked';
import { isSelfPaced, runOf, sessionOf } from '../view/session';

/** A phase as the pages name it: that of a run, with the lobby before it and the end after it. */
export type PagePhase = 'lobby' | 'forward' | 'backward' | 'reveal' | 'update' | 'ended';

/** Whether answers are taken. */
export const isAnswering = (phase: PagePhase): boolean => phase === 'forward' || phase === 'backward';

/** @param run  whose phase; null while there is no team */
export function pagePhase(view: PublicView | null, run: string | null): PagePhase {
  const session = sessionOf(view);
  if (!session || session.stage === 'lobby') return 'lobby';
  // A player with more time for an exit ticket fills it in also after the end.
  const now = runOf(view, run);
  if (session.stage === 'ended' && !now?.isPrivate) return 'ended';
  // Between rounds a page looks the same whether the last one was skipped or not.
  return now?.phase === 'idle' ? 'update' : (now?.phase ?? 'lobby');
}

/** What a phase is called: where belly sums and outputs are asked for, the numbers are on their way forward. */
export function phaseName(view: PublicView | null, phase: PagePhase): PagePhase | 'alone' {
  // Homework has no phase of all: each is somewhere else.
  if (phase === 'lobby' && sessionOf(view)?.stage === 'running' && isSelfPaced(view)) return 'alone';
  return phase === 'backward' && asksForward(askedKind(view)) ? 'forward' : phase;
}

/** The run that a page without a team of its own looks at. */
export function firstRun(view: PublicView | null): string | null {
  return sessionOf(view)?.runs[0] ?? null;
}

/** The run of its team that a page is about, also while its player is at something of its own. */
export function classRun({ view, mine }: TableState): string | null {
  const run = mine?.run ?? null;
  return mine && runOf(view, run)?.isPrivate ? (view?.players[mine.player]?.run ?? run) : run;
}

/** The key of no run at all: what a player without a team looks up finds nothing. */
export const NO_RUN = '';
