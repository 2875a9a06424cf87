import type { Reply } from '@relay/shared/protocol';
import type { SubmitAnswer } from '@relay/shared/referee/command';
import { isObject, keep, recall } from './tokenStore';

/** Sends one answer to the room. Rejects when no reply came; the answer may have arrived all the same. */
export type SendAnswer = (answer: SubmitAnswer) => Promise<Reply>;

/** Rejections after which the same answer is sent again. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['tooFast', 'serverError', 'unavailable', 'connectionLost']);

const isAnswers = (value: unknown): value is SubmitAnswer[] =>
  Array.isArray(value) && value.every((item) => isObject(item) && typeof item['answerId'] === 'string');

/**
 * Answers that have not been acknowledged yet, oldest first. They are kept in browser storage until then and sent
 * again with the same id however often the connection breaks: a resend gets the verdict of the first.
 */
export class Outbox {
  readonly #key: string;
  #waiting: SubmitAnswer[];
  readonly #underway = new Set<string>();
  readonly #promises = new Map<string, (reply: Reply) => void>();

  /** @param key  storage key of this player's answers of this session */
  constructor(key: string) {
    this.#key = key;
    this.#waiting = recall(key, isAnswers) ?? [];
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Keeps an answer. Resolves with its verdict or rejection, whenever that comes. */
  add(answer: SubmitAnswer): Promise<Reply> {
    this.#waiting = [...this.#waiting, answer];
    keep(this.#key, this.#waiting);
    return new Promise((resolve) => this.#promises.set(answer.answerId, resolve));
  }

  /**
   * Sends all answers that are not on their way already, in the order of answering.
   *
   * @returns true when all have been acknowledged
   */
  async flush(send: SendAnswer): Promise<boolean> {
    const open = this.#waiting.filter(({ answerId }) => !this.#underway.has(answerId));
    const results = await Promise.all(open.map((answer) => this.#send(answer, send)));
    return results.every(Boolean);
  }

  async #send(answer: SubmitAnswer, send: SendAnswer): Promise<boolean> {
    const { answerId } = answer;
    this.#underway.add(answerId);
    try {
      const reply = await send(answer);
      if (!reply.accepted && TRY_AGAIN.has(reply.rejection)) return false;
      this.#waiting = this.#waiting.filter((other) => other.answerId !== answerId);
      keep(this.#key, this.#waiting);
      this.#promises.get(answerId)?.(reply);
      this.#promises.delete(answerId);
      return true;
    } catch {
      return false;
    } finally {
      this.#underway.delete(answerId);
    }
  }
}
