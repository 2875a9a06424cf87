import { TokenBucket } from './TokenBucket.ts';

/** Limit on remembered tokens; when it is reached, all buckets are dropped. */
const MAX_REMEMBERED = 20_000;

/**
 * Limits admissions per token: each reserves a seat in the room for a while, whether a socket follows or not. Counted
 * by token, not by address, because a school shares one.
 */
export class EntryRateLimiter {
  readonly #allowances = new Map<string, TokenBucket>();

  /** @param tokenHash  `hashOfToken` of the token that asks for admission */
  mayEnter(who: string, now: number): boolean {
    if (this.#allowances.size >= MAX_REMEMBERED) this.#allowances.clear();
    const allowance = this.#allowances.get(who) ?? new TokenBucket(now);
    this.#allowances.set(who, allowance);
    return allowance.take(now) === 'granted';
  }
}
