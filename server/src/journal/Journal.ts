import type { Event } from '@relay/shared/referee/event';
import type { PlayerId } from '@relay/shared/referee/session/state';
import type { TypedText } from '@relay/shared/referee/texts';

/** Role and session that a token gives access to. */
export type TokenOwner =
  | { readonly role: 'player'; readonly session: string; readonly player: PlayerId }
  | { readonly role: 'host'; readonly session: string; readonly player: null }
  | { readonly role: 'projector'; readonly session: string; readonly player: null };

export interface NewToken {
  readonly hash: string;
  readonly owner: TokenOwner;
}

/** Rows written in one transaction: all or none. */
export interface Entry {
  readonly session: string;
  /** Sequence number of the first event. */
  readonly seq: number;
  readonly events: readonly Event[];
  /** Present in a session's first entry only. */
  readonly opens?: { readonly code: string; readonly at: number };
  readonly people?: readonly { readonly player: PlayerId; readonly name: string }[];
  /** Texts typed in answers; each replaces the one under its key. */
  readonly texts?: readonly TypedText[];
  readonly tokens?: readonly NewToken[];
  /** End of the session, ms since the epoch; null when it begins again. */
  readonly endsAt?: number | null;
}

export interface StoredSession {
  readonly id: string;
  readonly code: string;
  readonly events: readonly Event[];
  readonly names: Readonly<Record<PlayerId, string>>;
  /** Texts typed in answers, by key. */
  readonly texts: ReadonlyMap<string, string>;
  readonly lastSeen: number;
}

export interface UnfinishedSession {
  readonly id: string;
  readonly code: string;
  /** Time of the last event, ms since the epoch. */
  readonly activeAt: number;
}

/** The journal's writer ended before it answered: whether an entry that it had is stored is not known. */
export class JournalStopped extends Error {
  override readonly name = 'JournalStopped';
}

/** Another process has taken the session over: nothing more of it can be stored here. */
export class NotHolder extends Error {
  override readonly name = 'NotHolder';

  constructor(session: string) {
    super(`another process has taken over session ${session}`);
  }
}

/** Which process serves which session, where several processes share one journal. */
export interface Holders {
  /**
   * Makes this process the only one whose entries of a session are stored.
   *
   * @returns null if it is from now on; otherwise the name of the live process that holds the session
   */
  hold(session: string): Promise<string | null>;
  /** Lets any process hold a session that this one has closed. */
  release(session: string): Promise<void>;
  /** Calls the listener when another process has taken over a session that this one held. */
  onLost(listener: (session: string) => void): void;
}

/** Holders of a journal that a single process uses. */
export const ALONE: Holders = {
  hold: () => Promise.resolve(null),
  release: () => Promise.resolve(),
  onLost: () => undefined,
};

/** Append-only record of every session. Data for which `append` has resolved survives a power cut. */
export interface Journal {
  readonly holders: Holders;
  /**
   * Stores an entry, whole or not at all.
   *
   * @throws {NotHolder} another process has taken the session over
   * @throws {JournalStopped} whether it is stored is not known
   */
  append(entry: Entry): Promise<void>;
  /** A session as it was stored; undefined for an unknown or an erased one. */
  load(session: string): Promise<StoredSession | undefined>;
  /** A session's events of these types, in order; empty for an unknown session. */
  eventsOf(session: string, types: readonly Event['type'][]): Promise<readonly Event[]>;
  /** Sessions that have not ended. */
  unfinished(): Promise<readonly UnfinishedSession[]>;
  /** Newest session that has or had this code; an erased one has ended. */
  byCode(code: string): Promise<{ readonly id: string; readonly ended: boolean } | undefined>;
  tokenOwner(hash: string): Promise<TokenOwner | undefined>;
  /**
   * Erases a session: all rows of the tables with data about people are deleted, its tokens open nothing, and it counts as
   * ended. Resolves when nothing of it is left in the files of the database. For a session that no process uses; may be repeated,
   * also after a failure, and does nothing for an unknown one. Backups of the database keep what they have.
   */
  erase(session: string, at: number): Promise<void>;
  /** Sessions that ended before this time and are not erased. */
  endedBefore(at: number): Promise<readonly string[]>;
  /** Those of these sessions that are in the journal and not erased, or not wholly. */
  notYetErased(sessions: readonly string[]): Promise<readonly string[]>;
  /** Records that these sessions are being served. */
  seen(sessions: readonly string[], at: number): Promise<void>;
  /** @throws {Error} the journal cannot be written */
  check(at: number): Promise<void>;
  /** Calls the listener when the journal stops answering by itself; it is tried again with the next request. */
  onStopped(listener: (error: Error) => void): void;
  close(): Promise<void>;
}
