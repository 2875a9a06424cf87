import type { EventEmitter } from 'node:events';
import { Room, ServerError } from '@colyseus/core';
import { HEARTBEAT_MS, ClientCommandShape, type Reply, type Role, SILENCE_MS } from '@relay/shared/protocol';
import type { Event } from '@relay/shared/referee/event';
import type { Rejection } from '@relay/shared/referee/rejection';
import { encoded } from './FrameEncoder.ts';
import { expectedPlayers, PresenceTracker } from './PresenceTracker.ts';
import { gatherWrites } from './gatherWrites.ts';
import type { RoomServices } from './RoomServices.ts';
import type { LiveSession } from './LiveSession.ts';
import { Rehearsal } from './Rehearsal.ts';
import { RoomViews, type Shown, type ViewedClient } from './RoomViews.ts';
import { TokenBucket } from './TokenBucket.ts';

/** Limit on frames of any kind per second; the transport closes a socket that exceeds it. */
const MAX_FRAMES_PER_SECOND = 60;
const SEAT_RESERVATION_S = 10;
const BOTS_ACT_EVERY_MS = 200;
/** Sockets of one player, at most: tabs and devices. */
const MAX_PLAYER_SOCKETS = 8;
/** Sockets of each of the roles host and projector, at most. */
const MAX_STAFF_SOCKETS = 30;
/** Wait before a removed player is disconnected: the message that says so arrives first. */
const REMOVE_AFTER_MS = 500;
/** State of a socket that is not being closed. */
const OPEN = 1;
const CLOSE_FLOOD = 4_008;
const CLOSE_SILENT = 4_009;
const CLOSE_REMOVED = 4_010;
/**
 * Interval of Colyseus' patches: there is no state to patch, but with each one the room's clock advances, by which
 * Colyseus counts a client's frames per second. Without clients it rests.
 */
const CLOCK_MS = 250;
const NEVER_MS = 2 ** 31 - 1;

interface SocketRecord extends Shown {
  lastHeardAt: number;
  /** True when a command has come since the last heartbeat. */
  hasSpoken: boolean;
  readonly rateLimiter: TokenBucket;
}

type SessionClient = ViewedClient & { userData?: SocketRecord };

/** Transport of one session between sockets and its `LiveSession`; contains no rules. */
export class SessionRoom extends Room<{ client: SessionClient }> {
  override autoDispose = false;
  override patchRate = NEVER_MS;
  override maxMessagesPerSecond = MAX_FRAMES_PER_SECOND;
  override seatReservationTimeout = SEAT_RESERVATION_S;
  override messages = {
    command: (client: SessionClient, message: unknown): Promise<Reply> =>
      this.#counted(this.#command(client, message)),
    pong: (client: SessionClient): void => this.#markAlive(client),
    // Unknown messages are counted by the rate limiter and otherwise ignored.
    _: (client: SessionClient): void => void this.#allow(client),
  };

  readonly #services: RoomServices;
  #live!: LiveSession;
  #views!: RoomViews;
  #rehearsal!: Rehearsal;
  readonly #presence = new PresenceTracker();
  /** Present while there are clients, or players who are expected. */
  #beating: NodeJS.Timeout | null = null;
  /** Present while bots are in play. */
  #botsActing: NodeJS.Timeout | null = null;
  #isDisposed = false;
  #staffSockets = { host: 0, projector: 0 };

  constructor(services: RoomServices) {
    super();
    this.#services = services;
  }

  override onCreate(options: { readonly key?: unknown }): void {
    const live = this.#services.takeSession(options.key);
    if (!live) throw new ServerError(403, 'notAllowed');
    this.#live = live;
    this.roomId = live.id;
    this.#views = new RoomViews(
      live,
      () => this.clients,
      (client) => this.#drop(client),
      (error) =>
        this.#services.log.error({ session: this.roomId, err: error }, 'a change could not be shown'),
    );
    this.#rehearsal = new Rehearsal(live, this.#services.randomSource);
    live.onEvents((events) => this.#noteChanges(events));
    this.#startTimers();
    if (live.ended) this.autoDispose = true;
  }

  /** Tells whether nobody is here and no bot is about to do anything. */
  get isUnused(): boolean {
    return this.clients.length === 0 && !this.#rehearsal.isActing;
  }

  /** Rooms have no limit of clients, for which Colyseus would count all reserved seats with each new one. */
  override hasReachedMaxClients(): boolean {
    return this.#isDisposed;
  }

  override async onJoin(client: SessionClient): Promise<void> {
    const { session, player, waiting = null } = client.auth!;
    // A seat is reserved for its own session only.
    if (session !== this.#live.id) throw this.#refusal(403, 'unknownToken');
    if (player !== null) {
      const joined = await this.#services.joins.connected(this.#live, player, waiting);
      if (joined && 'rejection' in joined) throw this.#refusal(409, joined.rejection);
    }
    this.#enter(client);
  }

  #enter(client: SessionClient): void {
    const { role, player, projectorToken } = client.auth!;
    const removal = player === null ? null : this.#live.session.players[player]?.removal;
    if (removal) throw this.#refusal(403, removal);
    if (this.#hasTooManySockets(client)) throw this.#refusal(429, 'tooFast');
    this.#makeRoomFor(role);
    const at = this.#services.clock.elapsed();
    client.userData = {
      lastHeardAt: at,
      hasSpoken: false,
      wasTold: false,
      rateLimiter: new TokenBucket(at),
      sight: null,
      mine: null,
    };
    const { code, names } = this.#live;
    const nickname = player === null ? null : (names[player] ?? null);
    if (this.patchRate !== CLOCK_MS) this.patchRate = CLOCK_MS;
    // The first message of a client says that it is ready; Colyseus then sends what has waited, one frame after the other.
    (client.ref as EventEmitter).once('message', () => gatherWrites(client));
    client.send('welcome', { role, code, at: this.#live.now(), player, nickname, projectorToken });
    this.#views.add(client);
    this.#count(client, 1);
    this.#startTimers();
    if (role !== 'player') this.#staffSockets[role] += 1;
    if (player === null) return;
    this.#presence.noteSeen(player, at);
    void this.#live.submit({ type: 'playerReturned', player }, { role: 'room' });
  }

  override onLeave(client: SessionClient): void {
    const { role, player = null, session } = client.auth ?? {};
    if (session !== this.#live.id || !client.userData) return;
    this.#views.remove(client);
    this.#count(client, -1);
    if (this.clients.length === 0) this.patchRate = NEVER_MS;
    if (role === 'host' || role === 'projector') this.#staffSockets[role] -= 1;
    if (player === null || this.#views.clientsOf(player).size > 0) return;
    this.#presence.noteSeen(player, this.#services.clock.elapsed());
    void this.#live.submit({ type: 'playerLeft', player }, { role: 'room' });
  }

  override onDispose(): void {
    this.#isDisposed = true;
    clearInterval(this.#beating ?? undefined);
    clearInterval(this.#botsActing ?? undefined);
    // Undefined if `onCreate` refused the room.
    if (!this.#live) return;
    this.#views.close();
    this.#services.disposed(this.#live);
  }

  /** Catches exceptions of handlers: uncaught, one would end the process and with it every session. */
  override onUncaughtException(error: Error, method: string): void {
    if (error.cause instanceof ServerError) return;
    this.#services.log.error({ session: this.roomId, method, err: error }, 'a handler failed');
  }

  /** Refusal of a socket, counted. */
  #refusal(status: number, reason: Rejection): ServerError {
    this.#services.metrics.rejections.inc({ reason, way: 'room' });
    return new ServerError(status, reason);
  }

  #hasTooManySockets({ auth }: SessionClient): boolean {
    const { player } = auth!;
    return player !== null && this.#views.clientsOf(player).size >= MAX_PLAYER_SOCKETS;
  }

  /** Drops a host or projector where there are as many as there may be: the one silent longest. The newest gets in. */
  #makeRoomFor(role: Role): void {
    if (role === 'player' || this.#staffSockets[role] < MAX_STAFF_SOCKETS) return;
    const others = [...this.clients].filter(
      ({ auth, userData, ref }) => auth?.role === role && userData && ref.readyState === OPEN,
    );
    const [silent] = others.toSorted((a, b) => a.userData!.lastHeardAt - b.userData!.lastHeardAt);
    if (silent) this.#drop(silent);
  }

  /** Counts a client that has come (1) or gone (-1). */
  #count({ auth }: SessionClient, change: 1 | -1): void {
    const { metrics } = this.#services;
    const { role, player } = auth!;
    metrics.sockets.inc({ role }, change);
    if (player === null) return;
    const others = this.#views.clientsOf(player).size - (change === 1 ? 1 : 0);
    if (others === 0) metrics.players.inc(change);
  }

  async #counted(reply: Promise<Reply> | Reply): Promise<Reply> {
    const since = performance.now();
    const said = await reply;
    this.#services.metrics.noteReply(said, since);
    return said;
  }

  #command(client: SessionClient, message: unknown): Promise<Reply> | Reply {
    if (!this.#allow(client)) return { accepted: false, rejection: 'tooFast' };
    client.userData!.hasSpoken = true;
    const read = ClientCommandShape.safeParse(message);
    if (!read.success) return { accepted: false, rejection: 'malformed' };
    const auth = client.auth!;
    if (auth.role === 'projector') return { accepted: false, rejection: 'notAllowed' };
    if (read.data.type === 'rehearse') {
      if (auth.role !== 'host') return { accepted: false, rejection: 'notAllowed' };
      return this.#rehearsal.fill(read.data);
    }
    if (read.data.type === 'submitAnswer') this.#services.metrics.answers.inc();
    return this.#live.submit(
      read.data,
      auth.role === 'host' ? { role: 'host' } : { role: 'player', player: auth.player },
    );
  }

  #markAlive(client: SessionClient): void {
    client.userData!.lastHeardAt = this.#services.clock.elapsed();
  }

  #allow(client: SessionClient): boolean {
    this.#markAlive(client);
    const verdict = client.userData!.rateLimiter.take(this.#services.clock.elapsed());
    if (verdict === 'flood') client.leave(CLOSE_FLOOD);
    return verdict === 'granted';
  }

  #noteChanges(events: readonly Event[]): void {
    this.#views.note(events);
    for (const event of events) {
      if (event.type === 'playerJoined')
        this.#presence.noteSeen(event.player, this.#services.clock.elapsed());
      if (event.type === 'playerRemoved')
        setTimeout(() => this.#disconnectRemoved(event.player), REMOVE_AFTER_MS);
    }
    this.#startTimers();
    // After the end of the session the room is disposed when its last client leaves.
    if (this.autoDispose !== this.#live.ended) this.autoDispose = this.#live.ended;
  }

  #disconnectRemoved(player: string): void {
    if (!this.#live.session.players[player]?.removal) return;
    for (const client of [...this.#views.clientsOf(player)]) client.leave(CLOSE_REMOVED);
  }

  /** Starts the timers that may be needed now; each ends itself when it is not. */
  #startTimers(): void {
    this.#beating ??= setInterval(() => this.#heartbeat(), HEARTBEAT_MS);
    if (this.#rehearsal.isInPlay)
      this.#botsActing ??= setInterval(() => this.#letBotsAct(), BOTS_ACT_EVERY_MS);
  }

  #letBotsAct(): void {
    this.#rehearsal.submitDue(this.#live.now());
    if (this.#rehearsal.isInPlay) return;
    clearInterval(this.#botsActing!);
    this.#botsActing = null;
  }

  /**
   * Pings clients, drops silent ones, and reports players who have not returned as left. One that has sent a command since
   * the last heartbeat and was told what came of it is left out: both sides have just heard of each other.
   */
  #heartbeat(): void {
    const at = this.#services.clock.elapsed();
    const ping = encoded('ping', { at: this.#live.now() });
    for (const client of [...this.clients]) {
      const { userData: record } = client;
      if (at - (record?.lastHeardAt ?? at) > SILENCE_MS) this.#drop(client);
      else if (!record?.hasSpoken || !record.wasTold) client.enqueueRaw(ping);
      if (record) record.hasSpoken = record.wasTold = false;
    }
    const connected = new Set([
      ...this.clients.flatMap((client) => client.auth?.player ?? []),
      ...this.#rehearsal.bots,
    ]);
    const expected = expectedPlayers(this.#live.session, connected);
    for (const player of this.#presence.absentOf(expected, at))
      void this.#live.submit({ type: 'playerLeft', player }, { role: 'room' });
    if (this.clients.length > 0 || expected.length > 0) return;
    clearInterval(this.#beating!);
    this.#beating = null;
  }

  /** Terminates the socket: a dead connection would never answer a closing handshake. */
  #drop(client: ViewedClient): void {
    const socket = client.ref as unknown as { terminate?: () => void };
    if (socket.terminate) socket.terminate();
    else client.leave(CLOSE_SILENT);
  }
}
