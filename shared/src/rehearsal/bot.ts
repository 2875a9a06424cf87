import type { PlayerId } from '../referee/session/state.ts';
import { randomAt } from '../referee/random.ts';
import { BOT_NAMES } from '../strings/bots.ts';
import type { Language } from '../strings/languages.ts';

/** Bots of one session at most: a full class. */
export const MAX_BOTS = 32;

/** A player that nobody plays, so that a lesson can be tried out alone. */
export interface Bot {
  readonly player: PlayerId;
  /** Its number in the session, from 0. */
  readonly index: number;
  /** How likely it is to get a part right at any one try, [0, 1]. */
  readonly skill: number;
}

const LEAST_SKILL = 0.45;
const MOST_SKILL = 0.95;
/** Steps by it never come near an earlier one: a handful of bots already differ as a class does. */
const GOLDEN = 0.618_033_988_75;

/** Skill of a session's bot, spread over the whole range however many there are. */
export function skillOf(seed: number, index: number): number {
  const share = (randomAt(seed, 'rehearsal/skill') + index * GOLDEN) % 1;
  return LEAST_SKILL + (MOST_SKILL - LEAST_SKILL) * share;
}

export function botName(index: number, language: Language): string {
  const names = BOT_NAMES[language];
  return names[index % names.length]!;
}
