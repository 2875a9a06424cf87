import { type Expression, num, product, valueOf } from '../numbers/expression.ts';
import type { Facts } from '../facts.ts';
import type { Candidate, CandidatePair } from '../gradedPart.ts';
import { pairsOf } from './pairs.ts';
import { candidatesOf } from './rule.ts';
import { CONTRIBUTION_RULES } from './rules.ts';
import { termsOf, type Terms } from './terms.ts';
import type { ContributionNumber, Working } from './working.ts';

const withFactor = (factor: number | undefined, of: readonly Expression[]): Expression =>
  product(...(factor === undefined ? [] : [num(factor)]), ...of);

/** Writes a working down for one part, also in its other notation; undefined where the mistake cannot show in it. */
function write(
  facts: Facts,
  right: Terms,
  working: Working,
  part: ContributionNumber,
): Expression | undefined {
  const written = writeOne(facts, right, working, part);
  const other = working.alternative && writeOne(facts, right, working.alternative, part);
  return written && other ? num(valueOf(written), written, other) : written;
}

function writeOne(
  facts: Facts,
  right: Terms,
  working: Working,
  part: ContributionNumber,
): Expression | undefined {
  const { factor, only, whole } = working;
  if (only !== undefined && only !== part) return undefined;
  if (whole) return whole;
  const S = working.S ?? right.S;
  const touchesDelta = working.S !== undefined || working.slope !== undefined;
  if (part === 'S') {
    return working.slope === undefined && working.x === undefined ? withFactor(factor, [S]) : undefined;
  }
  if (part === 'delta' && working.x !== undefined) return undefined;
  const slope = working.slope === undefined ? right.slope : working.slope;
  const three = [S, ...(slope ? [slope] : [])];
  // The player's own δ is used where δ itself is right.
  const delta = touchesDelta ? product(...three) : num(facts.delta, product(...three));
  if (part === 'delta') return withFactor(factor, [delta]);
  const x = working.x === undefined ? right.x : working.x;
  return withFactor(factor, [delta, ...(x ? [x] : [])]);
}

/** Writes one working down for a part; undefined where the mistake cannot show in it. */
export function partExpression(
  facts: Facts,
  working: Working,
  part: ContributionNumber,
): Expression | undefined {
  return write(facts, termsOf(facts), working, part);
}

/** Values of all known mistakes for a part, in the order in which mistakes are named. */
export function candidates(facts: Facts, part: ContributionNumber, truth: number): Candidate[] {
  const right = termsOf(facts);
  return candidatesOf(CONTRIBUTION_RULES, facts, truth, (working) => write(facts, right, working, part));
}

/** Values of two known mistakes at once, of different terms. */
export function candidatePairs(facts: Facts, part: ContributionNumber): CandidatePair[] {
  const right = termsOf(facts);
  return pairsOf(CONTRIBUTION_RULES, facts, (working) => write(facts, right, working, part));
}

/** Wrong sets of three: all known mistakes that show in G. */
export function mistakenWorkings(facts: Facts): Working[] {
  const right = termsOf(facts);
  return CONTRIBUTION_RULES.flatMap((rule) => rule.workings(facts)).filter((working) => {
    const expression = write(facts, right, working, 'G');
    return expression !== undefined && Number.isFinite(valueOf(expression));
  });
}
