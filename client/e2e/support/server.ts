import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { freePort } from '../../../server/src/cluster/freePort';
import { SqliteJournal } from '../../../server/src/journal/SqliteJournal';

const root = join(import.meta.dirname, '..', '..', '..');
export const HOST_CODE = 'let-me-host';

/** Speed of the server's clocks and timers: real, or ten times as fast. */
type Pace = 'real' | 'fast';
const ENTRIES: Record<Pace, string> = { real: 'main.ts', fast: 'testing/fastServer.ts' };

/** Real server in a child process, on a free port, with its own database. */
export class GameServer {
  readonly url: string;
  readonly #port: number;
  readonly #pace: Pace;
  readonly #data = mkdtempSync(join(tmpdir(), 'relay-'));
  #process: ChildProcess | undefined;

  private constructor(port: number, pace: Pace) {
    this.#port = port;
    this.#pace = pace;
    this.url = `http://localhost:${port}`;
  }

  static async start(pace: Pace = 'real'): Promise<GameServer> {
    const server = new GameServer(await freePort(), pace);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.#port),
      DATA_DIR: this.#data,
      HOST_CODE,
      LOG_LEVEL: 'warn',
    };
    const entry = join(root, 'server', 'src', ENTRIES[this.#pace]);
    this.#process = spawn(process.execPath, [entry], { env, stdio: 'pipe' });
    const output: string[] = [];
    this.#process.stdout?.on('data', (chunk) => output.push(String(chunk)));
    this.#process.stderr?.on('data', (chunk) => output.push(String(chunk)));
    for (let tries = 0; tries < 300; tries++) {
      if (await isReady(this.url)) return;
      if (this.#process.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the server did not come up:\n${output.join('')}`);
  }

  /** Log of the session with this code, read from the database. */
  async log(code: string): Promise<readonly Event[]> {
    const journal = await SqliteJournal.open(this.#data);
    try {
      const found = await journal.byCode(code);
      return (found && (await journal.load(found.id)))?.events ?? [];
    } finally {
      await journal.close();
    }
  }

  /** Kills the process, as a power cut would; the database stays. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Takes the data of a killed server away. */
  hideData(): void {
    renameSync(this.#data, `${this.#data}.away`);
  }

  /** Brings it back, in place of what a server has written meanwhile. */
  bringDataBack(): void {
    rmSync(this.#data, { recursive: true, force: true });
    renameSync(`${this.#data}.away`, this.#data);
  }

  /** Keeps a copy of a killed server's data as it is now. */
  keepData(): void {
    cpSync(this.#data, `${this.#data}.older`, { recursive: true });
  }

  /** Puts that copy in the place of the data of a killed server, which is taken away. */
  putOlderData(): void {
    this.hideData();
    renameSync(`${this.#data}.older`, this.#data);
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(`${this.#data}.older`, { recursive: true, force: true });
    rmSync(`${this.#data}.away`, { recursive: true, force: true });
    rmSync(this.#data, { recursive: true, force: true });
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}
