import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { StartFailure } from '../../startFailure.ts';
import type { Holders } from '../Journal.ts';

export interface Lease {
  /** Time after its last sign of life after which a process' sessions may be taken over, ms. */
  readonly leaseMs: number;
  readonly heartbeatMs: number;
}

const LEASE: Lease = { leaseMs: 4_000, heartbeatMs: 1_000 };
const TRY_AGAIN_MS = 250;
/** Time of the database, so that clocks of machines that differ do no harm. */
const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/**
 * Leases of the processes on one database, and which of them holds which session. A process that lives says so every
 * second. The sessions of one that has been silent for the time of its lease go to whichever process is asked for them first; the
 * epoch of a session grows with each hold, and what is written under an earlier one is refused (`storeEntries`).
 */
export class PostgresHolders implements Holders {
  readonly process: string;
  readonly #pool: Pool;
  readonly #lease: Lease;
  readonly #incarnation = randomUUID();
  /** Epoch of each session that this process holds. */
  readonly #epochs = new Map<string, number>();
  #lost: (session: string) => void = () => undefined;
  #beating: NodeJS.Timeout | null = null;
  #isBeating = false;
  /**
   * Time since which the database has answered: after it was away, all leases have run out, and the others get the
   * time of one lease to renew theirs.
   */
  #steadySince = performance.now();
  #isAway = false;
  /** Called when the database stops answering. */
  onAway: (error: Error) => void = () => undefined;

  constructor(pool: Pool, process: string, lease: Partial<Lease> = {}) {
    this.#lease = { ...LEASE, ...lease };
    this.#pool = pool;
    this.process = process;
  }

  /** Registers the process. @throws {StartFailure} another live one has its name */
  async register(): Promise<void> {
    const until = performance.now() + this.#lease.leaseMs + this.#lease.heartbeatMs;
    while (!(await this.#tryToRegister())) {
      if (performance.now() > until)
        throw new StartFailure(
          `Another server on the database of DATABASE_URL is called "${this.process}". Stop it first, or give each process its own PROCESS_NAME.`,
        );
      await setTimeout(TRY_AGAIN_MS);
    }
    this.#beating = setInterval(() => void this.#beat(), this.#lease.heartbeatMs);
  }

  /**
   * Checks that this process is the only one: without Redis, several cannot pass requests on to each other.
   *
   * @throws {StartFailure} another one lives
   */
  async ensureAlone(): Promise<void> {
    const sql = `SELECT name FROM processes WHERE name <> $1 AND expires_at > ${NOW}`;
    const { rows } = await this.#pool.query<{ name: string }>(sql, [this.process]);
    const [other] = rows;
    if (!other) return;
    await this.close();
    throw new StartFailure(
      `Another server, called "${other.name}", is using the database of DATABASE_URL. Stop it first, or set REDIS_URL for both.`,
    );
  }

  async #tryToRegister(): Promise<boolean> {
    const sql = `INSERT INTO processes (name, incarnation, expires_at) VALUES ($1, $2, ${NOW} + ${this.#lease.leaseMs})
      ON CONFLICT (name) DO UPDATE SET incarnation = excluded.incarnation, expires_at = excluded.expires_at
      WHERE processes.expires_at <= ${NOW}`;
    return (await this.#pool.query(sql, [this.process, this.#incarnation])).rowCount === 1;
  }

  onLost(listener: (session: string) => void): void {
    this.#lost = listener;
  }

  /** Epoch of this process' hold on a session; undefined if it does not hold it. */
  epochOf(session: string): number | undefined {
    return this.#epochs.get(session);
  }

  /** Notes that this process has stored a new session. */
  noteNew(session: string): void {
    this.#epochs.set(session, 1);
  }

  /** Drops a hold that another process has taken over, and says so once. */
  lose(session: string): void {
    if (this.#epochs.delete(session)) this.#lost(session);
  }

  async hold(session: string): Promise<string | null> {
    const sql = `INSERT INTO holders (session, process, epoch) VALUES ($1, $2, 1)
      ON CONFLICT (session) DO UPDATE SET process = excluded.process, epoch = holders.epoch + 1
      WHERE holders.process IN ('', $2) OR ($3 AND NOT EXISTS
        (SELECT 1 FROM processes WHERE name = holders.process AND expires_at > ${NOW}))
      RETURNING epoch`;
    const isSteady = performance.now() - this.#steadySince >= this.#lease.leaseMs;
    const held = await this.#pool.query<{ epoch: number }>(sql, [session, this.process, isSteady]);
    const [mine] = held.rows;
    if (mine) {
      this.#epochs.set(session, mine.epoch);
      return null;
    }
    const holder = 'SELECT process FROM holders WHERE session = $1';
    const { rows } = await this.#pool.query<{ process: string }>(holder, [session]);
    return rows[0]!.process;
  }

  async release(session: string): Promise<void> {
    const epoch = this.#epochs.get(session);
    if (epoch === undefined) return;
    this.#epochs.delete(session);
    const sql = "UPDATE holders SET process = '' WHERE session = $1 AND epoch = $2";
    await this.#pool.query(sql, [session, epoch]);
  }

  /** Gives every session back, so that other processes need not wait for the lease. */
  async close(): Promise<void> {
    clearInterval(this.#beating ?? undefined);
    this.#beating = null;
    this.#epochs.clear();
    const own = 'DELETE FROM processes WHERE name = $1 AND incarnation = $2';
    const { rowCount } = await this.#pool.query(own, [this.process, this.#incarnation]);
    if (rowCount === 0) return;
    await this.#pool.query("UPDATE holders SET process = '' WHERE process = $1", [this.process]);
  }

  async #beat(): Promise<void> {
    if (this.#isBeating) return;
    this.#isBeating = true;
    try {
      if (await this.#renew()) await this.#compare();
      if (this.#isAway) this.#steadySince = performance.now();
      this.#isAway = false;
    } catch (error) {
      if (!this.#isAway) this.onAway(error as Error);
      this.#isAway = true;
    } finally {
      this.#isBeating = false;
    }
  }

  /** @returns true if the lease had run out, so that sessions may have been taken over */
  async #renew(): Promise<boolean> {
    const sql = `UPDATE processes SET expires_at = ${NOW} + ${this.#lease.leaseMs}
      FROM (SELECT name, expires_at FROM processes WHERE name = $1 FOR UPDATE) AS before
      WHERE processes.name = before.name AND processes.incarnation = $2
      RETURNING before.expires_at <= ${NOW} AS lapsed`;
    const { rows } = await this.#pool.query<{ lapsed: boolean }>(sql, [this.process, this.#incarnation]);
    return rows[0]?.lapsed ?? true;
  }

  async #compare(): Promise<void> {
    const sql = 'SELECT session, epoch FROM holders WHERE session = ANY($1) AND process = $2';
    const held = [...this.#epochs.keys()];
    const { rows } = await this.#pool.query<{ session: string; epoch: number }>(sql, [held, this.process]);
    const epochs = new Map(rows.map(({ session, epoch }) => [session, epoch]));
    for (const session of held) if (epochs.get(session) !== this.#epochs.get(session)) this.lose(session);
  }
}
