import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterProxy } from '../../cluster/proxy.ts';
import { ServerProcess } from '../serverProcess.ts';
import { HOST_CODE, temporaryDirectory } from '../testServer.ts';
import { freePort } from '../../cluster/freePort.ts';
import { PostgresServer } from './PostgresServer.ts';
import { RedisServer } from './RedisServer.ts';

export const NAMES = ['relay-1', 'relay-2'] as const;
type Name = (typeof NAMES)[number];

/** Two server processes with PostgreSQL and Redis behind a proxy: all real, on free ports of the loopback address. */
export class TestCluster {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly databaseUrl: string;
  readonly #directory = temporaryDirectory();
  readonly #ports: Readonly<Record<Name, number>>;
  readonly #processes = new Map<Name, ServerProcess>();
  readonly #proxy: Server;

  private constructor(
    postgres: PostgresServer,
    redis: RedisServer,
    databaseUrl: string,
    ports: Record<Name, number>,
  ) {
    this.postgres = postgres;
    this.redis = redis;
    this.databaseUrl = databaseUrl;
    this.#ports = ports;
    this.#proxy = clusterProxy(NAMES.map((name) => ({ name, port: ports[name] })));
  }

  static async start(): Promise<TestCluster> {
    const [postgres, redis] = await Promise.all([PostgresServer.start(), RedisServer.start()]);
    const ports = { 'relay-1': await freePort(), 'relay-2': await freePort() };
    const cluster = new TestCluster(postgres, redis, await postgres.createDatabase(), ports);
    cluster.#proxy.listen(0, '127.0.0.1');
    await once(cluster.#proxy, 'listening');
    await Promise.all(NAMES.map((name) => cluster.run(name)));
    return cluster;
  }

  /** Address of the proxy. */
  get url(): string {
    return `http://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
  }

  /** Address of one process. */
  urlOf(name: Name): string {
    return `http://127.0.0.1:${this.#ports[name]}`;
  }

  process(name: Name): ServerProcess {
    return this.#processes.get(name)!;
  }

  /** Starts a process, at first or again. */
  async run(name: Name): Promise<void> {
    const DATA_DIR = join(this.#directory, name);
    mkdirSync(DATA_DIR, { recursive: true });
    const server = new ServerProcess({
      HOST_CODE,
      DATA_DIR,
      PORT: String(this.#ports[name]),
      PROCESS_NAME: name,
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: this.redis.url(),
    });
    this.#processes.set(name, server);
    await server.up();
  }

  logOf(name: Name): string {
    return readFileSync(join(this.#directory, name, 'server.log'), 'utf8');
  }

  /** Name of the process that holds a session, and the one that does not. */
  async holderOf(session: string): Promise<[holder: Name, other: Name]> {
    const [row] = await this.query<{ process: Name }>(
      'SELECT process FROM holders WHERE session = $1',
      session,
    );
    const holder = row!.process;
    return [holder, NAMES.find((name) => name !== holder)!];
  }

  async query<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    for (const server of this.#processes.values()) {
      server.child.kill('SIGCONT');
      await server.stop('SIGKILL');
    }
    this.#proxy.close();
    this.#proxy.closeAllConnections();
    await Promise.all([this.postgres.close(), this.redis.close()]);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
