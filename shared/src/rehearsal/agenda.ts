import type { PlayerCommand } from '../referee/command.ts';
import type { PlayerId, Session } from '../referee/session/state.ts';
import type { Bot } from './bot.ts';
import { nextAct } from './nextAct.ts';

interface Pending {
  readonly key: string;
  /** Time at which the action is due, ms; null: it has been taken and has not changed anything yet. */
  readonly at: number | null;
}

/**
 * Next action of every bot in a session, and its time. Derived from the session alone: a new agenda after an
 * interruption continues as the old one would have.
 */
export class Agenda {
  readonly #pending = new Map<PlayerId, Pending>();
  /** Time since when all clocks are paused, the bots' too. */
  #pausedAt: number | null = null;

  /** Tells whether no bot has an action before it. */
  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }

  /** Commands that are due now, each returned once. Call a few times a second. */
  due(
    session: Session,
    bots: Iterable<Bot>,
    now: number,
  ): { readonly by: PlayerId; readonly command: PlayerCommand }[] {
    if (session.pausedAt !== null) {
      this.#pausedAt ??= now;
      return [];
    }
    const stoodMs = this.#pausedAt === null ? 0 : now - this.#pausedAt;
    this.#pausedAt = null;
    return [...bots].flatMap((bot) => {
      const { player } = bot;
      const next = nextAct(session, bot, now);
      const before = this.#pending.get(player);
      if (next === null) {
        this.#pending.delete(player);
        return [];
      }
      const isSame = before?.key === next.key;
      const keptAt = before?.at ?? null;
      const at = isSame ? keptAt && keptAt + stoodMs : now + next.afterMs;
      const isRipe = at !== null && at <= now;
      this.#pending.set(player, { key: next.key, at: isRipe ? null : at });
      return isRipe ? [{ by: player, command: next.command() }] : [];
    });
  }
}
