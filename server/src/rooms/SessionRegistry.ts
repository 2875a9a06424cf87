import { isTimeRunning } from '@relay/shared/referee/clock/nextTick';
import { SETTINGS_EVENTS, settingsIn } from '@relay/shared/lesson/settingsIn';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import { HeldElsewhere } from '../cluster/HeldElsewhere.ts';
import { type ClosedSession, closedSession, EndedElsewhere } from './closedSession.ts';
import { expiryOf } from './expiry.ts';
import { LiveSession, type LiveSessionDependencies } from './LiveSession.ts';

/** Time without any client after which a session in which no time runs is closed; it opens again in milliseconds. */
export const CLOSE_AFTER_MS = 60_000;
/** Closed sessions that are read from the journal in one call of `expire`. */
const READ_AT_ONCE = 20;

/** Room of an open session. */
interface OpenRoom {
  /** Tells whether nobody is there, bots that act included. */
  isUnused(): boolean;
  /** Resolves when the room is gone. */
  dispose(): Promise<unknown>;
}

export interface RegistryDependencies extends LiveSessionDependencies {
  /** Opens the room that has the session's id. */
  readonly openRoom: (live: LiveSession) => Promise<OpenRoom>;
}

interface OpenSession {
  readonly live: LiveSession;
  readonly room: OpenRoom;
  /** Time at which it was last used. */
  usedAt: number;
}

/**
 * All unfinished sessions. Those that somebody uses, or in which time runs, are open; of any other one only the code and
 * the time of its end are kept in memory, and it is opened from the journal when somebody comes.
 */
export class SessionRegistry {
  readonly #dependencies: RegistryDependencies;
  readonly #open = new Map<string, OpenSession>();
  readonly #closed = new Map<string, ClosedSession>();
  readonly #ids = new Map<string, string>();

  constructor(dependencies: RegistryDependencies) {
    this.#dependencies = dependencies;
    dependencies.journal.holders.onLost((id) => this.#lose(id));
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Sessions by state; `unreadable` are closed ones that this version cannot open. */
  counts(): { readonly open: number; readonly closed: number; readonly unreadable: number } {
    let unreadable = 0;
    for (const closed of this.#closed.values()) if (closed.isUnreadable) unreadable++;
    return { open: this.#open.size, closed: this.#closed.size - unreadable, unreadable };
  }

  /** Unfinished sessions that could not be opened, with the reasons. */
  notOpened(): { readonly session: string; readonly reason: string }[] {
    return [...this.#closed.values()].flatMap(({ id, notOpened }) =>
      notOpened === undefined ? [] : { session: id, reason: notOpened },
    );
  }

  /** Open sessions. */
  *live(): Generator<LiveSession> {
    for (const { live } of this.#open.values()) yield live;
  }

  /** An open session. */
  byId(id: string): LiveSession | undefined {
    return this.#open.get(id)?.live;
  }

  /** Tells if a session, which need not be one of these, has ended. */
  hasEnded(id: string): boolean {
    return this.byId(id)?.ended ?? !this.#closed.has(id);
  }

  hasCode(code: string): boolean {
    return this.#ids.has(code);
  }

  /** Id of the unfinished session with this code. */
  idWith(code: string): string | undefined {
    return this.#ids.get(code);
  }

  /**
   * The unfinished session with this code, opened if it is closed; undefined if there is none.
   *
   * @throws {Error} it cannot be opened
   */
  async withCode(code: string): Promise<LiveSession | undefined> {
    const id = this.#ids.get(code) ?? '';
    const open = this.#open.get(id);
    if (open) open.usedAt = this.#dependencies.clock.now();
    const closed = this.#closed.get(id);
    return open?.live ?? (closed && this.#reopen(closed));
  }

  /** Notes an unfinished session that another process has created. */
  note(id: string, code: string): void {
    if (this.#open.has(id) || this.#closed.has(id)) return;
    this.#ids.set(code, id);
    this.#closed.set(id, closedSession(id, code, this.#dependencies.clock.now()));
  }

  /**
   * Makes sure that what this process knows about a session is true, whichever process had it before.
   *
   * @throws {HeldElsewhere} another process holds it
   */
  async bringUpToDate(id: string): Promise<void> {
    if (this.#open.has(id)) return;
    await this.#hold(id);
    await this.restore();
  }

  /** Opens the room of a new session. */
  async add(live: LiveSession): Promise<void> {
    const room = await this.#dependencies.openRoom(live);
    this.#closed.delete(live.id);
    this.#ids.set(live.code, live.id);
    this.#open.set(live.id, { live, room, usedAt: this.#dependencies.clock.now() });
  }

  /**
   * Takes over the unfinished sessions of an earlier process; each is opened when somebody comes. Where several processes
   * work together it is called from time to time, and drops those that have ended elsewhere.
   */
  async restore(): Promise<void> {
    const unfinished = await this.#dependencies.journal.unfinished();
    const ids = new Set(unfinished.map(({ id }) => id));
    for (const closed of this.#closed.values())
      if (!ids.has(closed.id) && !closed.closing && !closed.opening) this.#forget(closed);
    for (const { id, code, activeAt } of unfinished) {
      if (this.#open.has(id) || this.#closed.has(id)) continue;
      this.#ids.set(code, id);
      this.#closed.set(id, closedSession(id, code, activeAt));
    }
  }

  /** Ends sessions whose time is over, and closes those that nobody uses. Call once a second. */
  async expire(at: number): Promise<void> {
    const ends: Promise<unknown>[] = [];
    for (const { live } of this.#open.values()) {
      if (!live.ended && at > expiryOf(live.session.settings, live.activeAt))
        ends.push(live.submit({ type: 'expire' }, { role: 'room' }));
    }
    await Promise.all([...ends, ...this.#readSome(at)]);
    for (const open of this.#open.values()) {
      if (!open.room.isUnused()) open.usedAt = at;
      else if (at - open.usedAt >= CLOSE_AFTER_MS && mayClose(open.live, at)) this.#close(open, at);
    }
  }

  /** Removes an ended session whose room has been disposed. */
  remove(live: LiveSession): void {
    if (this.byId(live.id) !== live) return;
    this.#open.delete(live.id);
    this.#ids.delete(live.code);
    void this.#release(live.id);
  }

  /** Unfinished sessions that cannot be opened, whose last event is from before this time. */
  unreadable(before: number): string[] {
    return [...this.#closed.values()].flatMap(({ id, isUnreadable, activeAt }) =>
      isUnreadable && activeAt < before ? id : [],
    );
  }

  /** Ends every page's connection to a session that is to be erased, which takes no more commands, and drops it. */
  async letGo(id: string): Promise<void> {
    const closed = this.#closed.get(id);
    if (closed) {
      this.#closed.delete(id);
      this.#ids.delete(closed.code);
    }
    const open = this.#open.get(id);
    if (!open) return;
    await open.live.close();
    await open.room.dispose();
    this.remove(open.live);
  }

  /** Finishes the queued commands of every session. */
  async close(): Promise<void> {
    const pending = [...this.#closed.values()].flatMap(({ closing, opening }) => opening ?? closing ?? []);
    await Promise.allSettled<unknown>(pending);
    await Promise.all([...this.live()].map((live) => live.close()));
  }

  /** Reads some closed sessions of which something is wanted: their time is over, or not known yet. */
  #readSome(at: number): Promise<void>[] {
    const reading: Promise<void>[] = [];
    for (const closed of this.#closed.values()) {
      if (reading.length >= READ_AT_ONCE) break;
      if (closed.isUnreadable || closed.opening) continue;
      if (closed.expiresAt === null) reading.push(this.#learnExpiry(closed));
      // Opening ends it. That it cannot be opened has been logged.
      else if (at > closed.expiresAt) reading.push(this.#reopen(closed).then(ignore, ignore));
    }
    return reading;
  }

  async #learnExpiry(closed: ClosedSession): Promise<void> {
    try {
      const settings = settingsIn(await this.#dependencies.journal.eventsOf(closed.id, SETTINGS_EVENTS));
      closed.expiresAt = settings ? expiryOf(settings, closed.activeAt) : Infinity;
    } catch (error) {
      this.#logUnopened(closed, error);
    }
  }

  #reopen(closed: ClosedSession): Promise<LiveSession> {
    closed.opening ??= this.#load(closed).finally(() => {
      closed.opening = null;
    });
    return closed.opening;
  }

  async #load(closed: ClosedSession): Promise<LiveSession> {
    const { journal, clock, log } = this.#dependencies;
    const { id } = closed;
    if (closed.isUnreadable) throw new UnreadableLog(`Session ${id} cannot be opened.`);
    try {
      // A page that comes for a lost session need not wait until its room here is gone.
      if (closed.isLost) await this.#hold(id);
      await closed.closing;
      await this.#hold(id);
      const stored = await journal.load(id);
      if (!stored) throw new Error('the journal does not have the session');
      const live = await LiveSession.reopen(this.#dependencies, stored);
      if (live.ended) throw new EndedElsewhere();
      // Another process may have had it open since it was closed here.
      const end = Math.max(closed.expiresAt ?? 0, expiryOf(live.session.settings, live.activeAt));
      if (clock.now() > end) await live.submit({ type: 'expire' }, { role: 'room' });
      await this.add(live);
      log.info({ session: id }, 'session opened');
      return live;
    } catch (error) {
      const isElsewhere = error instanceof HeldElsewhere || error instanceof EndedElsewhere;
      if (isElsewhere) this.#forget(closed);
      else this.#logUnopened(closed, error);
      throw error;
    }
  }

  /** @throws {HeldElsewhere} another process holds the session */
  async #hold(id: string): Promise<void> {
    const holder = await this.#dependencies.journal.holders.hold(id);
    if (holder !== null) throw new HeldElsewhere(holder);
  }

  /** Drops a closed session; what becomes of it is another process' business. */
  #forget({ id, code }: ClosedSession): void {
    this.#closed.delete(id);
    if (this.#ids.get(code) === id) this.#ids.delete(code);
  }

  async #release(id: string): Promise<void> {
    const { journal, log } = this.#dependencies;
    await journal.holders
      .release(id)
      .catch((error: unknown) => log.error({ session: id, err: error }, 'the journal could not be written'));
  }

  /** Puts away a session that another process has taken over. Its pages connect again, and are led to that process. */
  #lose(id: string): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#dependencies.log.warn({ session: id }, 'another process has taken over a session');
    this.#putInClosed(
      open,
      async ({ live, room }) => {
        const finished = live.close();
        await room.dispose();
        await finished;
      },
      true,
    );
  }

  #logUnopened(closed: ClosedSession, error: unknown): void {
    const { log, metrics } = this.#dependencies;
    metrics.sessionsNotOpened.inc();
    closed.isUnreadable = error instanceof UnreadableLog;
    closed.notOpened = (error as Error).message;
    if (error instanceof UnreadableLog) log.error({ session: closed.id }, error.message);
    else log.error({ session: closed.id, err: error }, 'a session could not be opened');
  }

  /** Closes a session. From here on it is found as a closed one, and who comes waits until its room is gone. */
  #close(open: OpenSession, at: number): void {
    this.#putInClosed(open, async ({ live, room }) => {
      await live.close();
      await room.dispose();
      // From then until it is opened counts as downtime, by which deadlines move.
      await this.#dependencies.journal.seen([live.id], at);
      await this.#release(live.id);
    });
  }

  #putInClosed(open: OpenSession, putAway: (open: OpenSession) => Promise<void>, isLost = false): void {
    const { id, code, activeAt, session } = open.live;
    const expiresAt = expiryOf(session.settings, activeAt);
    const entry: ClosedSession = { ...closedSession(id, code, activeAt), expiresAt, isLost };
    this.#open.delete(id);
    this.#closed.set(id, entry);
    const { log } = this.#dependencies;
    entry.closing = putAway(open)
      .then(
        () => log.info({ session: id }, 'session closed'),
        (error: unknown) => log.error({ session: id, err: error }, 'a session could not be closed tidily'),
      )
      .finally(() => {
        entry.closing = null;
      });
  }
}

function mayClose(live: LiveSession, at: number): boolean {
  // The room of an ended session goes by itself.
  return !live.ended && !isTimeRunning(live.session, at);
}

const ignore = (): void => undefined;
