/** Commands of a socket, or entries of a token: at most BURST at once, refilled at PER_SECOND. */
const BURST = 20;
const PER_SECOND = 10;
/** Refusals in a row, hardly a pause between them, after which the sender is cut off. */
const MAX_REFUSALS = 100;

/** Rate limiter that also tells when a sender should be cut off. */
export class TokenBucket {
  #left = BURST;
  #filledAt: number;
  #refusals = 0;

  constructor(now: number) {
    this.#filledAt = now;
  }

  take(now: number): 'granted' | 'refused' | 'flood' {
    this.#left = Math.min(BURST, this.#left + (Math.max(0, now - this.#filledAt) / 1_000) * PER_SECOND);
    this.#filledAt = now;
    if (this.#left >= BURST - 1) this.#refusals = 0;
    if (this.#left >= 1) {
      this.#left -= 1;
      return 'granted';
    }
    this.#refusals += 1;
    return this.#refusals > MAX_REFUSALS ? 'flood' : 'refused';
  }
}
