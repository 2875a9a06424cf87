import { own } from '../../own.ts';
import type { Verdict } from '../../question/question.ts';

/** Verdicts in one part of the list. Adding one copies a part, not all of a player's verdicts. */
const IN_A_PART = 64;
const PARTS = 32;
/** Number of a player's newest verdicts that are kept at least: some 100 bytes each, a lesson brings about 100. */
export const VERDICTS_KEPT = (PARTS - 1) * IN_A_PART;

/** Verdicts of one player by answer id, oldest part first. */
export type VerdictsKept = readonly Readonly<Record<string, Verdict>>[];

/** First verdict of an answer; undefined where it has none, or so many came after it that it is not kept. */
export function verdictKept(kept: VerdictsKept, answerId: string): Verdict | undefined {
  for (let part = kept.length - 1; part >= 0; part--) {
    const verdict = own(kept[part]!, answerId);
    if (verdict) return verdict;
  }
  return undefined;
}

/** The list with one verdict more. */
export function withVerdict(kept: VerdictsKept, answerId: string, verdict: Verdict): VerdictsKept {
  const last = kept.at(-1);
  if (!last || Object.keys(last).length >= IN_A_PART) return [...kept, { [answerId]: verdict }].slice(-PARTS);
  return [...kept.slice(0, -1), { ...last, [answerId]: verdict }];
}
