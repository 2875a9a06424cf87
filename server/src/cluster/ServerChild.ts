import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PROJECT_ROOT } from '../config.ts';
import type { Upstream } from './proxy.ts';

/** Wait before a process that has ended is started again, ms. */
const RESTART_MS = 1_000;
const ASK_AGAIN_MS = 50;

/** Server process behind the proxy of `npm run start:cluster`; started again when it ends. */
export class ServerChild implements Upstream {
  readonly name: string;
  readonly port: number;
  readonly #environment: NodeJS.ProcessEnv;
  #process: ChildProcess;
  #isUp = false;
  #isStopped = false;

  constructor(name: string, port: number, environment: NodeJS.ProcessEnv) {
    this.name = name;
    this.port = port;
    this.#environment = { ...environment, PROCESS_NAME: name, PORT: String(port), HOST: '127.0.0.1' };
    this.#process = this.#start();
  }

  /** Resolves when the process answers. @returns false if it has ended, having said why */
  async up(): Promise<boolean> {
    while (this.#process.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/healthz`).catch(() => null);
      if (answer?.ok) return (this.#isUp = true);
      await setTimeout(ASK_AGAIN_MS);
    }
    return false;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const running = this.#process;
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  }

  #start(): ChildProcess {
    // The IPC channel lets it notice that this process was killed.
    const started = spawn(process.execPath, [join(PROJECT_ROOT, 'server', 'src', 'main.ts')], {
      cwd: PROJECT_ROOT,
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('exit', () => void this.#restart());
    return started;
  }

  async #restart(): Promise<void> {
    if (!this.#isUp || this.#isStopped) return;
    console.error(
      `The process ${this.name} has ended and is started again; the other one takes its classes.`,
    );
    await setTimeout(RESTART_MS);
    if (!this.#isStopped) this.#process = this.#start();
  }
}
