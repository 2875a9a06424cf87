import type { PublicView, RunView, SessionView } from '@relay/shared/referee/view';
import type { TableState } from '../table/table';

/** Public part of the session; undefined until the first message has come. */
export const sessionOf = (view: PublicView | null): SessionView | undefined => view?.session[''];

/** Start of the session's pause, on the server's clock; null while it runs. */
export const pausedAtOf = (view: PublicView | null): number | null => sessionOf(view)?.pausedAt ?? null;

/** Run by its id; undefined when there is none. */
export const runOf = (view: PublicView | null, run: string | null): RunView | undefined =>
  run === null ? undefined : view?.runs[run];

/** Run that a player is in now; undefined while there is none. */
export const currentRun = ({ view, mine }: TableState): RunView | undefined => runOf(view, mine?.run ?? null);

/** Tells whether the session is self-paced, as in homework. */
export const isSelfPaced = (view: PublicView | null): boolean => sessionOf(view)?.settings.pacing === 'self';
