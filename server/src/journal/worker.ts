import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { isLocked, JournalFile } from './JournalFile.ts';
import type { Answer, Operation, Request, ThreadOptions } from './JournalThread.ts';
import { failureOf } from './writes.ts';

/**
 * Thread that owns the journal's file. While another program has locked the file, requests are tried again and again
 * rather than waited for within SQLite, so that the thread still hears other requests and can be ended at any time.
 */

/** Time after which a check of a locked file is given up, ms: its purpose is to tell now. */
const CHECK_LIMIT_MS = 500;
const RETRY_MS = 10;

const { path, lockedLimitMs } = workerData as ThreadOptions;
const port = parentPort!;
let file: JournalFile | null = null;

/** @throws {Error} of SQLite */
function done(operation: Operation, values: readonly unknown[]): unknown {
  file ??= new JournalFile(path);
  const run = file[operation] as (this: JournalFile, ...given: unknown[]) => unknown;
  return run.call(file, ...values);
}

async function answer([id, operation, ...values]: Request): Promise<void> {
  const limitMs = operation === 'check' ? CHECK_LIMIT_MS : lockedLimitMs;
  const until = performance.now() + limitMs;
  for (;;) {
    try {
      port.postMessage([id, done(operation, values)] satisfies Answer);
      if (operation === 'close') port.close();
      return;
    } catch (error) {
      if (!isLocked(error)) return port.postMessage([id, undefined, failureOf(error)] satisfies Answer);
      if (performance.now() >= until) {
        const message = `another program has kept the journal's file locked for ${limitMs / 1_000} s`;
        return port.postMessage([id, undefined, { ...failureOf(error), message }] satisfies Answer);
      }
    }
    await setTimeout(RETRY_MS);
  }
}

port.on('message', (request: Request) => void answer(request));
