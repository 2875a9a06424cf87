import { decide } from '@relay/shared/referee/decide';
import type { PlayerId } from '@relay/shared/referee/session/state';
import { sessionCapacity } from '@relay/shared/referee/teams/teams';
import type { Joined, LiveSession } from './LiveSession.ts';

/**
 * Players of a session who have joined and never connected, at most, or half of its places; more than a school lets in
 * within the second that connecting takes.
 */
const MAX_UNSEEN = 250;
/** Joins kept in memory, at most; the oldest is forgotten first. */
const MAX_WAITING = 5_000;
const WAITS_MS = 10 * 60_000;

/** Interval at which removed players are taken out of the count. */
const LOOK_EVERY_MS = 1_000;

/** Players of a session who have joined and never connected. */
interface Unseen {
  readonly players: Set<PlayerId>;
  /** Number from which on joins wait. */
  readonly most: number;
  lookedAt: number;
}

/** A join that takes effect when its page connects. */
export interface WaitingJoin {
  readonly session: string;
  readonly player: PlayerId;
  readonly wanted: string;
  readonly tokenHash: string;
}

/**
 * Joins of this process. Whoever joins is in the session at once, unless many have joined it and not connected: then
 * a join waits in memory until its page connects, so that requests alone fill neither the session nor the journal.
 */
export class Joins {
  readonly #elapsed: () => number;
  readonly #unseen = new WeakMap<LiveSession, Unseen>();
  /** By hash of the token. */
  readonly #waiting = new Map<string, WaitingJoin & { readonly at: number }>();

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Lets a player in, or lets the join wait; then the name can still get a number. */
  async join(live: LiveSession, player: PlayerId, wanted: string, tokenHash: string): Promise<Joined> {
    if (!live.session.players[player] && this.#hasManyUnseen(live)) {
      const said = decide(live.session, {
        command: { type: 'joinPlayer', player },
        by: { role: 'room' },
        at: live.now(),
      });
      if (!said.accepted) return said;
      this.#waiting.set(tokenHash, { session: live.id, player, wanted, tokenHash, at: this.#elapsed() });
      if (this.#waiting.size > MAX_WAITING) this.#waiting.delete(this.#waiting.keys().next().value!);
      return { name: wanted };
    }
    const unseen = this.#unseenOf(live);
    const isNew = !live.session.players[player];
    if (isNew) unseen.add(player);
    const joined = await live.join(player, wanted, tokenHash);
    if ('rejection' in joined) unseen.delete(player);
    return joined;
  }

  /** The join that waits for the page with this token. */
  waiting(tokenHash: string): WaitingJoin | undefined {
    const join = this.#waiting.get(tokenHash);
    return join && this.#elapsed() - join.at < WAITS_MS ? join : undefined;
  }

  /** Lets a player in whose page connects, if the join has waited for that. */
  async connected(live: LiveSession, player: PlayerId, tokenHash: string | null): Promise<Joined | null> {
    this.#unseenOf(live).delete(player);
    const join = tokenHash === null ? undefined : this.waiting(tokenHash);
    if (!join) return null;
    const joined = await live.join(player, join.wanted, join.tokenHash);
    if ('name' in joined) this.#waiting.delete(join.tokenHash);
    return joined;
  }

  #hasManyUnseen(live: LiveSession): boolean {
    const { players, most, lookedAt } = this.#stateOf(live);
    if (players.size < most) return false;
    // Those whom the host has removed no longer count.
    if (this.#elapsed() - lookedAt > LOOK_EVERY_MS) {
      this.#stateOf(live).lookedAt = this.#elapsed();
      for (const player of players) if (live.session.players[player]?.removal) players.delete(player);
    }
    return players.size >= most;
  }

  #unseenOf(live: LiveSession): Set<PlayerId> {
    return this.#stateOf(live).players;
  }

  #stateOf(live: LiveSession): Unseen {
    const known = this.#unseen.get(live);
    if (known) return known;
    const most = Math.min(MAX_UNSEEN, Math.ceil(sessionCapacity(live.session) / 2));
    const state: Unseen = { players: new Set(), most, lookedAt: 0 };
    this.#unseen.set(live, state);
    return state;
  }
}
