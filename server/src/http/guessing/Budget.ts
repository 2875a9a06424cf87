/** Budget of wrong codes that fills up by itself. Once spent, it is spent until it is half full again. */
export class Budget {
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #filledAt: number;
  #isSpent = false;

  constructor({ most, perSecond }: { readonly most: number; readonly perSecond: number }, at: number) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
    this.#filledAt = at;
  }

  isSpent(at: number): boolean {
    this.#fill(at);
    this.#isSpent &&= this.#left < this.#most / 2;
    return this.#isSpent;
  }

  isFull(at: number): boolean {
    this.#fill(at);
    return this.#left >= this.#most;
  }

  take(at: number): void {
    this.#fill(at);
    this.#left = Math.max(0, this.#left - 1);
    this.#isSpent ||= this.#left < 1;
  }

  #fill(at: number): void {
    const gained = (Math.max(0, at - this.#filledAt) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#most, this.#left + gained);
    this.#filledAt = at;
  }
}
