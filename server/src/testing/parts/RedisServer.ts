import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { temporaryDirectory } from '../testServer.ts';
import { freePort } from '../../cluster/freePort.ts';
import { REDIS_PATH } from './installed.ts';
import { give, unprivileged } from './unprivileged.ts';

/** Real Redis on a free port of the loopback address; keeps nothing when it is stopped. */
export class RedisServer {
  readonly #folder = temporaryDirectory();
  readonly #account = unprivileged();
  readonly #password: string | null;
  #port = 0;
  #process: ChildProcess | null = null;

  private constructor(password: string | null) {
    this.#password = password;
  }

  static async start(password: string | null = null): Promise<RedisServer> {
    const server = new RedisServer(password);
    give(server.#folder, server.#account);
    server.#port = await freePort();
    await server.run();
    return server;
  }

  url(password = this.#password): string {
    return `redis://${password === null ? '' : `:${password}@`}127.0.0.1:${this.#port}`;
  }

  /** Starts the server, at first or again on the same port. */
  async run(): Promise<void> {
    const options = ['--bind', '127.0.0.1', '--port', String(this.#port), '--save', '', '--appendonly', 'no'];
    if (this.#password !== null) options.push('--requirepass', this.#password);
    this.#process = spawn(REDIS_PATH!, options, { cwd: this.#folder, stdio: 'ignore', ...this.#account });
    for (;;) {
      const answers = await this.#with((client) => client.ping()).catch(() => null);
      if (answers) return;
      if (this.#process.exitCode !== null) throw new Error(`Redis ended with ${this.#process.exitCode}`);
      await setTimeout(20);
    }
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** All that is stored: keys with the fields of each. */
  contents(): Promise<Record<string, string[]>> {
    return this.#with(async (client) => {
      const keys = await client.keys('*');
      const entries = keys
        .toSorted((a, b) => a.localeCompare(b))
        .map(async (key) => {
          const fields = (await client.type(key)) === 'hash' ? await client.hkeys(key) : [];
          return [key, fields.toSorted((a, b) => a.localeCompare(b))] as const;
        });
      return Object.fromEntries(await Promise.all(entries));
    });
  }

  async #with<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url(), { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }
}
