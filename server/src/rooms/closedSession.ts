import type { LiveSession } from './LiveSession.ts';

/** An unfinished session that is in the journal only. */
export interface ClosedSession {
  readonly id: string;
  readonly code: string;
  /** Time of the last command. */
  readonly activeAt: number;
  /** Time after which it ends; null until its settings have been read, after a restart. */
  expiresAt: number | null;
  /** True for one that this version cannot read. */
  isUnreadable: boolean;
  /** Reason for which it could not be opened; absent if it could, or nobody has tried. */
  notOpened?: string;
  /** True if another process has taken it over. */
  readonly isLost?: boolean;
  /** Present until it has been closed. */
  closing: Promise<void> | null;
  /** Present while it is opened, so that many who come at once open it once. */
  opening: Promise<LiveSession> | null;
}

/** A session in the journal of which only this is known. */
export const closedSession = (id: string, code: string, activeAt: number): ClosedSession => ({
  id,
  code,
  activeAt,
  expiresAt: null,
  isUnreadable: false,
  closing: null,
  opening: null,
});

/** A session that was unfinished when this process last heard of it has ended meanwhile. */
export class EndedElsewhere extends Error {
  override readonly name = 'EndedElsewhere';
}
