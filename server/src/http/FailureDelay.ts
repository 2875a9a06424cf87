import type { Clock } from '../clock.ts';

const STEP_MS = 250;
const MAX_MS = 2_000;
/** Time without a wrong code after which the delay starts again from STEP_MS. */
export const FORGET_MS = 60_000;
const MAX_WAITING = 2_000;

/**
 * Slows down guessing: each wrong code is answered a little later than the one before, up to MAX_MS. Right codes are
 * never delayed, so a school behind one address notices nothing; no address is stored.
 */
export class FailureDelay {
  readonly #clock: Clock;
  #lastWrongAt = Number.NEGATIVE_INFINITY;
  #wrong = 0;
  #waiting = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns false when MAX_WAITING answers are delayed already and this one must be refused */
  async wait(): Promise<boolean> {
    const at = this.#clock.elapsed();
    this.#wrong = at - this.#lastWrongAt > FORGET_MS ? 1 : this.#wrong + 1;
    this.#lastWrongAt = at;
    if (this.#waiting >= MAX_WAITING) return false;
    this.#waiting += 1;
    await this.#clock.wait(Math.min(MAX_MS, STEP_MS * this.#wrong));
    this.#waiting -= 1;
    return true;
  }
}
