import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type AuthContext, matchMaker, Server, ServerError } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { EnterOptions, MAX_MESSAGE_BYTES, ROOM_NAME, WIRE_VERSION } from '@relay/shared/protocol';
import type { RandomSource } from './randomSource.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { guardRequests } from './http/guardRequests.ts';
import { originCheck, originHeaders } from './http/origin.ts';
import { website } from './http/website.ts';
import type { Journal } from './journal/Journal.ts';
import { type Log, transportLogger } from './log.ts';
import { EntryRateLimiter } from './rooms/EntryRateLimiter.ts';
import type { Admission, RoomServices } from './rooms/RoomServices.ts';
import type { LiveSession } from './rooms/LiveSession.ts';
import { Sessions } from './rooms/Sessions.ts';
import { SessionRoom } from './rooms/SessionRoom.ts';
import { hashOfToken, projectorTokenOf } from './rooms/token.ts';

const TICK_MS = 100;
const EXPIRY_CHECK_MS = 1_000;
const CLOSE_ROOMS_WITHIN_MS = 1_000;
/** Buffer for the whole public view of a large class, bytes. */
const ENCODER_BYTES = 1024 * 1024;

type OriginCheck = ReturnType<typeof originCheck>;

export interface AppDependencies {
  readonly config: Config;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly randomSource: RandomSource;
  readonly log: Log;
  readonly hostCode: string;
  readonly clientDirectory: string;
}

export interface App {
  readonly port: number;
  readonly sessions: Sessions;
  /** Closes every socket; the sessions stay in the journal as they are. */
  close(): Promise<void>;
}

/** Sessions of this process, and the services that their rooms use. Only this process can open a room. */
function openSessions(
  dependencies: AppDependencies,
  isAllowed: OriginCheck,
): { sessions: Sessions; services: RoomServices } {
  const { config, clock, randomSource, log } = dependencies;
  const entryLimiter = new EntryRateLimiter();
  // A room is created with a key that only this process knows; the entry is deleted once the room exists.
  const keys = new Map<unknown, LiveSession>();
  const sessions = new Sessions({
    ...dependencies,
    openRoom: async (live) => {
      const key = randomSource.token();
      keys.set(key, live);
      await matchMaker.createRoom(ROOM_NAME, { key }).finally(() => keys.delete(key));
    },
  });
  const services: RoomServices = {
    clock,
    randomSource,
    log,
    takeSession: (key) => keys.get(key),
    disposed: (live) => sessions.remove(live),
    admit: async (token, context) => {
      if (!isAllowed(originHeaders((name) => context.headers.get(name), config)))
        throw new ServerError(403, 'notAllowed');
      if (!entryLimiter.mayEnter(hashOfToken(token), clock.now())) throw new ServerError(429, 'tooFast');
      const owner = await sessions.ownerOf(token);
      if (!owner || !sessions.byId(owner.session)) throw new ServerError(403, 'unknownToken');
      return { ...owner, projectorToken: owner.role === 'host' ? projectorTokenOf(token) : null };
    },
  };
  return { sessions, services };
}

/** Room class bound to these services. Colyseus calls the constructor itself, so it cannot pass them in. */
function roomClassFor(services: RoomServices) {
  return class BoundSessionRoom extends SessionRoom {
    constructor() {
      super(services);
    }
    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Admission> {
      const read = EnterOptions.safeParse(options);
      if (!read.success) throw new ServerError(400, 'malformed');
      // Pages of wire version 1 send no version.
      if ((read.data.wire ?? 1) !== WIRE_VERSION) throw new ServerError(409, 'versionMismatch');
      return services.admit(read.data.token, context);
    }
  };
}

/**
 * Lets a page enter a room only by its id: none may create, search or resume one. Without CORS headers the browser
 * keeps pages of other sites out.
 */
function restrictMatchMaker(): void {
  matchMaker.controller.exposedMethods = ['joinById'];
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = () => ({});
}

function gameServerOn(
  httpServer: HttpServer,
  { config, log }: AppDependencies,
  isAllowed: OriginCheck,
): Server {
  return new Server({
    greet: false,
    gracefullyShutdown: false,
    logger: transportLogger(log),
    selectProcessIdToCreateRoom: async () => matchMaker.processId,
    transport: new WebSocketTransport({
      server: httpServer,
      maxPayload: MAX_MESSAGE_BYTES,
      // The room has its own heartbeat, which also detects a page that hangs behind a working socket.
      pingInterval: 0,
      beforeUpgrade: (_request, context) =>
        isAllowed(originHeaders((name) => context.headers.get(name), config))
          ? undefined
          : new Response(null, { status: 403 }),
    }),
  });
}

/** Builds the server and listens. Interrupted sessions are reopened before the first request is read. */
export async function openApp(dependencies: AppDependencies): Promise<App> {
  const { config, log } = dependencies;
  Encoder.BUFFER_SIZE = ENCODER_BYTES;
  const isAllowed = originCheck(config);
  const httpServer = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 });
  const { sessions, services } = openSessions(dependencies, isAllowed);
  restrictMatchMaker();
  const gameServer = gameServerOn(httpServer, dependencies, isAllowed);
  gameServer.define(ROOM_NAME, roomClassFor(services));
  await matchMaker.onReady;
  await sessions.reopenAll();

  const failed = once(httpServer, 'error').then(([error]) => Promise.reject(error));
  await Promise.race([gameServer.listen(config.PORT, config.HOST), failed]);
  failed.catch(() => {});
  guardRequests(httpServer, { config, isAllowed, website: website({ ...dependencies, sessions }) });
  const ticking = setInterval(() => sessions.tick(), TICK_MS);
  const checkingExpiry = setInterval(() => void sessions.expireIdleSessions(), EXPIRY_CHECK_MS);
  const { port } = httpServer.address() as AddressInfo;
  log.info({ port }, 'listening');

  return {
    port,
    sessions,
    close: async () => {
      clearInterval(ticking);
      clearInterval(checkingExpiry);
      await sessions.close();
      // A seat reservation that is never used would hold up the shutdown of its room until it expires.
      await Promise.race([gameServer.gracefullyShutdown(false), setTimeout(CLOSE_ROOMS_WITHIN_MS)]);
      httpServer.close();
      httpServer.closeAllConnections();
      log.info('closed');
    },
  };
}
