import type { NewToken, TokenOwner } from './Journal.ts';

/** Owners kept, at most: some 200 bytes each. */
const MAX_OWNERS = 20_000;

/**
 * Owners of tokens that this process has stored or looked up, so that joining and resuming need no read of the file. Only
 * what is in the file is remembered, and only the journal that owns the file changes it: whatever erases tokens there
 * has to `forget` them here.
 */
export class TokenOwners {
  /** In order of use, the longest unused first. */
  readonly #owners = new Map<string, TokenOwner>();

  readonly #max: number;

  constructor(max = MAX_OWNERS) {
    this.#max = max;
  }

  get(hash: string): TokenOwner | undefined {
    const owner = this.#owners.get(hash);
    if (owner) this.remember({ hash, owner });
    return owner;
  }

  /** Drops the owners of a session. */
  forget(session: string): void {
    for (const [hash, owner] of this.#owners) if (owner.session === session) this.#owners.delete(hash);
  }

  remember({ hash, owner }: NewToken): void {
    this.#owners.delete(hash);
    this.#owners.set(hash, owner);
    if (this.#owners.size <= this.#max) return;
    const [oldest] = this.#owners.keys();
    this.#owners.delete(oldest!);
  }
}
