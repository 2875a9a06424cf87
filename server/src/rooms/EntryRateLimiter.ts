import { TokenBucket } from './TokenBucket.ts';

/** Holders of tokens that are remembered at a time; after that many everyone starts afresh. */
const MAX_REMEMBERED = 20_000;

/**
 * Every admission keeps a place in the room free for a while, whether a socket follows or not; so nobody gets them by
 * the hundred. Counted by token, not by address: a school sits behind one.
 */
export class EntryRateLimiter {
  readonly #allowances = new Map<string, TokenBucket>();

  /** @param who  hash of the token */
  mayEnter(who: string, now: number): boolean {
    if (this.#allowances.size >= MAX_REMEMBERED) this.#allowances.clear();
    const allowance = this.#allowances.get(who) ?? new TokenBucket(now);
    this.#allowances.set(who, allowance);
    return allowance.take(now) === 'granted';
  }
}
