import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { MAX_MESSAGE_BYTES, ROOM_NAME, type SeatReservation } from '@relay/shared/protocol';
import type { RandomSource } from './randomSource.ts';
import type { Clock } from './clock.ts';
import { Requests } from './cluster/Requests.ts';
import type { RedisParts } from './cluster/redis.ts';
import type { Config } from './config.ts';
import { Erasure } from './erasure/Erasure.ts';
import { Tombstones } from './erasure/Tombstones.ts';
import { CheckSockets } from './http/CheckSockets.ts';
import { guardRequests } from './http/guardRequests.ts';
import { originCheck } from './http/origin.ts';
import { website } from './http/website.ts';
import type { Journal } from './journal/Journal.ts';
import { droppedLines, type Log, transportLogger } from './log.ts';
import { Metrics } from './metrics/Metrics.ts';
import { SentBytes } from './metrics/SentBytes.ts';
import type { RoomServices } from './rooms/RoomServices.ts';
import type { LiveSession } from './rooms/LiveSession.ts';
import { Joins } from './rooms/Joins.ts';
import { readForbiddenNames } from './rooms/names/forbiddenNames.ts';
import { SeatReservations } from './rooms/SeatReservations.ts';
import { Sessions } from './rooms/Sessions.ts';
import { SessionRoom } from './rooms/SessionRoom.ts';

const TICK_MS = 100;
const EXPIRY_CHECK_MS = 1_000;
const AGE_CHECK_MS = 60_000;
/**
 * Time that an unused HTTP connection stays open, ms. Longer than browsers' and proxies' own, so that they end it: a request
 * that is sent just when the server ends it would be lost.
 */
const KEEP_ALIVE_MS = 75_000;
/** Interval at which sessions of other processes are looked for, so that those that nobody opens again end, too. */
const REFRESH_MS = 5 * 60_000;
/** Interval at which the entries of killed processes are looked for in Redis. */
const DEAD_CHECK_MS = 10_000;
const CLOSE_ROOMS_WITHIN_MS = 1_000;

export interface AppDependencies {
  readonly config: Config;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly randomSource: RandomSource;
  readonly log: Log;
  readonly hostCode: string;
  readonly clientDirectory: string;
  /** Present where several processes work together. */
  readonly redis?: RedisParts | null;
}

export interface App {
  readonly port: number;
  readonly sessions: Sessions;
  /** Closes every socket; the sessions stay in the journal as they are. */
  close(): Promise<void>;
}

/** Sessions of this process, and the services that their rooms use. Only this process can open a room. */
function openSessions(
  dependencies: AppDependencies & { readonly metrics: Metrics; readonly erasure: Erasure },
): {
  sessions: Sessions;
  services: RoomServices;
} {
  const { clock, config, randomSource, log, metrics } = dependencies;
  // A room is created with a key that only this process knows; the entry is deleted once the room exists.
  const keys = new Map<unknown, LiveSession>();
  const seats = new SeatReservations({
    elapsed: () => clock.elapsed(),
    reserve: async (session, admission) => {
      const room = { name: ROOM_NAME, roomId: session, processId: matchMaker.processId };
      // Colyseus' type has further fields that a reservation does not use.
      const listing = room as Parameters<typeof matchMaker.reserveSeatFor>[0];
      const seat = (await matchMaker.reserveSeatFor(listing, {}, admission)) as SeatReservation;
      // The first part of the WebSocket's address, by which a proxy finds this process.
      return { ...seat, processId: config.PROCESS_NAME };
    },
    isFree: ({ roomId, sessionId }) =>
      matchMaker.getLocalRoomById(roomId)?.hasReservedSeat(sessionId) ?? false,
  });
  const joins = new Joins(() => clock.elapsed());
  const sessions = new Sessions({
    ...dependencies,
    joins,
    forbiddenNames: readForbiddenNames(config.NAME_WORDS_FILE),
    openRoom: async (live) => {
      const key = randomSource.token();
      keys.set(key, live);
      await matchMaker.createRoom(ROOM_NAME, { key }).finally(() => keys.delete(key));
      const room = matchMaker.getLocalRoomById(live.id) as SessionRoom;
      return { isUnused: () => room.isUnused, dispose: () => room.disconnect() };
    },
    reserveSeat: ({ id }, admission) => seats.reserve(id, admission),
  });
  const services: RoomServices = {
    clock,
    randomSource,
    log,
    metrics,
    joins,
    takeSession: (key) => keys.get(key),
    disposed: (live) => sessions.remove(live),
  };
  return { sessions, services };
}

/** Room class bound to these services. Colyseus calls the constructor itself, so it cannot pass them in. */
function roomClassFor(services: RoomServices) {
  return class BoundSessionRoom extends SessionRoom {
    constructor() {
      super(services);
    }
  };
}

/** Closes Colyseus' own matchmaking: a seat is reserved by `POST /api/join` and `/api/resume` alone. */
function restrictMatchMaker(): void {
  matchMaker.controller.exposedMethods = [];
}

function gameServerOn(httpServer: HttpServer, { log, redis }: AppDependencies): Server {
  return new Server({
    greet: false,
    gracefullyShutdown: false,
    ...redis,
    logger: transportLogger(log),
    selectProcessIdToCreateRoom: async () => matchMaker.processId,
    transport: new WebSocketTransport({
      server: httpServer,
      maxPayload: MAX_MESSAGE_BYTES,
      // The room has its own heartbeat, which also detects a page that hangs behind a working socket.
      pingInterval: 0,
    }),
  });
}

/** Adds what is read only when somebody looks at the metrics. */
function watch(metrics: Metrics, sessions: Sessions, httpServer: HttpServer, log: Log): void {
  const sent = new SentBytes(httpServer);
  metrics.readGauge('relay_sessions', 'Sessions that have not ended, by state.', 'state', () => ({
    ...sessions.counts(),
  }));
  metrics.readCounter('relay_log_lines_dropped_total', 'Lines that the log could not write.', () =>
    droppedLines(log),
  );
  metrics.readCounter('relay_sent_bytes_total', 'Bytes sent, pages and messages.', () => sent.total);
}

/** Removes from Redis what processes have left that do not live any more. Nothing depends on it: while Redis is away it is left. */
function forgetDeadProcesses(): void {
  matchMaker.healthCheckAllProcesses().catch(() => undefined);
}

/** @returns function that stops them */
function startTimers(sessions: Sessions, isWithOthers: boolean): () => void {
  const timers = [
    ...(isWithOthers ? [setInterval(forgetDeadProcesses, DEAD_CHECK_MS)] : []),
    setInterval(() => sessions.tick(), TICK_MS),
    setInterval(() => void sessions.expireIdleSessions(), EXPIRY_CHECK_MS),
    setInterval(() => void sessions.eraseOld(), AGE_CHECK_MS),
    setInterval(() => void sessions.refresh(), REFRESH_MS),
  ];
  void sessions.eraseOld();
  return () => timers.forEach((timer) => clearInterval(timer));
}

/** Builds the server and listens. Interrupted sessions are opened when somebody comes to them. */
export async function openApp(dependencies: AppDependencies): Promise<App> {
  const { config, log, redis } = dependencies;
  const isAllowed = originCheck(config);
  const httpServer = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  const metrics = new Metrics();
  const erasure = new Erasure({
    ...dependencies,
    metrics,
    tombstones: new Tombstones(config.DATA_DIR),
    retentionDays: config.RETENTION_DAYS,
  });
  const { sessions, services } = openSessions({ ...dependencies, metrics, erasure });
  watch(metrics, sessions, httpServer, log);
  restrictMatchMaker();
  const gameServer = gameServerOn(httpServer, dependencies);
  const checkSockets = new CheckSockets(httpServer, config, isAllowed);
  gameServer.define(ROOM_NAME, roomClassFor(services));
  await matchMaker.onReady;
  await erasure.repeat();
  await sessions.restore();

  const failed = once(httpServer, 'error').then(([error]) => Promise.reject(error));
  await Promise.race([gameServer.listen(config.PORT, config.HOST), failed]);
  failed.catch(() => {});
  const requests = new Requests(dependencies.clock);
  const served = website({ ...dependencies, sessions, metrics, requests });
  guardRequests(httpServer, { config, isAllowed, website: served, metrics });
  if (redis) await requests.connect(redis.presence, config.PROCESS_NAME);
  const stopTimers = startTimers(sessions, Boolean(redis));
  const { port } = httpServer.address() as AddressInfo;
  log.info({ port }, 'listening');

  return {
    port,
    sessions,
    close: async () => {
      stopTimers();
      checkSockets.close();
      await sessions.close();
      // A seat reservation that is never used would hold up the shutdown of its room until it expires.
      await Promise.race([gameServer.gracefullyShutdown(false), setTimeout(CLOSE_ROOMS_WITHIN_MS)]);
      httpServer.close();
      httpServer.closeAllConnections();
      metrics.close();
      log.info('closed');
    },
  };
}
