import type { SeatReservation } from '@relay/shared/protocol';
import type { Admission } from './RoomServices.ts';

/** Seats that one player, or a session's hosts or projectors, may have reserved and not taken: tabs and devices. */
export const MAX_UNTAKEN = { player: 4, host: 10, projector: 10 } as const;
/** Age up to which a reserved seat is handed out once more: it stays long enough for a page to take it. */
const FRESH_MS = 5_000;

interface Reserved {
  readonly promise: Promise<SeatReservation>;
  /** Null while it is being reserved. */
  seat: SeatReservation | null;
  readonly at: number;
}

/** Functions of the process that makes reservations. */
export interface SeatSource {
  readonly elapsed: () => number;
  readonly reserve: (session: string, admission: Admission) => Promise<SeatReservation>;
  /** Tells whether a seat is still reserved, and not taken. */
  readonly isFree: (seat: SeatReservation) => boolean;
}

/**
 * Reservations of seats in rooms. One who asks again and again without taking a seat is given the same ones, so that no
 * token can reserve memory without end.
 */
export class SeatReservations {
  readonly #source: SeatSource;
  /** By session, role and player; the oldest first. */
  readonly #reserved = new Map<string, readonly Reserved[]>();

  constructor(source: SeatSource) {
    this.#source = source;
  }

  reserve(session: string, admission: Admission): Promise<SeatReservation> {
    const { role, player } = admission;
    const key = `${session}/${role}/${player ?? ''}`;
    const [oldest, ...others] = (this.#reserved.get(key) ?? []).filter((one) => this.#isFresh(one));
    if (oldest && others.length + 1 >= MAX_UNTAKEN[role]) {
      // Each of them in turn.
      this.#keep(key, [...others, oldest]);
      return oldest.promise;
    }
    const promise = this.#source.reserve(session, admission);
    const reserved: Reserved = { promise, seat: null, at: this.#source.elapsed() };
    this.#keep(key, [...(oldest ? [oldest] : []), ...others, reserved]);
    promise.then(
      (seat) => (reserved.seat = seat),
      () =>
        this.#keep(
          key,
          (this.#reserved.get(key) ?? []).filter((one) => one !== reserved),
        ),
    );
    return promise;
  }

  #isFresh({ seat, at }: Reserved): boolean {
    const { elapsed, isFree } = this.#source;
    return elapsed() - at < FRESH_MS && (seat === null || isFree(seat));
  }

  /** Remembers reservations, and forgets those of others that are no longer fresh. */
  #keep(key: string, reserved: readonly Reserved[]): void {
    this.#reserved.delete(key);
    this.#reserved.set(key, reserved);
    for (const [old, seats] of this.#reserved) {
      if (seats.some((one) => this.#isFresh(one))) return;
      this.#reserved.delete(old);
    }
  }
}
