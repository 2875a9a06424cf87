import type { Generated } from 'kysely';

/** Tables of the journal. Times are ms since the epoch; ids and JSON are text. */
export interface Tables {
  readonly sessions: {
    readonly id: string;
    readonly code: string;
    readonly created_at: number;
    /** null while the session is live. */
    readonly ended_at: number | null;
    /** Last time at which a server was serving the session; later time was downtime. */
    readonly last_seen: number;
  };
  readonly events: {
    readonly session: string;
    /** Sequence number from 0, without gaps; with `session` the primary key, which keeps a second writer out. */
    readonly seq: number;
    readonly at: number;
    readonly type: string;
    readonly json: string;
    /** Version of the event format of this row. */
    readonly version: number;
  };
  /** Names of players, kept apart from the events so that they can be deleted. */
  readonly people: { readonly session: string; readonly player: string; readonly name: string };
  readonly tokens: {
    /** SHA-256 of the token; the token itself is not stored. */
    readonly hash: string;
    readonly session: string;
    readonly role: 'player' | 'host' | 'projector';
    readonly player: string | null;
  };
  readonly checks: { readonly id: Generated<number>; readonly at: number };
}
