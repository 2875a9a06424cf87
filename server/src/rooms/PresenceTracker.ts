import { SILENCE_MS } from '@relay/shared/protocol';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';

/**
 * Tracks players who count as present without a connection: one who has just joined and is still connecting, or whose
 * server was down. Each has SILENCE_MS to connect.
 */
export class PresenceTracker {
  readonly #seenAt = new Map<PlayerId, number>();

  noteSeen(player: PlayerId, at: number): void {
    this.#seenAt.set(player, at);
  }

  /** Those of the expected players who have been absent for longer than SILENCE_MS. */
  absentOf(expected: readonly PlayerId[], at: number): PlayerId[] {
    return expected.filter((id) => {
      if (!this.#seenAt.has(id)) this.#seenAt.set(id, at);
      return at - this.#seenAt.get(id)! > SILENCE_MS;
    });
  }
}

/** Players who count as present and are not connected. */
export function expectedPlayers(session: Session, connected: ReadonlySet<PlayerId>): PlayerId[] {
  return Object.values(session.players)
    .filter(({ id, leftAt }) => leftAt === null && !connected.has(id))
    .map(({ id }) => id);
}
