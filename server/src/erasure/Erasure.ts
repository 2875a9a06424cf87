import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/Journal.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import type { Tombstones } from './Tombstones.ts';

/** Old sessions erased at the same time: the journal's file is written anew once for them, and answers wait no longer than that. */
const TOGETHER = 50;
const DAY_MS = 24 * 60 * 60 * 1_000;

export interface ErasureDependencies {
  readonly journal: Journal;
  readonly tombstones: Tombstones;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Days after the end of a session at which it is erased; 0: never by itself. */
  readonly retentionDays: number;
}

/** Sessions of this process, as far as an erasure concerns them. */
export interface ServedSessions {
  /** Unfinished sessions that cannot be opened, whose last event is from before this time. */
  unreadable(before: number): readonly string[];
  /** Ends the connections of pages that show the session, and drops it. */
  letGo(session: string): Promise<void>;
}

/**
 * Erases sessions: one that its host wants erased, those whose time is over, and those that an earlier backup has
 * brought back. An erased session is noted as such before anything is deleted, so that what is interrupted goes on.
 */
export class Erasure {
  readonly #dependencies: ErasureDependencies;
  #nextAt = -Infinity;

  constructor(dependencies: ErasureDependencies) {
    this.#dependencies = dependencies;
  }

  /** Erases a session that no page uses any more. May be repeated. */
  async erase(session: string): Promise<void> {
    const { journal, tombstones, clock, log, metrics } = this.#dependencies;
    await tombstones.add(session);
    await journal.erase(session, clock.now());
    metrics.sessionsErased.inc();
    log.info({ session }, 'session erased');
  }

  /**
   * Erases what has been erased before and is back, or was interrupted.
   *
   * @throws {Error} the journal or the list cannot be read or written
   */
  async repeat(): Promise<void> {
    const { journal, tombstones, clock, log } = this.#dependencies;
    for (const session of await journal.notYetErased(await tombstones.all())) {
      await journal.erase(session, clock.now());
      log.info({ session }, 'session erased again');
    }
  }

  /**
   * Once a day, and at the first call: erases sessions that ended more than `retentionDays` ago, or that have been unused
   * for as long and cannot be opened, so that nothing will ever end them.
   */
  async eraseOld(served: ServedSessions): Promise<void> {
    const { journal, clock, log, retentionDays } = this.#dependencies;
    const at = clock.now();
    if (retentionDays === 0 || at < this.#nextAt) return;
    this.#nextAt = at + DAY_MS;
    try {
      const before = at - retentionDays * DAY_MS;
      const old = [...(await journal.endedBefore(before)), ...served.unreadable(before)];
      for (let i = 0; i < old.length; i += TOGETHER) {
        const some = old.slice(i, i + TOGETHER).map(async (session) => {
          await served.letGo(session);
          await this.erase(session);
        });
        await Promise.all(some);
      }
    } catch (error) {
      log.error({ err: error }, 'old sessions could not be erased; this is tried again within a day');
    }
  }
}
