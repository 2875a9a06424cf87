const STEP_MS = 250;
const MAX_MS = 2_000;
/** After so long without a wrong one, answers are quick again. */
const FORGET_MS = 60_000;
const MAX_WAITING = 2_000;

/**
 * Makes guessing slow: each wrong code is answered a little later than the one before, up to two seconds. Right ones
 * never come here, so a whole school behind one address notices nothing; nobody's address is kept.
 */
export class FailureDelay {
  readonly #now: () => number;
  #lastWrongAt = Number.NEGATIVE_INFINITY;
  #wrong = 0;
  #waiting = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns false when so many are waiting already that this one must be turned away */
  async wait(): Promise<boolean> {
    const at = this.#now();
    this.#wrong = at - this.#lastWrongAt > FORGET_MS ? 1 : this.#wrong + 1;
    this.#lastWrongAt = at;
    if (this.#waiting >= MAX_WAITING) return false;
    this.#waiting += 1;
    await new Promise((resolve) => setTimeout(resolve, Math.min(MAX_MS, STEP_MS * this.#wrong)));
    this.#waiting -= 1;
    return true;
  }
}
