import type { PlayerCommand } from '../referee/command.ts';
import type { PlayerId, Session } from '../referee/session/state.ts';
import type { Bot } from './bot.ts';
import { nextAct } from './nextAct.ts';

interface Pending {
  readonly key: string;
  /** When it will be done; null: it has been, and nothing has come of it yet. */
  readonly at: number | null;
}

/**
 * What the bots of a session have before them, and when. Knows nothing that the session does not tell: whoever begins a
 * new one after an interruption goes on as the old one would have.
 */
export class Agenda {
  readonly #pending = new Map<PlayerId, Pending>();
  /** Since when all clocks stand still, theirs too. */
  #pausedAt: number | null = null;

  /** What is to be said now; each of it is told once. Wants to be asked a few times a second. */
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
