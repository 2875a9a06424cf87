import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { temporaryDirectory } from '../testServer.ts';
import { freePort } from '../../cluster/freePort.ts';
import { POSTGRES_FOLDER } from './installed.ts';
import { give, unprivileged } from './unprivileged.ts';

/** Password of the tests' database: no message may show it. */
export const PASSWORD = 'a-secret-of-the-tests';
const USER = 'relay';

/** Real PostgreSQL on a free port of the loopback address, with data in a folder of its own. */
export class PostgresServer {
  readonly #folder = temporaryDirectory();
  readonly #account = unprivileged();
  #port = 0;
  #databases = 0;
  #process: ChildProcess | null = null;

  static async start(): Promise<PostgresServer> {
    const server = new PostgresServer();
    const folder = server.#folder;
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, PASSWORD);
    for (const path of [folder, passwordFile]) give(path, server.#account);
    const options = ['-D', server.#data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await promisify(execFile)(
      join(POSTGRES_FOLDER!, 'initdb'),
      [...options, '-E', 'UTF8', '--locale=C', '--no-sync'],
      { cwd: folder, ...server.#account },
    );
    server.#port = await freePort();
    await server.run();
    return server;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  get port(): number {
    return this.#port;
  }

  /** Process id; to be stopped and continued by signals. */
  get pid(): number {
    return this.#process!.pid!;
  }

  /** Address of a database, which need not exist. */
  url(database: string, password = PASSWORD, user = USER): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.#port}/${database}`;
  }

  /** Creates an empty database. @returns its address */
  async createDatabase(): Promise<string> {
    const name = `test${++this.#databases}`;
    const client = await this.#connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return this.url(name);
  }

  /** Starts the server, at first or again on the same port and data. */
  async run(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: this.#port,
      unix_socket_directories: this.#folder,
      shared_buffers: '16MB',
      recovery_init_sync_method: 'syncfs',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.#process = spawn(join(POSTGRES_FOLDER!, 'postgres'), ['-D', this.#data, ...options], {
      cwd: this.#folder,
      stdio: 'ignore',
      ...this.#account,
    });
    await this.#answers();
  }

  /** Ends the server: SIGINT closes all connections and writes its data; SIGQUIT ends it at once, as a crash would. */
  async stop(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.stop('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** @throws {Error} the server has ended */
  async #answers(): Promise<void> {
    const running = this.#process!;
    for (;;) {
      if (running.exitCode !== null) throw new Error(`PostgreSQL ended with ${running.exitCode}`);
      const client = await this.#connect().catch(() => null);
      if (client) return client.end();
      await setTimeout(20);
    }
  }
}
