import type { PlayerId } from '../referee/session/state.ts';
import { randomAt } from '../referee/random.ts';
import { BOT_NAMES } from '../strings/bots.ts';
import type { Language } from '../strings/languages.ts';

/** Largest number of bots in one session: a full class. */
export const MAX_BOTS = 40;

/** A simulated player, so that one person can try out a lesson. */
export interface Bot {
  readonly player: PlayerId;
  /** Number of the bot in the session, from 0. */
  readonly index: number;
  /** Probability of a right part at any one try, [0, 1]. */
  readonly skill: number;
}

const LEAST_SKILL = 0.45;
const MOST_SKILL = 0.95;
/** Golden ratio: its multiples mod 1 keep apart, so a handful of bots already differ as a class does. */
const GOLDEN = 0.618_033_988_75;

/** Skill of a session's bot, spread over [0, 1] for any number of bots. */
export function skillOf(seed: number, index: number): number {
  const share = (randomAt(seed, 'rehearsal/skill') + index * GOLDEN) % 1;
  return LEAST_SKILL + (MOST_SKILL - LEAST_SKILL) * share;
}

export function botName(index: number, language: Language): string {
  const names = BOT_NAMES[language];
  return names[index % names.length]!;
}
