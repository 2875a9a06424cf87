/**
 * Chance of one simulated world: what comes next depends on the seed and on how much was drawn before. A world is run
 * from its beginning and never changed half-way, so it needs no keys as the referee's own randomness does. mulberry32.
 */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
    // Neighbouring seeds begin alike without this.
    for (let i = 0; i < 4; i++) this.next();
  }

  /** @returns a number in [0, 1) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Whether something happens that does so with a probability of `share`. */
  is(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @throws {RangeError} nothing to choose from */
  of<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to choose from');
    return list[this.whole(0, list.length - 1)]!;
  }

  /** One of several, each as likely as its weight says. */
  weighted<T>(list: readonly (readonly [weight: number, T])[]): T {
    let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, one] of list) {
      left -= weight;
      if (left < 0) return one;
    }
    return list.at(-1)![1];
  }
}
