import { SILENCE_MS } from '@relay/shared/protocol';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';

/**
 * Who counts as present without being connected: somebody who has joined and is still on the way in, or whose server
 * was away. Either has a while to come.
 */
export class PresenceTracker {
  readonly #hereAt = new Map<PlayerId, number>();

  saw(player: PlayerId, at: number): void {
    this.#hereAt.set(player, at);
  }

  /** Players whose while is over. */
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
