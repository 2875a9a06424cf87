import type { Rehearse, Reply } from '@relay/shared/protocol';
import type { Rejection } from '@relay/shared/referee/rejection';
import type { PlayerId } from '@relay/shared/referee/session/state';
import { sessionCapacity } from '@relay/shared/referee/teams/teams';
import { Agenda } from '@relay/shared/rehearsal/agenda';
import { type Bot, botName, MAX_BOTS, skillOf } from '@relay/shared/rehearsal/bot';
import type { RandomSource } from '../randomSource.ts';
import type { LiveSession } from './LiveSession.ts';
import { hashOfToken } from './token.ts';

const refused = (rejection: Rejection): Reply => ({ accepted: false, rejection });

/** Id of a bot. Only the server assigns ids, so the prefix alone tells bots from people. */
const botId = (index: number, id: string): PlayerId => `bot-${index}-${id}`;
const BOT_ID = /^bot-(\d+)-/u;

/**
 * Bots of one session: lets them join and submits their commands when due. The referee treats them as players. After
 * a restart they are found again by their ids.
 */
export class Rehearsal {
  readonly #live: LiveSession;
  readonly #randomSource: RandomSource;
  readonly #bots = new Map<PlayerId, Bot>();
  readonly #agenda = new Agenda();

  constructor(live: LiveSession, randomSource: RandomSource) {
    this.#live = live;
    this.#randomSource = randomSource;
    const { seed, players } = live.session;
    for (const player of Object.keys(players)) {
      const index = Number(BOT_ID.exec(player)?.[1] ?? Number.NaN);
      if (!Number.isNaN(index)) this.#bots.set(player, { player, index, skill: skillOf(seed, index) });
    }
  }

  get bots(): Iterable<PlayerId> {
    return this.#bots.keys();
  }

  /** Tells whether bots may have something to do. */
  get isInPlay(): boolean {
    return this.#bots.size > 0 && this.#live.session.status === 'running';
  }

  /** Tells whether a bot is about to do something. */
  get isActing(): boolean {
    return this.isInPlay && this.#live.session.pausedAt === null && !this.#agenda.isEmpty;
  }

  /** Lets further bots join: all of them, or none if seats are missing. */
  async fill({ bots, language }: Rehearse): Promise<Reply> {
    const { session } = this.#live;
    if (session.status !== 'lobby') return refused('wrongPhase');
    const free = sessionCapacity(session) - session.arrivals;
    if (bots > Math.min(free, MAX_BOTS - this.#bots.size)) return refused('sessionFull');
    const joining = Array.from({ length: bots }, async () => {
      const index = this.#bots.size;
      const player = botId(index, this.#randomSource.id());
      this.#bots.set(player, { player, index, skill: skillOf(session.seed, index) });
      // The token is not given to anybody, so no client can enter as a bot.
      const token = hashOfToken(this.#randomSource.token());
      const joined = await this.#live.join(player, botName(index, language), token);
      if ('rejection' in joined) this.#bots.delete(player);
      return joined;
    });
    const refusal = (await Promise.all(joining)).find((joined) => 'rejection' in joined);
    return refusal ? refused(refusal.rejection) : { accepted: true };
  }

  /** Submits the commands that are due. */
  submitDue(now: number): void {
    if (!this.isInPlay) return;
    for (const { by, command } of this.#agenda.due(this.#live.session, this.#bots.values(), now)) {
      void this.#live.submit(command, { role: 'player', player: by });
    }
  }
}
