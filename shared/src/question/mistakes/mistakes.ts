import { CHOICE } from './choice.ts';
import type { RankedEntry } from './entry.ts';
import { ERROR } from './error.ts';
import { FORWARD } from './forward.ts';
import { INPUT } from './input.ts';
import { LOSS } from './loss.ts';
import { NUDGE } from './nudge.ts';
import { SCALE } from './scale.ts';
import { SLOPE } from './slope.ts';
import { STEP } from './step.ts';
import { SUM } from './sum.ts';
import { UPDATE } from './update.ts';

/** Families of mistakes. Every mistake is an entry of one of them. */
export const FAMILIES = {
  SLOPE,
  SUM,
  INPUT,
  STEP,
  LOSS,
  FORWARD,
  ERROR,
  UPDATE,
  NUDGE,
  CHOICE,
  SCALE,
} as const;

type Families = typeof FAMILIES;
export type MistakeId = { [F in keyof Families]: keyof Families[F] }[keyof Families];

export const MISTAKES = Object.assign({}, ...Object.values(FAMILIES)) as Readonly<
  Record<MistakeId, RankedEntry>
>;

/** Every known mistake, in the order in which they are named when several explain the same answer. */
export const MISTAKE_IDS: readonly MistakeId[] = (Object.keys(MISTAKES) as MistakeId[]).toSorted(
  (a, b) => MISTAKES[a].rank - MISTAKES[b].rank,
);
