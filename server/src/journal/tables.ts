import type { Generated } from 'kysely';

/** Times are milliseconds since the epoch, ids and JSON are text. */
export interface Tables {
  readonly sessions: {
    readonly id: string;
    readonly code: string;
    readonly created_at: number;
    /** null while it is live. */
    readonly ended_at: number | null;
    /** When the server that runs it was last alive: what lies after it, nobody could use. */
    readonly last_seen: number;
  };
  readonly events: {
    readonly session: string;
    /** From 0, without gaps. With `session` the key, so a second writer cannot slip in. */
    readonly seq: number;
    readonly at: number;
    readonly type: string;
    readonly json: string;
    /** In which version of the events it is written. */
    readonly version: number;
  };
  /** Names are kept apart from the events, so that they can be deleted. */
  readonly people: { readonly session: string; readonly player: string; readonly name: string };
  readonly tokens: {
    /** SHA-256 of the token; the token itself is nowhere. */
    readonly hash: string;
    readonly session: string;
    readonly role: 'player' | 'host' | 'projector';
    readonly player: string | null;
  };
  readonly checks: { readonly id: Generated<number>; readonly at: number };
}
