import type { PlayerCommand } from '../referee/command.ts';
import type { Run } from '../referee/round/run.ts';
import type { Session } from '../referee/session/state.ts';
import type { Bot } from './bot.ts';

/** What a bot does next. */
export interface NextAct {
  /** The same for as long as it is at the same thing. */
  readonly key: string;
  /** How long it is at it, from when it turned to it. */
  readonly afterMs: number;
  /** What it says then. */
  readonly command: () => PlayerCommand;
}

export type Span = readonly [least: number, most: number];

/** A person reads the network first; then one thing comes after the other. */
export const FIRST_MS: Span = [8_000, 25_000];
export const FURTHER_MS: Span = [5_000, 15_000];
export const PRESS_MS: Span = [2_000, 6_000];

/** A bot in a session at a moment, with its own chances. */
export interface Actor {
  readonly session: Session;
  readonly bot: Bot;
  readonly at: number;
  /** The round that it is in: for who has more time, the one that it still finishes. */
  readonly run: Run;
  readonly isLate: boolean;
  /** In [0, 1), always the same for the same bot, round and words. */
  readonly chance: (what: string) => number;
}

/** Something that a bot does after a while. */
export function act({ run, chance }: Actor, what: string, span: Span, command: () => PlayerCommand): NextAct {
  const [least, most] = span;
  const afterMs = Math.round(least + (most - least) * chance(`${what}/ms`));
  return { key: `${run.id}/${run.round}/${what}`, afterMs, command };
}
