import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Event } from '@relay/shared/referee/event';
import { namesInAllVersions } from '@relay/shared/referee/versions/upcast';
import { GroupCommit } from './GroupCommit.ts';
import {
  ALONE,
  type Entry,
  type Holders,
  type Journal,
  type StoredSession,
  type TokenOwner,
  type UnfinishedSession,
} from './Journal.ts';
import { errorOf, JournalThread, type ThreadOptions } from './JournalThread.ts';
import { migrate } from './migrate.ts';
import { rowsOf, textsIn } from './rows.ts';
import { readPages, readWholeLog } from './readPages.ts';
import { TokenOwners } from './TokenOwners.ts';
import type { Row } from './writes.ts';

export const JOURNAL_FILE = 'journal.sqlite';

/** Wait for a file locked by another program at the start, ms. */
const LOCKED_WAIT_MS = 500;
/** The same while the server runs, ms: longer than a backup program takes. Afterwards an answer is refused, and resent. */
const LOCKED_LIMIT_MS = 30_000;
const RESTART_MS = 1_000;
/** Tries to empty the log of commits while a backup, say, reads from it: some 30 s. */
const EMPTY_LOG_TRIES = 300;
const EMPTY_LOG_RETRY_MS = 100;

/**
 * Journal in one SQLite file, which a thread of its own reads and writes. Entries of all sessions that arrive while a
 * commit runs share the next one; each is acknowledged after the commit that holds it.
 */
export class SqliteJournal implements Journal {
  /** `server.lock` keeps other processes away. */
  readonly holders: Holders = ALONE;
  readonly #thread: JournalThread;
  readonly #commits: GroupCommit<readonly Row[]>;
  readonly #owners = new TokenOwners();
  #rewriting: Promise<void> = Promise.resolve();
  #nextRewrite: Promise<void> | null = null;

  private constructor(options: ThreadOptions) {
    this.#thread = new JournalThread(options);
    this.#commits = new GroupCommit(async (entries) => {
      const failures = await this.#thread.call('append', entries);
      return failures?.map((failure) => failure && errorOf(failure)) ?? null;
    });
  }

  static async open(
    directory: string,
    { lockedLimitMs = LOCKED_LIMIT_MS, restartMs = RESTART_MS }: Partial<ThreadOptions> = {},
  ): Promise<SqliteJournal> {
    const path = join(directory, JOURNAL_FILE);
    await migrate(path, directory, LOCKED_WAIT_MS);
    const journal = new SqliteJournal({ path, lockedLimitMs, restartMs });
    // The thread has started and can read the file.
    await journal.durability();
    return journal;
  }

  /** Calls the listener when the thread has ended by itself; the next request starts another one. */
  onStopped(listener: (error: Error) => void): void {
    this.#thread.onStopped = listener;
  }

  async append(entry: Entry): Promise<void> {
    await this.#commits.append(rowsOf(entry));
    for (const token of entry.tokens ?? []) this.#owners.remember(token);
  }

  async load(id: string): Promise<StoredSession | undefined> {
    const found = await this.#thread.call('session', id);
    if (!found) return undefined;
    const events = await readWholeLog(id, (from) => this.#thread.call('events', id, from));
    const people = await this.#thread.call('people', id);
    const texts = await this.#thread.call('texts', id);
    return {
      id,
      code: found.code,
      events,
      names: Object.fromEntries(people.map(({ player, name }) => [player, name])),
      texts: textsIn(texts),
      lastSeen: found.last_seen,
    };
  }

  eventsOf(session: string, types: readonly Event['type'][]): Promise<readonly Event[]> {
    const names = namesInAllVersions(types);
    return readPages(session, (from) => this.#thread.call('eventsOfTypes', session, names, from));
  }

  unfinished(): Promise<readonly UnfinishedSession[]> {
    return this.#thread.call('unfinished');
  }

  async byCode(code: string): Promise<{ id: string; ended: boolean } | undefined> {
    const row = await this.#thread.call('byCode', code);
    return row && { id: row.id, ended: row.ended_at !== null };
  }

  async tokenOwner(hash: string): Promise<TokenOwner | undefined> {
    const known = this.#owners.get(hash);
    if (known) return known;
    const owner = (await this.#thread.call('token', hash)) as TokenOwner | undefined;
    if (owner) this.#owners.remember({ hash, owner });
    return owner;
  }

  async erase(session: string, at: number): Promise<void> {
    this.#owners.forget(session);
    await this.#thread.call('markErased', session, at);
    // In some commits, between which answers of other sessions are stored.
    while ((await this.#thread.call('deleteErased', session)) > 0);
    // One may have been looked up meanwhile.
    this.#owners.forget(session);
    await this.#rewritten();
    for (let tries = 0; !(await this.#thread.call('emptyLog')); tries++) {
      if (tries === EMPTY_LOG_TRIES) throw new Error('another program keeps reading the journal');
      await setTimeout(EMPTY_LOG_RETRY_MS);
    }
  }

  /** Resolves when the file has been written anew since the call; those who call while that waits share one time. */
  #rewritten(): Promise<void> {
    this.#nextRewrite ??= this.#rewriting
      .catch(() => undefined)
      .then(() => {
        this.#nextRewrite = null;
        this.#rewriting = this.#thread.call('rewrite');
        return this.#rewriting;
      });
    return this.#nextRewrite;
  }

  endedBefore(at: number): Promise<readonly string[]> {
    return this.#thread.call('endedBefore', at);
  }

  async notYetErased(sessions: readonly string[]): Promise<readonly string[]> {
    return sessions.length === 0 ? [] : this.#thread.call('notYetErased', sessions);
  }

  async seen(sessions: readonly string[], at: number): Promise<void> {
    if (sessions.length > 0) await this.#thread.call('seen', sessions, at);
  }

  async check(at: number): Promise<void> {
    await this.#thread.call('check', at);
  }

  /** Durability settings of the file: `synchronous` 2 is FULL. */
  durability(): Promise<{ readonly journal_mode: unknown; readonly synchronous: unknown }> {
    return this.#thread.call('durability');
  }

  /** Stores what was accepted, then closes the file. */
  async close(): Promise<void> {
    await this.#commits.settled();
    await this.#thread.close();
  }
}
