import { TokenBucket } from './TokenBucket.ts';

/** Limit on remembered tokens; when it is reached, all buckets are dropped. */
const MAX_REMEMBERED = 20_000;

/**
 * Limits admissions per token: each reserves a seat in the room for a while, whether a socket follows or not. Counted
 * by token, not by address, because a school shares one.
 */
export class EntryRateLimiter {
  readonly #buckets = new Map<string, TokenBucket>();

  /** @param tokenHash  `hashOfToken` of the token that asks for admission */
  mayEnter(tokenHash: string, now: number): boolean {
    if (this.#buckets.size >= MAX_REMEMBERED) this.#buckets.clear();
    const bucket = this.#buckets.get(tokenHash) ?? new TokenBucket(now);
    this.#buckets.set(tokenHash, bucket);
    return bucket.take(now) === 'granted';
  }
}
