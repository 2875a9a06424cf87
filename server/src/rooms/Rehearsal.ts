import type { Rehearse, Reply } from '@relay/shared/protocol';
import type { SubmitAnswer } from '@relay/shared/referee/command';
import type { Event } from '@relay/shared/referee/event';
import type { Rejection } from '@relay/shared/referee/rejection';
import { sessionCapacity } from '@relay/shared/referee/teams';
import type { Run, RunId } from '@relay/shared/referee/run';
import type { PlayerId } from '@relay/shared/referee/state';
import { type Bot, botName, MAX_BOTS, skillOf } from '@relay/shared/rehearsal/bot';
import { planSeat } from '@relay/shared/rehearsal/plan';
import type { Chance } from '../chance.ts';
import type { LiveSession } from './LiveSession.ts';
import { hashOfToken } from './token.ts';

interface Due {
  readonly at: number;
  readonly by: PlayerId;
  readonly answer: SubmitAnswer;
}

const refused = (rejection: Rejection): Reply => ({ accepted: false, rejection });

/** Bots are known by their ids, which only the server gives; so the log alone says who is one. */
const botId = (index: number, id: string): PlayerId => `bot-${index}-${id}`;
const BOT_ID = /^bot-(\d+)-/u;

/**
 * The bots of one session: takes them in and hands in, each in its time, what they planned when their round opened. To
 * the session they are players like all others. A server that starts again finds them in the log, and they go on with
 * what they have not handed in yet.
 */
export class Rehearsal {
  readonly #live: LiveSession;
  readonly #chance: Chance;
  readonly #bots = new Map<PlayerId, Bot>();
  #due: readonly Due[] = [];
  /** Since when all clocks stand still, theirs too. */
  #pausedAt: number | null = null;

  /** @param now  when the room opened, for the first time or again */
  constructor(live: LiveSession, chance: Chance, now: number) {
    this.#live = live;
    this.#chance = chance;
    this.#resume(now);
    live.onEvents((events) => {
      for (const event of events) this.#note(event);
    });
  }

  get bots(): Iterable<PlayerId> {
    return this.#bots.keys();
  }

  /** Lets so many more bots join; all of them or, where they would not find a seat, none. */
  async fill({ bots, language }: Rehearse): Promise<Reply> {
    const { session } = this.#live;
    if (session.stage !== 'lobby') return refused('wrongPhase');
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

  /** Hands in whatever is due. */
  act(now: number): void {
    if (this.#due.length === 0 || this.#pausedAt !== null) return;
    const ripe = this.#due.filter(({ at }) => at <= now);
    if (ripe.length === 0) return;
    this.#due = this.#due.filter(({ at }) => at > now);
    for (const { by, answer } of ripe) void this.#live.submit(answer, { role: 'player', player: by });
  }

  #note(event: Event): void {
    if (this.#bots.size === 0) return;
    if (event.type === 'roundOpened') this.#open(event);
    else if (event.type === 'roundRevealed') this.#drop(event.run);
    else if (event.type === 'sessionEnded') this.#due = [];
    else if (event.type === 'sessionPaused') this.#pausedAt = event.at;
    else if (event.type === 'sessionResumed') {
      const stoodMs = event.at - (this.#pausedAt ?? event.at);
      this.#due = this.#due.map((due) => ({ ...due, at: due.at + stoodMs }));
      this.#pausedAt = null;
    }
  }

  #open({ at, run: id, round }: Extract<Event, { type: 'roundOpened' }>): void {
    const run = this.#live.session.runs[id];
    // It may be over already when several things have happened at once.
    if (run?.round === round) this.#plan(run, at);
  }

  /** Takes up the bots of a session that a stop of the server has interrupted; down time counts for nobody. */
  #resume(now: number): void {
    const { seed, players, runs, pausedAt } = this.#live.session;
    for (const player of Object.keys(players)) {
      const index = Number(BOT_ID.exec(player)?.[1] ?? Number.NaN);
      if (!Number.isNaN(index)) this.#bots.set(player, { player, index, skill: skillOf(seed, index) });
    }
    if (this.#bots.size === 0) return;
    if (pausedAt !== null) this.#pausedAt = now;
    for (const run of Object.values(runs)) this.#plan(run, now);
  }

  /** @param at  from when on the bots have as long as they planned: for all of it, or for what is left of it */
  #plan(run: Run, at: number): void {
    this.#drop(run.id);
    if (run.phase.name !== 'backward') return;
    const { session } = this.#live;
    const planned = run.seats.flatMap((seat) => {
      const bot = this.#bots.get(seat.player ?? '');
      if (!bot) return [];
      const given = run.answers[bot.player]?.verdicts ?? {};
      const plan = planSeat(session, bot, run, seat).map(({ afterMs, part, raw }, i) => {
        const answerId = `${bot.player}-${run.round}-${i}`;
        const answer: SubmitAnswer = {
          type: 'submitAnswer',
          answerId,
          run: run.id,
          round: run.round,
          part,
          raw,
        };
        return { afterMs, answer, isGiven: given[answerId] !== undefined };
      });
      const since = plan.findLast(({ isGiven }) => isGiven)?.afterMs ?? 0;
      return plan
        .filter(({ isGiven }) => !isGiven)
        .map(({ afterMs, answer }): Due => ({ at: at + afterMs - since, by: bot.player, answer }));
    });
    this.#due = [...this.#due, ...planned].sort((a, b) => a.at - b.at);
  }

  #drop(run: RunId): void {
    this.#due = this.#due.filter(({ answer }) => answer.run !== run);
  }
}
