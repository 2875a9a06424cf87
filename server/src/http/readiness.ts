import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/Journal.ts';
import type { Sessions } from '../rooms/Sessions.ts';

/** Age up to which the result of a check of the journal is told again, ms: a check writes to the disk. */
export const CHECK_AGE_MS = 2_000;
/** Time that a reply waits for the check, ms; a file that another program holds makes it wait for long. */
const REPLY_WITHIN_MS = 2_000;
/** Sessions named in a reply, at most. */
const NAMED_SESSIONS = 50;

/** State of the journal: null if it can be written, otherwise the reason why not. */
type Trouble = string | null;

/** Check whether the journal can be written, one for all who ask at about the same time. */
class SharedCheck {
  readonly #journal: Journal;
  readonly #clock: Clock;
  #running: Promise<Trouble> | null = null;
  #last: { readonly trouble: Trouble; readonly at: number } | null = null;

  constructor(journal: Journal, clock: Clock) {
    this.#journal = journal;
    this.#clock = clock;
  }

  trouble(): Promise<Trouble> {
    const last = this.#last;
    if (last && this.#clock.elapsed() - last.at < CHECK_AGE_MS) return Promise.resolve(last.trouble);
    this.#running ??= this.#check().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #check(): Promise<Trouble> {
    const trouble = await this.#journal.check(this.#clock.now()).then(
      () => null,
      (error: { readonly code?: string; readonly message?: string }) =>
        error.code ?? error.message ?? 'unknown',
    );
    this.#last = { trouble, at: this.#clock.elapsed() };
    return trouble;
  }
}

/** Result of a check, or a sentence if it has none in time. */
async function soon(check: Promise<Trouble>): Promise<Trouble> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Trouble>((resolve) => {
    timer = setTimeout(() => resolve('no answer from the disk yet'), REPLY_WITHIN_MS);
  });
  return Promise.race([check, late]).finally(() => clearTimeout(timer));
}

/** `GET /readyz`: whether sessions can be served now, what keeps them from it, and which of them cannot be opened. */
export function readiness({
  journal,
  clock,
  clientDirectory,
  sessions,
}: {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly clientDirectory: string;
  readonly sessions: Sessions;
}) {
  const check = new SharedCheck(journal, clock);
  return async (_request: Request, response: Response): Promise<void> => {
    const client = existsSync(join(clientDirectory, 'index.html'));
    const trouble = await soon(check.trouble());
    const ok = client && trouble === null;
    response.status(ok ? 200 : 503).json({
      ok,
      journal: trouble === null,
      ...(trouble !== null && { reason: trouble }),
      client,
      // One of them does not keep the others from being served.
      notOpened: sessions.notOpened().slice(0, NAMED_SESSIONS),
    });
  };
}
