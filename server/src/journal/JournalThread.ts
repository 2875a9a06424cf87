import { extname } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { JournalStopped } from './Journal.ts';
import type { JournalFile } from './JournalFile.ts';
import type { Failure } from './writes.ts';

/** Requests to the thread: the methods of `JournalFile`. */
export type Operation = keyof JournalFile;
export type Request = readonly [id: number, operation: Operation, ...values: readonly unknown[]];
export type Answer = readonly [id: number, result: unknown, failure?: Failure];

export interface ThreadOptions {
  readonly path: string;
  /** Time after which a request on a file that another program has locked is refused, ms. */
  readonly lockedLimitMs: number;
  /** Time after the start of a thread that ended without an answer until the next one is started, ms. */
  readonly restartMs: number;
}

/** Limits on the thread's memory. Young objects live as long as one request, so 1 MB of them is enough. */
const MEMORY = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 256 };

/** File of the thread: beside this one, in the sources as in a package. */
const workerFile = (): URL => new URL(`./worker${extname(import.meta.url)}`, import.meta.url);

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Error of SQLite from the journal's thread. */
export function errorOf({ message, code }: Failure): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/**
 * The journal's file in a thread of its own, so that a slow or locked disk never holds up the event loop. A thread that
 * ends refuses everything that it had not answered; the next request starts another one.
 */
export class JournalThread {
  readonly #options: ThreadOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  /** Time until which no other thread is started: one that cannot run is not started for each answer anew. */
  #restartAt = -Infinity;
  #stopped: Error | null = null;
  #lastId = 0;
  #closed = false;
  /** Called when the thread has ended by itself. */
  onStopped: (error: Error) => void = () => undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  call<Name extends Operation>(
    operation: Name,
    ...values: Parameters<JournalFile[Name]>
  ): Promise<ReturnType<JournalFile[Name]>> {
    return new Promise((resolve, reject) => {
      const worker = this.#running();
      const request: Request = [++this.#lastId, operation, ...values];
      this.#waiting.set(request[0], { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage(request);
    });
  }

  /** Closes the file after everything that was asked before, and ends the thread. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const worker = this.#worker;
    if (worker) {
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      const closing = this.call('close');
      this.#closed = true;
      // A thread that ends meanwhile has closed the file, too.
      await Promise.allSettled([closing, ended]);
    }
    this.#closed = true;
  }

  /** @throws {JournalStopped} there is none and it is too soon to start another one */
  #running(): Worker {
    if (this.#closed) throw new JournalStopped('the journal is closed');
    if (this.#worker) return this.#worker;
    if (performance.now() < this.#restartAt)
      throw new JournalStopped("the journal's thread has just ended", { cause: this.#stopped });
    this.#restartAt = performance.now() + this.#options.restartMs;
    const worker = new Worker(workerFile(), {
      workerData: this.#options,
      name: 'journal',
      env: SHARE_ENV,
      execArgv: [],
      resourceLimits: MEMORY,
    });
    worker.on('message', (answer: Answer) => this.#answered(answer));
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', (code) => this.#ended(worker, new Error(`exit code ${code}`)));
    this.#worker = worker;
    return worker;
  }

  #answered([id, result, failure]: Answer): void {
    this.#restartAt = -Infinity;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure) waiting?.reject(errorOf(failure));
    else waiting?.resolve(result as never);
  }

  #ended(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const error = new JournalStopped("the journal's thread has ended", { cause });
    this.#stopped = error;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(error);
    if (!this.#closed) this.onStopped(error);
  }
}
