import { setTimeout } from 'node:timers/promises';

/** Entries in one commit, at most. */
const MAX_ENTRIES = 1_000;
/** Time between the beginnings of two commits, at least, while entries keep coming, ms: a commit costs as much as 15 rows. */
const GATHER_MS = 5;
/** Commits that begin at once after waiting has gathered nothing. */
const COMMITS_AT_ONCE = 16;

/**
 * Stores entries in one commit. One that cannot be stored is left out and the others are stored.
 *
 * @returns null if all were stored, otherwise for each entry why it was not
 */
export type StoreAll<Stored> = (entries: readonly Stored[]) => Promise<readonly (Error | null)[] | null>;

interface Waiting<Stored> {
  readonly entry: Stored;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the entries of all sessions that arrive while a commit runs, and stores them in the next one. An entry after a
 * quiet time is stored at once. Where entries come one by one, faster than every few milliseconds, the next commit waits
 * a little for more of them; where that is in vain, because those who append wait for their own answers, it does not.
 */
export class GroupCommit<Stored> {
  readonly #store: StoreAll<Stored>;
  readonly #waiting: Waiting<Stored>[] = [];
  #committing: Promise<void> | null = null;
  #begunAt = -Infinity;
  /** Commits that begin at once before waiting is tried again. */
  #atOnce = 0;

  constructor(store: StoreAll<Stored>) {
    this.#store = store;
  }

  append(entry: Stored): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      this.#committing ??= this.#commitAll();
    });
  }

  /** Resolves when everything that was accepted has been stored or refused. */
  async settled(): Promise<void> {
    await this.#committing;
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      // After the sockets of this turn of the event loop have been read: Node runs promises between two of them.
      await new Promise(setImmediate);
      await this.#gather();
      this.#begunAt = performance.now();
      await this.#commit(this.#waiting.splice(0, MAX_ENTRIES));
    }
    this.#committing = null;
  }

  async #gather(): Promise<void> {
    const ms = this.#begunAt + GATHER_MS - performance.now();
    if (ms <= 0) return;
    if (this.#atOnce > 0) {
      this.#atOnce--;
      return;
    }
    const before = this.#waiting.length;
    await setTimeout(ms);
    if (this.#waiting.length === before) this.#atOnce = COMMITS_AT_ONCE;
  }

  async #commit(entries: readonly Waiting<Stored>[]): Promise<void> {
    try {
      const failures = await this.#store(entries.map(({ entry }) => entry));
      for (const [i, { resolve, reject }] of entries.entries()) {
        const failure = failures?.[i];
        if (failure) reject(failure);
        else resolve();
      }
    } catch (error) {
      for (const { reject } of entries) reject(error);
    }
  }
}
