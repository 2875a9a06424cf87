/** Pings that the estimate looks back on. */
const REMEMBERED = 8;

/**
 * How far the server's clock is ahead of ours. A ping reads the server's clock before it travels, so every reading is
 * too small by the time on the way; the largest of the last few is the nearest.
 */
export class ServerClock {
  #readings: number[] = [];

  /** @returns the new estimate, ms to add to the own clock */
  heard(serverAt: number, now: number): number {
    this.#readings = [...this.#readings, serverAt - now].slice(-REMEMBERED);
    return Math.max(...this.#readings);
  }

  /** After a sleep the own clock may have been set: what was read before says nothing. */
  forget(): void {
    this.#readings = [];
  }
}
