import type { MistakeEntry, Occurrence } from './entry.ts';
import { MISTAKE_IDS, MISTAKES } from './mistakes.ts';
import type { MistakeRule } from './rule.ts';

/** Rules of the mistakes in one part, in the order in which mistakes are named. */
function rulesOf<F, W>(
  occurrenceIn: (entry: MistakeEntry) => Occurrence<F, W> | undefined,
): readonly MistakeRule<F, W>[] {
  return MISTAKE_IDS.flatMap((id) => {
    const occurrence = occurrenceIn(MISTAKES[id]);
    return occurrence ? [{ ...occurrence, id }] : [];
  });
}

/** Mistakes in a set of three. */
export const CONTRIBUTION_RULES = rulesOf(({ contribution }) => contribution);
/** Mistakes in a pre-activation. */
export const PRE_ACTIVATION_RULES = rulesOf(({ preActivation }) => preActivation);
/** Mistakes in f of a pre-activation. */
export const OUTPUT_RULES = rulesOf(({ output }) => output);
/** Mistakes in f′ of a pre-activation. */
export const SLOPE_RULES = rulesOf(({ slope }) => slope);
/** Mistakes in ∂E/∂y_k. */
export const ERROR_RULES = rulesOf(({ error }) => error);
/** Mistakes in w − ηG. */
export const UPDATE_RULES = rulesOf(({ update }) => update);
/** Mistakes in the slope of E as the lever shows it. */
export const NUDGE_RULES = rulesOf(({ nudge }) => nudge);
