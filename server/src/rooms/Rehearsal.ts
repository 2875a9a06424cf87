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

/** Bots are known by their ids, which only the server gives; so the log alone says who is one. */
const botId = (index: number, id: string): PlayerId => `bot-${index}-${id}`;
const BOT_ID = /^bot-(\d+)-/u;

/**
 * The bots of one session: takes them in and says for them, each in its time, what they would do next. To the session
 * they are players like all others. A server that starts again finds them in the log, and they go on.
 */
export class Rehearsal {
  readonly #live: LiveSession;
  readonly #chance: RandomSource;
  readonly #bots = new Map<PlayerId, Bot>();
  readonly #agenda = new Agenda();

  constructor(live: LiveSession, chance: RandomSource) {
    this.#live = live;
    this.#chance = chance;
    const { seed, players } = live.session;
    for (const player of Object.keys(players)) {
      const index = Number(BOT_ID.exec(player)?.[1] ?? Number.NaN);
      if (!Number.isNaN(index)) this.#bots.set(player, { player, index, skill: skillOf(seed, index) });
    }
  }

  get bots(): Iterable<PlayerId> {
    return this.#bots.keys();
  }

  /** Lets so many more bots join; all of them or, where they would not find a seat, none. */
  async fill({ bots, language }: Rehearse): Promise<Reply> {
    const { session } = this.#live;
    if (session.status !== 'lobby') return refused('wrongPhase');
    const free = sessionCapacity(session) - Object.keys(session.players).length;
    if (bots > Math.min(free, MAX_BOTS - this.#bots.size)) return refused('sessionFull');
    const joining = Array.from({ length: bots }, async () => {
      const index = this.#bots.size;
      const player = botId(index, this.#chance.id());
      this.#bots.set(player, { player, index, skill: skillOf(session.seed, index) });
      // Nobody is ever given the token, so nobody can come in as a bot.
      const token = hashOfToken(this.#chance.token());
      const joined = await this.#live.join(player, botName(index, language), token);
      if ('rejection' in joined) this.#bots.delete(player);
      return joined;
    });
    const turnedAway = (await Promise.all(joining)).find((joined) => 'rejection' in joined);
    return turnedAway ? refused(turnedAway.rejection) : { accepted: true };
  }

  /** Does whatever is due. */
  act(now: number): void {
    if (this.#bots.size === 0 || this.#live.ended) return;
    for (const { by, command } of this.#agenda.due(this.#live.session, this.#bots.values(), now)) {
      void this.#live.submit(command, { role: 'player', player: by });
    }
  }
}
