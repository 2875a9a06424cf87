import type { PlayerCommand } from '../referee/command.ts';
import type { Run } from '../referee/round/run.ts';
import type { Session } from '../referee/session/state.ts';
import type { Bot } from './bot.ts';

/** Next action of a bot. */
export interface NextAct {
  /** Key that stays the same for as long as the bot works on the same thing. */
  readonly key: string;
  /** Duration of the action from its beginning, ms. */
  readonly afterMs: number;
  /** Command that the bot sends then. */
  readonly command: () => PlayerCommand;
}

export type Span = readonly [least: number, most: number];

/** Time for reading the network before the first answer, ms; later actions follow one another. */
export const FIRST_MS: Span = [8_000, 25_000];
export const FURTHER_MS: Span = [5_000, 15_000];
export const PRESS_MS: Span = [2_000, 6_000];

/** A bot in a session at a moment, with its own random numbers. */
export interface Actor {
  readonly session: Session;
  readonly bot: Bot;
  readonly at: number;
  /** Run of its round: with more time, the one that the bot still finishes. */
  readonly run: Run;
  readonly isLate: boolean;
  /** Random number in [0, 1), always the same for the same bot, round and words. */
  readonly chance: (what: string) => number;
}

/** Action that a bot takes after a time drawn from `span`. */
export function act({ run, chance }: Actor, what: string, span: Span, command: () => PlayerCommand): NextAct {
  const [least, most] = span;
  const afterMs = Math.round(least + (most - least) * chance(`${what}/ms`));
  return { key: `${run.id}/${run.round}/${what}`, afterMs, command };
}
