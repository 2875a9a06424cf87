import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Functions that a child process answers to; their arguments and results are plain data. */
type Api = Readonly<Record<string, (...args: never[]) => unknown>>;

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** Child process of a benchmark, asked over its IPC channel. */
export class Child<Served extends Api> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  /** @param file  path of the module that calls `serve` */
  constructor(file: string, args: readonly string[] = [], nodeOptions: readonly string[] = []) {
    this.#process = fork(file, args, {
      execArgv: [...nodeOptions],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#process.on('message', (answer: Answer) => this.#take(answer));
    this.#process.on('exit', (code) => {
      for (const id of this.#waiting.keys()) this.#take({ id, error: `the process ended (${code})` });
    });
  }

  /** @throws {Error} the function threw, or the process ended */
  ask<Name extends keyof Served & string>(
    method: Name,
    ...args: Parameters<Served[Name]>
  ): Promise<Awaited<ReturnType<Served[Name]>>> {
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result as Awaited<ReturnType<Served[Name]>>);
        else reject(new Error(`${method}: ${error}`));
      });
      this.#process.send({ id, method, args });
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  #take(answer: Answer): void {
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }
}
