import { readNickname } from '@relay/shared/nickname';
import type { Reply } from '@relay/shared/protocol';
import type { Actor, Command, RoomCommand, Stamped } from '@relay/shared/referee/command';
import { nextTickAt } from '@relay/shared/referee/clock/nextTick';
import type { Event } from '@relay/shared/referee/event';
import { evolve } from '@relay/shared/referee/evolve';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';
import type { Texts } from '@relay/shared/referee/texts';
import type { Sliced } from '@relay/shared/slices';
import { replay, UnreadableLog } from '@relay/shared/referee/versions/readLog';
import type { Clock } from '../clock.ts';
import {
  type Entry,
  type Journal,
  JournalStopped,
  type NewToken,
  type StoredSession,
} from '../journal/Journal.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import { type DecidedBatch, decideBatch, type QueuedCommand } from './decideBatch.ts';
import { SessionNames, StagedNames } from './names/SessionNames.ts';
import { StagedTexts } from './names/StagedTexts.ts';
import { slices } from './Slices.ts';

/** Commands in one batch, at most; their events share one durable write. */
const MAX_BATCH = 100;
/** Limit on queued commands: a longer queue means that the disk hangs, so further commands are refused at once. */
const MAX_WAITING = 5_000;

export interface LiveSessionDependencies {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Time at which a session was last served, ms since the epoch. */
function lastSeenAt({ events, lastSeen }: StoredSession): number {
  return Math.max(lastSeen, events.at(-1)?.at ?? 0);
}

export type Joined = { readonly name: string } | { readonly rejection: Rejection };

/**
 * One session and its only writer. Commands pass one queue: stamp → decide → journal → evolve → notify. An answer is
 * acknowledged, and shown, only after the journal has stored it.
 */
export class LiveSession {
  readonly id: string;
  readonly code: string;
  readonly #dependencies: LiveSessionDependencies;
  readonly #names: SessionNames;
  readonly #texts: Map<string, string>;
  #session: Session | null;
  #seq: number;
  /** True while the journal may hold an entry that it did not acknowledge. */
  #isInDoubt = false;
  /** Time by which the session is ahead of the process' clock, ms: that may have been put back since the last event. */
  readonly #aheadMs: number;
  #activeAt: number;
  #closed = false;
  /** The last tick: the session as it was then, the time, and the time of the next one while that stays so. */
  #ticked: { readonly session: Session | null; readonly at: number; readonly nextAt: number } | null = null;
  #draining: Promise<void> | null = null;
  readonly #waiting: QueuedCommand[] = [];
  readonly #listeners = new Set<(events: readonly Event[]) => void>();

  private constructor(dependencies: LiveSessionDependencies, stored: StoredSession) {
    this.#dependencies = dependencies;
    this.id = stored.id;
    this.code = stored.code;
    this.#names = new SessionNames(stored.names);
    this.#texts = new Map(stored.texts);
    this.#seq = stored.events.length;
    this.#session = replay(stored.id, stored.events);
    this.#aheadMs = Math.max(0, lastSeenAt(stored) - dependencies.clock.now());
    this.#activeAt = stored.events.at(-1)?.at ?? stored.lastSeen;
  }

  static async create(
    dependencies: LiveSessionDependencies,
    code: string,
    command: Extract<RoomCommand, { type: 'createSession' }>,
    tokens: readonly NewToken[],
  ): Promise<LiveSession> {
    const at = dependencies.clock.now();
    const live = new LiveSession(dependencies, {
      id: command.id,
      code,
      events: [],
      names: {},
      texts: new Map(),
      lastSeen: at,
    });
    const reply = await live.#enqueue(command, { role: 'room' }, () => ({ opens: { code, at }, tokens }));
    if (!reply.accepted) throw new Error(`the session could not be created: ${reply.rejection}`);
    return live;
  }

  /** Reopens a session from its journal; deadlines are extended by the server's downtime. */
  static async reopen(dependencies: LiveSessionDependencies, stored: StoredSession): Promise<LiveSession> {
    if (stored.events.length === 0)
      throw new UnreadableLog(`Session ${stored.id} cannot be opened: it has no events.`);
    const live = new LiveSession(dependencies, stored);
    const awayMs = live.now() - lastSeenAt(stored);
    const reply = await live.#enqueue({ type: 'reopen', awayMs }, { role: 'room' });
    if (!reply.accepted) throw new Error(`the session could not be reopened: ${reply.rejection}`);
    return live;
  }

  /** Time of the session, ms since the epoch; never runs backwards, whatever the system's clock does. */
  now(): number {
    return this.#dependencies.clock.now() + this.#aheadMs;
  }

  get session(): Session {
    if (!this.#session) throw new Error('the session has not been created yet');
    return this.#session;
  }

  /** Names by player: the same object for as long as the session lives. */
  get names(): Readonly<Record<PlayerId, string>> {
    return this.#names.byPlayer;
  }

  /** Texts typed in answers. */
  get texts(): Texts {
    return this.#texts;
  }

  get ended(): boolean {
    return this.session.status === 'ended';
  }

  /** Time of the last command by a player or host, ms since the epoch. */
  get activeAt(): number {
    return this.#activeAt;
  }

  /** Calls the listener with events once they are durable and `session` includes them. */
  onEvents(listener: (events: readonly Event[]) => void): void {
    this.#listeners.add(listener);
  }

  submit(command: Command, by: Actor): Promise<Reply> {
    if (by.role !== 'room') this.#activeAt = this.now();
    return command.type === 'renamePlayer' ? this.#rename(command, by) : this.#enqueue(command, by);
  }

  /** Submits a tick if it can have an effect: something has happened since the last one, or a deadline has passed. */
  tick(): void {
    const { session } = this;
    const at = this.now();
    const ticked = this.#ticked;
    if (ticked?.session === session && (at < ticked.nextAt || at === ticked.at)) return;
    const now = { session, at, nextAt: nextTickAt(session, at) };
    this.#ticked = now;
    void this.#enqueue({ type: 'tick' }, { role: 'room' }).then(({ accepted }) => {
      // One that could not be stored is tried again.
      if (!accepted && this.#ticked === now) this.#ticked = null;
    });
  }

  /** Renames a player. Names are stored outside the events; an unusable one is refused before the queue. */
  #rename(command: Extract<Command, { type: 'renamePlayer' }>, by: Actor): Promise<Reply> {
    const wanted = readNickname(command.name);
    if (!wanted.ok) return Promise.resolve({ accepted: false, rejection: wanted.rejection });
    const { player } = command;
    return this.#enqueue(command, by, (names, session) => {
      return { person: { player, name: names.freeFor(player, wanted.name, session!.players) } };
    });
  }

  /** Adds a player under a name that is unique in this session. One who has joined already keeps the name. */
  async join(player: PlayerId, wanted: string, tokenHash: string): Promise<Joined> {
    let name = wanted;
    this.#activeAt = this.now();
    const reply = await this.#enqueue({ type: 'joinPlayer', player }, { role: 'room' }, (names, session) => {
      if (session!.players[player]) {
        name = names.nameOf(player) ?? wanted;
        return {};
      }
      name = names.freeFor(player, wanted, session!.players);
      const token: NewToken = { hash: tokenHash, owner: { role: 'player', session: this.id, player } };
      return { person: { player, name }, tokens: [token] };
    });
    return reply.accepted ? { name } : { rejection: reply.rejection };
  }

  /** Refuses new commands and finishes the queued ones. No `playerLeft` is recorded for a shutdown. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  #enqueue(command: Command, by: Actor, extras: QueuedCommand['extras'] = null): Promise<Reply> {
    if (this.#closed || this.#waiting.length >= MAX_WAITING) {
      return Promise.resolve({ accepted: false, rejection: 'serverError' });
    }
    const stamped: Stamped = { command, by, at: this.now() };
    return new Promise((done) => {
      this.#waiting.push({ stamped, extras, done });
      this.#draining ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#processBatch();
    this.#draining = null;
  }

  /** Decides the commands that wait, as one batch; all their events are stored, or none. */
  async #processBatch(): Promise<void> {
    let batch: readonly QueuedCommand[] = [];
    try {
      if (this.#isInDoubt) await this.#readUnacknowledged();
      const names = new StagedNames(this.#names);
      const texts = new StagedTexts(this.#texts);
      const decided = await slices.do(() => {
        batch = this.#waiting.splice(0, MAX_BATCH);
        return this.#decide(batch, names, texts);
      });
      await this.#keep(decided, names, texts);
      batch.forEach(({ done }, i) => done(decided.replies[i]!));
    } catch (error) {
      if (batch.length === 0) batch = this.#waiting.splice(0, MAX_BATCH);
      this.#isInDoubt ||= error instanceof JournalStopped;
      this.#dependencies.log.error({ session: this.id, err: error }, 'the journal could not be written');
      for (const { done } of batch) done({ accepted: false, rejection: 'serverError' });
    }
  }

  #decide(batch: readonly QueuedCommand[], names: StagedNames, texts: StagedTexts): Sliced<DecidedBatch> {
    return decideBatch(this.#session, names, texts, batch, (stamped, error) => {
      const { type } = stamped.command;
      this.#dependencies.log.error({ session: this.id, command: type, err: error }, 'a command failed');
    });
  }

  /**
   * Stores what a batch has come to, and lets it take effect.
   *
   * @throws {Error} the journal could not store it; the session is unchanged
   */
  async #keep({ session, entry }: DecidedBatch, names: StagedNames, texts: StagedTexts): Promise<void> {
    if (entry.events.length === 0) return;
    await this.#store({ session: this.id, seq: this.#seq, ...entry });
    names.takeEffect();
    texts.takeEffect();
    this.#advance(session, entry.events);
  }

  async #store(entry: Entry): Promise<void> {
    const { journal, metrics } = this.#dependencies;
    const since = performance.now();
    try {
      await journal.append(entry);
      metrics.journalSeconds.observe((performance.now() - since) / 1_000);
    } catch (error) {
      metrics.journalFailures.inc();
      throw error;
    }
  }

  /** Takes over what the journal has stored without acknowledging it, for instance because its thread ended. */
  async #readUnacknowledged(): Promise<void> {
    const stored = await this.#dependencies.journal.load(this.id);
    this.#isInDoubt = false;
    const events = stored?.events.slice(this.#seq) ?? [];
    if (events.length === 0) return;
    for (const [player, name] of Object.entries(stored!.names)) this.#names.set(player, name);
    for (const [key, text] of stored!.texts) this.#texts.set(key, text);
    this.#advance(events.reduce<Session | null>(evolve, this.#session), events);
  }

  #advance(session: Session | null, events: readonly Event[]): void {
    this.#session = session;
    this.#seq += events.length;
    for (const listener of this.#listeners) this.#notify(listener, events);
  }

  #notify(listener: (events: readonly Event[]) => void, events: readonly Event[]): void {
    try {
      listener(events);
    } catch (error) {
      this.#dependencies.log.error({ session: this.id, err: error }, 'a change could not be shown');
    }
  }
}
