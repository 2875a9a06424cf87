import { setTimeout } from 'node:timers/promises';
import type { ClientCommand, Reply } from '@relay/shared/protocol';
import type { AnswerReply } from '@relay/shared/question/question';
import { randomSequence } from '@relay/shared/randomSequence';
import pLimit from 'p-limit';
import { PlayerClient } from './PlayerClient.ts';

/** Shortest and longest pause before another try to come back, ms: as of pages, so that players do not come all at once. */
const RETRY_MS = [500, 1_500] as const;
/** Pause between two answers, ms. */
const BETWEEN_MS = 120;
/** Players that come back at the same time, at most: all of them are on one machine, unlike pages. */
const enterInTurn = pLimit(40);

type Answer = Extract<ClientCommand, { type: 'submitAnswer' }>;

export interface Seating {
  readonly url: string;
  readonly code: string;
  readonly player: string;
  readonly token: string;
}

/** Place of a player in a round, and the points so far. */
export interface Place {
  readonly round: number;
  readonly unit: string;
  readonly lane: number;
  readonly score: number | null;
}

/**
 * Player that behaves as its page does: comes back after every break, and sends each answer until the server has
 * acknowledged it.
 */
export class ResendingPlayer {
  /** Verdicts by answer, as the server acknowledged them. */
  readonly acknowledged = new Map<string, AnswerReply>();
  readonly seating: Seating;
  #client: PlayerClient | null = null;
  #pending: Answer | null = null;
  #sent = 0;
  #isStopped = false;
  /** Called with each acknowledgement, as soon as it arrives. */
  onAcknowledged: () => void = () => undefined;

  readonly #random: () => number;
  readonly #betweenMs: number;

  /** @param seed  for its pauses */
  constructor(seating: Seating, seed = 1, betweenMs = BETWEEN_MS) {
    this.seating = seating;
    this.#random = randomSequence(seed);
    this.#betweenMs = betweenMs;
  }

  get isConnected(): boolean {
    return this.#client !== null && !this.#client.isClosed && this.#client.mine !== null;
  }

  /** Time at which it came in last, ms since the epoch. */
  get enteredAt(): number | null {
    return this.#client?.seenAt ?? null;
  }

  get place(): Place | null {
    const mine = this.#client?.mine;
    return mine?.seat
      ? { round: mine.seat.round, unit: mine.seat.unit, lane: mine.seat.lane, score: mine.score }
      : null;
  }

  /** Plays until `stop` is called. */
  async play(): Promise<void> {
    while (!this.#isStopped) {
      const client = await this.#connected();
      const answer = client && (this.#pending ?? this.#nextAnswer(client));
      if (answer) await this.#send(client, answer);
      await setTimeout(this.#betweenMs);
    }
    await this.#client?.leave().catch(() => undefined);
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #connected(): Promise<PlayerClient | null> {
    if (this.#client?.isClosed === false) return this.#client;
    const { url, code, token } = this.seating;
    try {
      this.#client = await enterInTurn(() => PlayerClient.enter(url, code, token));
      return this.#client;
    } catch {
      const [shortest, longest] = RETRY_MS;
      await setTimeout(shortest + (longest - shortest) * this.#random());
      return null;
    }
  }

  #nextAnswer({ mine }: PlayerClient): Answer | null {
    const seat = mine?.seat;
    if (!mine?.run || seat?.turn !== 'open' || seat.truth !== null) return null;
    const { player } = this.seating;
    this.#sent += 1;
    return {
      type: 'submitAnswer',
      answerId: `${player}-${this.#sent}`,
      run: mine.run,
      round: seat.round,
      part: 'places',
      // Each is wrong in a way of its own, since the same answer twice costs no try.
      raw: `o:${seat.unit}-${this.#sent}`,
    };
  }

  async #send(client: PlayerClient, answer: Answer): Promise<void> {
    this.#pending = answer;
    const reply = await untilClosed(client, client.say(answer));
    if (reply === null) return;
    if (reply.accepted) {
      this.acknowledged.set(answer.answerId, reply.verdict!);
      this.onAcknowledged();
    } else if (reply.rejection === 'serverError' || reply.rejection === 'tooFast') return;
    this.#pending = null;
  }
}

/** The reply, or null if the connection ends before it arrives. */
function untilClosed(client: PlayerClient, reply: Promise<Reply>): Promise<Reply | null> {
  const closed = client.closing.then(() => null);
  return Promise.race([reply.catch(() => null), closed]);
}
