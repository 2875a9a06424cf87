import type { Presence } from '@colyseus/core';
import { requestFromIPC, subscribeIPC } from '@colyseus/core';
import type { Refusal } from '@relay/shared/protocol';
import type { Clock } from '../clock.ts';
import { HeldElsewhere } from './HeldElsewhere.ts';

/** Answers a request to one path of the API; the body is as it was sent. */
export type Answer = (body: unknown) => Promise<object | Refusal>;

/** Wait for the reply of another process, ms. */
const ASK_WITHIN_MS = 2_000;
const TRY_AGAIN_MS = 250;
/** Time for which a request is tried again while its session changes hands, ms: less than the 8 s that pages wait. */
const PATIENCE_MS = 6_000;

const channelOf = (name: string): string => `relay:${name}`;

/**
 * Requests of the API, each answered by the process that holds its session: this one, or another one that is asked over
 * Redis. While the holder does not answer, because it has just died, the session is tried to be held here.
 */
export class Requests {
  readonly #answers = new Map<string, Answer>();
  readonly #clock: Clock;
  #presence: Presence | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Answers the requests that other processes pass on to the one of this name, and passes on to them. */
  async connect(presence: Presence, name: string): Promise<void> {
    this.#presence = presence;
    await subscribeIPC(presence, channelOf(name), (path, [body]) => this.#answers.get(path)!(body));
  }

  /** Adds a path, and returns the function that answers its requests wherever their sessions are held. */
  add(path: string, answer: Answer): Answer {
    this.#answers.set(path, answer);
    return (body) => this.#answered(path, body);
  }

  async #answered(path: string, body: unknown): Promise<object | Refusal> {
    const until = this.#clock.elapsed() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.#answers.get(path)!(body);
      } catch (error) {
        if (!(error instanceof HeldElsewhere)) throw error;
        const reply = await this.#ask(error.holder, path, body);
        if (reply) return reply;
        if (this.#clock.elapsed() > until) return { rejection: 'serverError' };
        await this.#clock.wait(TRY_AGAIN_MS);
      }
    }
  }

  /** @returns null when the process does not answer, or has just lost the session */
  async #ask(holder: string, path: string, body: unknown): Promise<object | Refusal | null> {
    if (!this.#presence) return null;
    try {
      return await requestFromIPC(this.#presence, channelOf(holder), path, [body], ASK_WITHIN_MS);
    } catch {
      return null;
    }
  }
}
