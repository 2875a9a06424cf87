import { isTimeRunning } from '@relay/shared/referee/clock/nextTick';
import { SETTINGS_EVENTS, settingsIn } from '@relay/shared/lesson/settingsIn';
import type { Settings } from '@relay/shared/referee/session/settings';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import { LiveSession, type LiveSessionDependencies } from './LiveSession.ts';

/** Time without a command after which a session ends and its code is freed. */
const IDLE_MS = 12 * 60 * 60 * 1_000;
/** The same for homework without a due date; with one, homework ends when it is due. */
const HOMEWORK_IDLE_MS = 31 * 24 * 60 * 60 * 1_000;
/** Time without any client after which a session in which no time runs is closed; it opens again in milliseconds. */
export const CLOSE_AFTER_MS = 60_000;
/** Closed sessions that are read from the journal in one call of `expire`. */
const READ_AT_ONCE = 20;

/** Room of an open session. */
export interface OpenRoom {
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

/** An unfinished session that is in the journal only. */
interface ClosedSession {
  readonly id: string;
  readonly code: string;
  /** Time of the last command. */
  readonly activeAt: number;
  /** Time after which it ends; null until its settings have been read, after a restart. */
  expiresAt: number | null;
  /** True for one that this version cannot read. */
  isUnreadable: boolean;
  /** Present until it has been closed. */
  closing: Promise<void> | null;
  /** Present while it is opened, so that many who come at once open it once. */
  opening: Promise<LiveSession> | null;
}

function expiryOf({ pacing, dueAt }: Settings, activeAt: number): number {
  if (pacing !== 'self') return activeAt + IDLE_MS;
  return dueAt ?? activeAt + HOMEWORK_IDLE_MS;
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

  /** Opens the room of a new session. */
  async add(live: LiveSession): Promise<void> {
    const room = await this.#dependencies.openRoom(live);
    this.#closed.delete(live.id);
    this.#ids.set(live.code, live.id);
    this.#open.set(live.id, { live, room, usedAt: this.#dependencies.clock.now() });
  }

  /** Takes over the unfinished sessions of an earlier process; each is opened when somebody comes. */
  async restore(): Promise<void> {
    for (const { id, code, activeAt } of await this.#dependencies.journal.unfinished()) {
      this.#ids.set(code, id);
      const state = { expiresAt: null, isUnreadable: false, closing: null, opening: null };
      this.#closed.set(id, { id, code, activeAt, ...state });
    }
  }

  /** Ends sessions whose time is over, and closes those that nobody uses. Call once a second. */
  async expire(at: number): Promise<void> {
    const ends: Promise<unknown>[] = [];
    for (const { live } of this.#open.values()) {
      if (!live.ended && at > expiryOf(live.session.settings, live.activeAt))
        ends.push(live.submit({ type: 'end' }, { role: 'host' }));
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
  }

  /** Ends every page's connection to an ended session, which takes no more commands. */
  async letGo(id: string): Promise<void> {
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
    await closed.closing;
    try {
      const stored = await journal.load(id);
      if (!stored) throw new Error('the journal does not have the session');
      const live = await LiveSession.reopen(this.#dependencies, stored);
      const end = closed.expiresAt ?? expiryOf(live.session.settings, live.activeAt);
      if (clock.now() > end) await live.submit({ type: 'end' }, { role: 'host' });
      await this.add(live);
      log.info({ session: id }, 'session opened');
      return live;
    } catch (error) {
      this.#logUnopened(closed, error);
      throw error;
    }
  }

  #logUnopened(closed: ClosedSession, error: unknown): void {
    const { log, metrics } = this.#dependencies;
    metrics.sessionsNotOpened.inc();
    closed.isUnreadable = error instanceof UnreadableLog;
    if (error instanceof UnreadableLog) log.error({ session: closed.id }, error.message);
    else log.error({ session: closed.id, err: error }, 'a session could not be opened');
  }

  /** Closes a session. From here on it is found as a closed one, and who comes waits until its room is gone. */
  #close({ live, room }: OpenSession, at: number): void {
    const { id, code, activeAt, session } = live;
    const expiresAt = expiryOf(session.settings, activeAt);
    const closed = { id, code, activeAt, expiresAt, isUnreadable: false, opening: null };
    const entry: ClosedSession = { ...closed, closing: null };
    this.#open.delete(id);
    this.#closed.set(id, entry);
    entry.closing = this.#putAway(live, room, at).finally(() => {
      entry.closing = null;
    });
  }

  async #putAway(live: LiveSession, room: OpenRoom, at: number): Promise<void> {
    const { journal, log } = this.#dependencies;
    await live.close();
    try {
      await room.dispose();
      // From then until it is opened counts as downtime, by which deadlines move.
      await journal.seen([live.id], at);
      log.info({ session: live.id }, 'session closed');
    } catch (error) {
      log.error({ session: live.id, err: error }, 'a session could not be closed tidily');
    }
  }
}

function mayClose(live: LiveSession, at: number): boolean {
  // The room of an ended session goes by itself.
  return !live.ended && !isTimeRunning(live.session, at);
}

const ignore = (): void => undefined;
