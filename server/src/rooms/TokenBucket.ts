/** What one socket may send, or one token open: so many at once, refilled at so many a second. */
const BURST = 20;
const PER_SECOND = 10;
/** Refusals in a row, with hardly a pause between them, after which it is a flood and no longer eagerness. */
const PATIENCE = 100;

/** Slows down who does too much, and tells when to give up on it. */
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
    return this.#refusals > PATIENCE ? 'flood' : 'refused';
  }
}
