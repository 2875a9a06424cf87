import { type Client, ClientState, Room, ServerError } from '@colyseus/core';
import {
  HEARTBEAT_MS,
  ClientCommandShape,
  type Reply,
  type RoomMessages,
  SILENCE_MS,
} from '@relay/shared/protocol';
import type { Event } from '@relay/shared/referee/event';
import type { PlayerId } from '@relay/shared/referee/session/state';
import { hostRow, playersTouchedBy, playerView } from '@relay/shared/referee/view';
import { PresenceTracker } from './PresenceTracker.ts';
import type { Admission, RoomServices } from './RoomServices.ts';
import type { LiveSession } from './LiveSession.ts';
import { TokenBucket } from './TokenBucket.ts';
import { PublicEntries, SessionState } from './PublicEntries.ts';
import { Rehearsal } from './Rehearsal.ts';

/** Limit on frames of any kind per second; the transport closes a socket that exceeds it. */
const MAX_FRAMES_PER_SECOND = 60;
const SEAT_RESERVATION_S = 10;
const BOTS_ACT_EVERY_MS = 200;
/** Sockets of one player, at most: tabs and devices. */
const MAX_PLAYER_SOCKETS = 8;
/** Sockets of each of the roles host and projector, at most. */
const MAX_STAFF_SOCKETS = 30;
const CLOSE_FLOOD = 4_008;
const CLOSE_SILENT = 4_009;
const CLOSE_REMOVED = 4_010;

type SessionClient = Client<{ userData: SocketRecord; auth: Admission; messages: RoomMessages }>;

interface SocketRecord {
  lastHeardAt: number;
  readonly rateLimiter: TokenBucket;
}

/** Transport of one session between sockets and its `LiveSession`; contains no rules. */
export class SessionRoom extends Room<{ state: SessionState; client: SessionClient }> {
  override state = new SessionState();
  override autoDispose = false;
  override maxMessagesPerSecond = MAX_FRAMES_PER_SECOND;
  override seatReservationTimeout = SEAT_RESERVATION_S;
  override messages = {
    command: (client: SessionClient, message: unknown): Promise<Reply> | Reply =>
      this.#command(client, message),
    pong: (client: SessionClient): void => this.#markAlive(client),
    // Unknown messages are counted by the rate limiter and otherwise ignored.
    _: (client: SessionClient): void => void this.#allow(client),
  };

  readonly #services: RoomServices;
  #live!: LiveSession;
  #public!: PublicEntries;
  #rehearsal!: Rehearsal;
  readonly #presence = new PresenceTracker();
  /** Players whose own view or host row has changed since the last patch. */
  readonly #changedPlayers = new Set<PlayerId>();
  /** Clients of removed players, notified by the last patch and disconnected at the next. */
  #removed: readonly SessionClient[] = [];

  constructor(services: RoomServices) {
    super();
    this.#services = services;
  }

  override onCreate(options: { readonly key?: unknown }): void {
    const live = this.#services.takeSession(options.key);
    if (!live) throw new ServerError(403, 'notAllowed');
    this.#live = live;
    this.roomId = live.id;
    this.#public = new PublicEntries(this.state.entries);
    this.#public.refresh(live.session, live.names);
    this.#rehearsal = new Rehearsal(live, this.#services.randomSource);
    live.onEvents((events) => this.#noteChanges(events));
    this.clock.setInterval(() => this.#heartbeat(), HEARTBEAT_MS);
    this.clock.setInterval(() => this.#rehearsal.submitDue(this.#services.clock.now()), BOTS_ACT_EVERY_MS);
    if (live.ended) this.autoDispose = true;
  }

  override onJoin(client: SessionClient): void {
    const { role, session, player, projectorToken } = client.auth!;
    // A token is valid for its own session only.
    if (session !== this.#live.id) throw new ServerError(403, 'unknownToken');
    const removal = player === null ? null : this.#live.session.players[player]?.removal;
    if (removal) throw new ServerError(403, removal);
    if (this.#socketsOf(client).length > (player === null ? MAX_STAFF_SOCKETS : MAX_PLAYER_SOCKETS)) {
      throw new ServerError(429, 'tooFast');
    }
    const at = this.#services.clock.now();
    client.userData = { lastHeardAt: at, rateLimiter: new TokenBucket(at) };
    const { code, names } = this.#live;
    const nickname = player === null ? null : (names[player] ?? null);
    client.send('welcome', { role, code, at, player, nickname, projectorToken });
    if (player !== null) {
      this.#presence.noteSeen(player, at);
      client.send('mine', playerView(this.#live.session, player));
      void this.#live.submit({ type: 'playerReturned', player }, { role: 'room' });
    }
    if (role === 'host')
      client.send('host', { whole: true, rows: this.#rows(Object.keys(this.#live.session.players)) });
  }

  override onLeave(client: SessionClient): void {
    const player = client.auth?.player ?? null;
    if (player === null || client.auth?.session !== this.#live.id || this.#socketsOf(client).length > 0)
      return;
    this.#presence.noteSeen(player, this.#services.clock.now());
    void this.#live.submit({ type: 'playerLeft', player }, { role: 'room' });
  }

  override onDispose(): void {
    // Undefined if `onCreate` refused the room.
    if (this.#live) this.#services.disposed(this.#live);
  }

  /** Catches exceptions of handlers: uncaught, one would end the process and with it every session. */
  override onUncaughtException(error: Error, method: string): void {
    if (error.cause instanceof ServerError) return;
    this.#services.log.error({ session: this.roomId, method, err: error }, 'a handler failed');
  }

  #command(client: SessionClient, message: unknown): Promise<Reply> | Reply {
    if (!this.#allow(client)) return { accepted: false, rejection: 'tooFast' };
    const read = ClientCommandShape.safeParse(message);
    if (!read.success) return { accepted: false, rejection: 'malformed' };
    const auth = client.auth!;
    if (auth.role === 'projector') return { accepted: false, rejection: 'notAllowed' };
    if (read.data.type === 'rehearse') {
      if (auth.role !== 'host') return { accepted: false, rejection: 'notAllowed' };
      return this.#rehearsal.fill(read.data);
    }
    return this.#live.submit(
      read.data,
      auth.role === 'host' ? { role: 'host' } : { role: 'player', player: auth.player },
    );
  }

  #markAlive(client: SessionClient): void {
    client.userData!.lastHeardAt = this.#services.clock.now();
  }

  #allow(client: SessionClient): boolean {
    this.#markAlive(client);
    const verdict = client.userData!.rateLimiter.take(this.#services.clock.now());
    if (verdict === 'flood') client.leave(CLOSE_FLOOD);
    return verdict === 'granted';
  }

  /** Sends changes: the public entries as a patch, then each client's private messages. */
  override onBeforePatch(): void {
    try {
      this.disconnectRemovedPlayers();
      this.#sendChanges();
    } catch (error) {
      this.#services.log.error({ session: this.roomId, err: error }, 'a change could not be shown');
    }
  }

  #noteChanges(events: readonly Event[]): void {
    const { session, ended } = this.#live;
    this.#public.markStale(session, events);
    for (const event of events) {
      for (const player of playersTouchedBy(session, event)) this.#changedPlayers.add(player);
      if (event.type === 'playerJoined') this.#presence.noteSeen(event.player, event.at);
    }
    // After the end of the session the room is disposed when its last client leaves.
    this.autoDispose = ended;
  }

  #sendChanges(): void {
    const { session, names } = this.#live;
    this.#public.refresh(session, names);
    if (this.#changedPlayers.size === 0) return;
    const players = new Set(this.#changedPlayers);
    this.#changedPlayers.clear();
    const rows = this.#rows(players);
    for (const client of this.clients) {
      const { role, player } = client.auth!;
      // A client that is still joining receives the public state first anyway.
      const options = { afterNextPatch: client.state === ClientState.JOINED };
      if (player !== null && players.has(player)) client.send('mine', playerView(session, player), options);
      if (role === 'host') client.send('host', { whole: false, rows }, options);
    }
  }

  /** Disconnects players whose removal the previous patch announced, and lists those for the next patch. */
  disconnectRemovedPlayers(): void {
    for (const client of this.#removed) client.leave(CLOSE_REMOVED);
    const { players } = this.#live.session;
    this.#removed = this.clients.filter(({ auth }) => auth?.player && players[auth.player]?.removal);
  }

  #rows(players: Iterable<PlayerId>): RoomMessages['host']['rows'] {
    return Object.fromEntries([...players].map((player) => [player, hostRow(this.#live.session, player)]));
  }

  /** Pings every client, drops silent ones, and reports players who have not returned as left. */
  #heartbeat(): void {
    const at = this.#services.clock.now();
    for (const client of [...this.clients]) {
      if (at - (client.userData?.lastHeardAt ?? at) > SILENCE_MS) this.#drop(client);
      else client.send('ping', { at });
    }
    const connected = new Set([
      ...this.clients.flatMap((client) => client.auth?.player ?? []),
      ...this.#rehearsal.bots,
    ]);
    for (const player of this.#presence.absentPlayers(this.#live.session, connected, at)) {
      void this.#live.submit({ type: 'playerLeft', player }, { role: 'room' });
    }
  }

  /** Terminates the socket: a dead connection would never answer a closing handshake. */
  #drop(client: SessionClient): void {
    const socket = client.ref as unknown as { terminate?: () => void };
    if (socket.terminate) socket.terminate();
    else client.leave(CLOSE_SILENT);
  }

  #socketsOf(client: SessionClient): SessionClient[] {
    const { role, player } = client.auth!;
    return this.clients.filter((other) => other.auth?.role === role && other.auth.player === player);
  }
}
