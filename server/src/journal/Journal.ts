import type { Event } from '@relay/shared/referee/event';
import type { PlayerId } from '@relay/shared/referee/session/state';

/** What a token opens. */
export type TokenOwner =
  | { readonly role: 'player'; readonly session: string; readonly player: PlayerId }
  | { readonly role: 'host'; readonly session: string; readonly player: null }
  | { readonly role: 'projector'; readonly session: string; readonly player: null };

export interface NewToken {
  readonly hash: string;
  readonly pass: TokenOwner;
}

/** What has to become durable in one piece; nothing of it is there when it fails. */
export interface Entry {
  readonly session: string;
  /** Sequence number of the first event. */
  readonly seq: number;
  readonly events: readonly Event[];
  /** With a session's first entry. */
  readonly opens?: { readonly code: string; readonly at: number };
  readonly people?: readonly { readonly player: PlayerId; readonly name: string }[];
  readonly tokens?: readonly NewToken[];
  /** With a session's end; null: it begins again. */
  readonly endsAt?: number | null;
}

export interface StoredSession {
  readonly id: string;
  readonly code: string;
  readonly events: readonly Event[];
  readonly names: Readonly<Record<PlayerId, string>>;
  readonly lastSeen: number;
}

/** The append-only record of every session. What `append` has returned from survives a power cut. */
export interface Journal {
  append(entry: Entry): Promise<void>;
  load(session: string): Promise<StoredSession | undefined>;
  /** A session's events of these types, in order; none where there is no such session. */
  eventsOf(session: string, types: readonly Event['type'][]): Promise<readonly Event[]>;
  /** Ids of the sessions that have not ended. */
  unfinished(): Promise<readonly string[]>;
  /** The newest session that ever had this code. */
  byCode(code: string): Promise<{ readonly id: string; readonly ended: boolean } | undefined>;
  tokenOwner(hash: string): Promise<TokenOwner | undefined>;
  /** Notes that these sessions are being served. */
  seen(sessions: readonly string[], at: number): Promise<void>;
  /** Throws when nothing can be written. */
  check(at: number): Promise<void>;
  close(): Promise<void>;
}
