import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { StartFailure } from '../startFailure.ts';

/** Wait for Redis at the start, and for each of its replies, ms. */
const ANSWER_WITHIN_MS = 3_000;
const LONGEST_RETRY_MS = 1_000;

const ignore = (): undefined => undefined;

/**
 * Presence that works on without Redis: what cannot be said now is left out. Subscriptions are remembered, and made when
 * Redis is back. Nothing that a session needs is kept there.
 */
class TolerantPresence extends RedisPresence {
  /** Connects the second connection, on which messages of other processes arrive. */
  async listen(): Promise<void> {
    await this.sub.connect();
  }

  override async subscribe(topic: string, callback: (...args: unknown[]) => void): Promise<this> {
    await super.subscribe(topic, callback).catch(ignore);
    return this;
  }

  override async unsubscribe(topic: string, callback?: (...args: unknown[]) => void): Promise<this> {
    await super.unsubscribe(topic, callback).catch(ignore);
    return this;
  }

  override async publish(topic: string, data: unknown): Promise<void> {
    await super.publish(topic, data).catch(ignore);
  }

  override async hset(key: string, field: string, value: string): Promise<boolean> {
    return (await super.hset(key, field, value).catch(ignore)) ?? false;
  }

  override async hdel(key: string, field: string): Promise<boolean> {
    return (await super.hdel(key, field).catch(ignore)) ?? false;
  }
}

/** List of the rooms of all processes, kept up as long as Redis answers: no session depends on it. */
class TolerantDriver extends RedisDriver {
  override async update(...given: Parameters<RedisDriver['update']>): Promise<true> {
    await super.update(...given).catch(ignore);
    return true;
  }

  override async persist(...given: Parameters<RedisDriver['persist']>): Promise<boolean> {
    return (await super.persist(...given).catch(ignore)) ?? false;
  }

  override async remove(roomId: string): Promise<boolean> {
    return (await super.remove(roomId).catch(ignore)) ?? false;
  }
}

/** Parts with which Colyseus works with other processes. */
export interface RedisParts {
  readonly presence: RedisPresence;
  readonly driver: RedisDriver;
}

/**
 * Connects to Redis.
 *
 * @throws {StartFailure} it cannot be reached; the message never contains the address, in which a password may stand
 */
export async function openRedis(url: string, log: Log): Promise<RedisParts> {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    retryStrategy: (tries) => Math.min(LONGEST_RETRY_MS, 50 * 2 ** Math.min(tries, 10)),
  });
  let lastError: Error | null = null;
  client.on('error', (error: Error) => {
    lastError = error;
  });
  try {
    await client.connect();
    await client.ping();
    const presence = new TolerantPresence(client);
    await presence.listen();
    watch(client, log);
    return { presence, driver: new TolerantDriver(client) };
  } catch (error) {
    client.disconnect();
    throw asStartFailure(lastError ?? (error as Error));
  }
}

/** Logs once that Redis has gone, and that it is back. */
function watch(client: Redis, log: Log): void {
  let isAway = false;
  client.on('reconnecting', () => {
    if (!isAway)
      log.error('Redis cannot be reached; until it is back, pages enter only where their session is held');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.info('Redis is back');
    isAway = false;
  });
}

function asStartFailure(error: Error): StartFailure {
  const { code } = error as { readonly code?: unknown };
  const isPassword = /WRONGPASS|NOAUTH|invalid password|without any password/u.test(error.message);
  if (isPassword)
    return new StartFailure('Redis refuses the user or the password in REDIS_URL. Correct the setting.');
  const reason = typeof code === 'string' ? code : error.message;
  return new StartFailure(
    `Redis cannot be reached at the address in REDIS_URL (${reason}). Is it running, and is the setting right?`,
  );
}
