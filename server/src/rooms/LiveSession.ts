import { freeName, readNickname } from '@relay/shared/nickname';
import type { Reply } from '@relay/shared/protocol';
import type { Actor, Command, RoomCommand, Stamped } from '@relay/shared/referee/command';
import { decide } from '@relay/shared/referee/decide';
import type { Event } from '@relay/shared/referee/event';
import { evolve } from '@relay/shared/referee/evolve';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { PlayerId, Session } from '@relay/shared/referee/session/state';
import { replay, UnreadableLog } from '@relay/shared/referee/versions/readLog';
import type { Clock } from '../clock.ts';
import type { Entry, Journal, NewToken, StoredSession } from '../journal/Journal.ts';
import type { Log } from '../log.ts';

/** Commands in one batch, at most; their events share one durable write. */
const MAX_BATCH = 100;
/** Limit on queued commands: a longer queue means that the disk hangs, so further commands are refused at once. */
const MAX_WAITING = 5_000;

/** Rows written in the same transaction as a command's events; built when the command is decided. */
type Extras = Pick<Entry, 'opens' | 'people' | 'tokens'>;

interface QueuedCommand {
  readonly stamped: Stamped;
  readonly extras: (names: Readonly<Record<PlayerId, string>>) => Extras;
  readonly done: (reply: Reply) => void;
}

export interface LiveSessionDependencies {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
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
  #session: Session | null;
  #names: Readonly<Record<PlayerId, string>>;
  #seq: number;
  #lastAt: number;
  #activeAt: number;
  #closed = false;
  #draining: Promise<void> | null = null;
  readonly #waiting: QueuedCommand[] = [];
  readonly #listeners = new Set<(events: readonly Event[]) => void>();

  private constructor(dependencies: LiveSessionDependencies, stored: StoredSession) {
    this.#dependencies = dependencies;
    this.id = stored.id;
    this.code = stored.code;
    this.#names = stored.names;
    this.#seq = stored.events.length;
    this.#session = replay(stored.id, stored.events);
    this.#lastAt = Math.max(stored.lastSeen, stored.events.at(-1)?.at ?? 0);
    this.#activeAt = stored.events.at(-1)?.at ?? stored.lastSeen;
  }

  static async create(
    dependencies: LiveSessionDependencies,
    code: string,
    command: Extract<RoomCommand, { type: 'createSession' }>,
    tokens: readonly NewToken[],
  ): Promise<LiveSession> {
    const at = dependencies.clock.now();
    const live = new LiveSession(dependencies, { id: command.id, code, events: [], names: {}, lastSeen: at });
    const reply = await live.#enqueue(command, { role: 'room' }, () => ({ opens: { code, at }, tokens }));
    if (!reply.accepted) throw new Error(`the session could not be created: ${reply.rejection}`);
    return live;
  }

  /** Reopens a session from its journal; deadlines are extended by the server's downtime. */
  static async reopen(dependencies: LiveSessionDependencies, stored: StoredSession): Promise<LiveSession> {
    if (stored.events.length === 0)
      throw new UnreadableLog(`Session ${stored.id} cannot be opened: it has no events.`);
    const live = new LiveSession(dependencies, stored);
    const awayMs = Math.max(0, dependencies.clock.now() - live.#lastAt);
    const reply = await live.#enqueue({ type: 'reopen', awayMs }, { role: 'room' });
    if (!reply.accepted) throw new Error(`the session could not be reopened: ${reply.rejection}`);
    return live;
  }

  get session(): Session {
    if (!this.#session) throw new Error('the session has not been created yet');
    return this.#session;
  }

  get names(): Readonly<Record<PlayerId, string>> {
    return this.#names;
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
    if (by.role !== 'room') this.#activeAt = this.#dependencies.clock.now();
    return command.type === 'renamePlayer' ? this.#rename(command, by) : this.#enqueue(command, by);
  }

  /** Renames a player. Names are stored outside the events; an unusable one is refused before the queue. */
  #rename(command: Extract<Command, { type: 'renamePlayer' }>, by: Actor): Promise<Reply> {
    const wanted = readNickname(command.name);
    if (!wanted.ok) return Promise.resolve({ accepted: false, rejection: wanted.rejection });
    const { player } = command;
    return this.#enqueue(command, by, (names) => {
      return { people: [{ player, name: freeName(wanted.name, this.#taken(names, player)) }] };
    });
  }

  /** Names that a player cannot have: those of the other players, except removed ones. */
  #taken(names: Readonly<Record<PlayerId, string>>, player: PlayerId): string[] {
    const { players } = this.session;
    return Object.entries(names).flatMap(([id, name]) =>
      id === player || players[id]?.removal ? [] : [name],
    );
  }

  /** Adds a player under a name that is unique in this session. */
  async join(player: PlayerId, wanted: string, tokenHash: string): Promise<Joined> {
    let name = wanted;
    this.#activeAt = this.#dependencies.clock.now();
    const reply = await this.#enqueue({ type: 'joinPlayer', player }, { role: 'room' }, (names) => {
      name = freeName(wanted, this.#taken(names, player));
      const token: NewToken = { hash: tokenHash, owner: { role: 'player', session: this.id, player } };
      return { people: [{ player, name }], tokens: [token] };
    });
    return reply.accepted ? { name } : { rejection: reply.rejection };
  }

  /** Refuses new commands and finishes the queued ones. No `playerLeft` is recorded for a shutdown. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  #enqueue(command: Command, by: Actor, extras: QueuedCommand['extras'] = () => ({})): Promise<Reply> {
    if (this.#closed || this.#waiting.length >= MAX_WAITING) {
      return Promise.resolve({ accepted: false, rejection: 'serverError' });
    }
    // Time never runs backwards, whatever the system clock does: events are in order of time.
    this.#lastAt = Math.max(this.#lastAt, this.#dependencies.clock.now());
    const stamped: Stamped = { command, by, at: this.#lastAt };
    return new Promise((done) => {
      this.#waiting.push({ stamped, extras, done });
      this.#draining ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    // One microtask later, so that commands that arrive together form one batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#process(this.#waiting.splice(0, MAX_BATCH));
    this.#draining = null;
  }

  /** Decides the commands of a batch one on top of the other; all their events are stored, or none. */
  async #process(batch: readonly QueuedCommand[]): Promise<void> {
    let session = this.#session;
    let names = this.#names;
    const events: Event[] = [];
    const people: NonNullable<Entry['people']>[number][] = [];
    const tokens: NewToken[] = [];
    let opens: Entry['opens'];
    const replies = batch.map(({ stamped, extras }): Reply => {
      try {
        const decision = decide(session, stamped);
        if (!decision.accepted) return decision;
        const rows = extras(names);
        const next = decision.events.reduce<Session | null>(evolve, session);
        session = next;
        events.push(...decision.events);
        people.push(...(rows.people ?? []));
        tokens.push(...(rows.tokens ?? []));
        for (const { player, name } of rows.people ?? []) names = { ...names, [player]: name };
        opens ??= rows.opens;
        return decision.verdict ? { accepted: true, verdict: decision.verdict } : { accepted: true };
      } catch (error) {
        this.#dependencies.log.error(
          { session: this.id, command: stamped.command.type, err: error },
          'a command failed',
        );
        return { accepted: false, rejection: 'serverError' };
      }
    });
    if (events.length > 0) {
      const ending = events.findLast(({ type }) => type === 'sessionEnded' || type === 'sessionBeganAgain');
      try {
        await this.#dependencies.journal.append({
          session: this.id,
          seq: this.#seq,
          events,
          people,
          tokens,
          ...(opens ? { opens } : {}),
          ...(ending ? { endsAt: ending.type === 'sessionEnded' ? ending.at : null } : {}),
        });
      } catch (error) {
        this.#dependencies.log.error({ session: this.id, err: error }, 'the journal could not be written');
        for (const { done } of batch) done({ accepted: false, rejection: 'serverError' });
        return;
      }
      this.#session = session;
      this.#names = names;
      this.#seq += events.length;
      for (const listener of this.#listeners) this.#notify(listener, events);
    }
    batch.forEach(({ done }, i) => done(replies[i]!));
  }

  #notify(listener: (events: readonly Event[]) => void, events: readonly Event[]): void {
    try {
      listener(events);
    } catch (error) {
      this.#dependencies.log.error({ session: this.id, err: error }, 'a change could not be shown');
    }
  }
}
