import { randomSequence } from '../randomSequence.ts';

/**
 * Random numbers of one simulated world: they depend on the seed and on the number of earlier draws. A world is run
 * from its beginning and never changed half-way, so keys are not needed as in the referee's own randomness.
 */
export class SeededRandom {
  /** @returns a number in [0, 1) */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = randomSequence(seed);
    // Neighbouring seeds begin alike without this.
    for (let i = 0; i < 4; i++) this.next();
  }

  /** True with a probability of `share`. */
  is(share: number): boolean {
    return this.next() < share;
  }

  /** Draws a whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @throws {RangeError} nothing to choose from */
  of<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to choose from');
    return list[this.whole(0, list.length - 1)]!;
  }

  /** Draws one of several, each with a probability in proportion to its weight. */
  weighted<T>(list: readonly (readonly [weight: number, T])[]): T {
    let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, one] of list) {
      left -= weight;
      if (left < 0) return one;
    }
    return list.at(-1)![1];
  }
}
