/** Number of recent pings that the estimate uses. */
const REMEMBERED = 8;

/**
 * Estimate of server clock − own clock, ms. A ping carries the server's time of sending, so every reading is too small
 * by its time on the way; the largest of the last few is the closest.
 */
export class ServerClock {
  #readings: number[] = [];

  /** @returns the new estimate, ms to add to the own clock */
  heard(serverAt: number, now: number): number {
    this.#readings = [...this.#readings, serverAt - now].slice(-REMEMBERED);
    return Math.max(...this.#readings);
  }

  /** Drops all readings: after a sleep the own clock may have been set. */
  forget(): void {
    this.#readings = [];
  }
}
