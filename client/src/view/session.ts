import type { PublicView, RunView, SessionView } from '@relay/shared/referee/view';
import type { TableState } from '../table/table';

/** The session as everyone sees it; undefined until the first message has come. */
export const sessionOf = (view: PublicView | null): SessionView | undefined => view?.session[''];

/** Since when the session pauses, on the server's clock; null while it runs. */
export const pausedAtOf = (view: PublicView | null): number | null => sessionOf(view)?.pausedAt ?? null;

/** A run by its name; undefined where there is none. */
export const runOf = (view: PublicView | null, run: string | null): RunView | undefined =>
  run === null ? undefined : view?.runs[run];

/** The run that a player is in now; undefined while there is none. */
export const currentRun = ({ view, mine }: TableState): RunView | undefined => runOf(view, mine?.run ?? null);

/** Whether everyone goes through the session at an own pace, as in homework. */
export const isSelfPaced = (view: PublicView | null): boolean => sessionOf(view)?.settings.pacing === 'self';
