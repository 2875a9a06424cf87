import { SILENCE_MS } from '@relay/shared/protocol';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';

/**
 * Tracks players who count as present without a connection: one who has just joined and is still connecting, or whose
 * server was down. Each has SILENCE_MS to connect.
 */
export class PresenceTracker {
  readonly #hereAt = new Map<PlayerId, number>();

  saw(player: PlayerId, at: number): void {
    this.#hereAt.set(player, at);
  }

  /** Players absent for longer than SILENCE_MS. */
  missing(session: Session, connected: ReadonlySet<PlayerId>, at: number): PlayerId[] {
    const expected = Object.values(session.players).filter(
      ({ id, leftAt }) => leftAt === null && !connected.has(id),
    );
    return expected
      .map(({ id }) => id)
      .filter((id) => {
        if (!this.#hereAt.has(id)) this.#hereAt.set(id, at);
        return at - this.#hereAt.get(id)! > SILENCE_MS;
      });
  }
}
