import type { AcceptedValues, Candidate, CandidatePair, NumberPart } from '../gradedPart.ts';
import { halfUnit } from '../numbers/decimals.ts';
import { isInside } from '../numbers/interval.ts';
import { evaluate, type Typed } from '../numbers/typed.ts';
import type { Mistake, MistakeId } from '../question.ts';
import { bestWorkings } from './operands/bestWorkings.ts';
import { isFraction, showsOperands } from './operands/isWorking.ts';

/** Largest relative distance between an answer and the value of the mistake it shows. */
const MAX_DISTANCE = 0.01;
/** Figures from which the order of the mistakes decides; with fewer, the nearest value does. */
const TELLING_FIGURES = 3;
/** Figures that an expression counts as. */
const EXACT_FIGURES = 5;
/** Relative difference up to which two mistakes have the same value. */
const SAME_VALUE = 1e-9;

/** A wrong number, as it was read. */
export interface WrongNumber {
  readonly value: number;
  /** Number of significant figures given; null: exact. */
  readonly figures: number | null;
  readonly typed: Typed;
}

const mistakeOf = ({ id, place }: Candidate): Mistake => ({ id, place: place() });

/** Tells whether two numbers are one value, computed in another order. */
export const isSameValue = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_VALUE * Math.abs(b);

/** Converts candidates to mistakes: those of the first one's value are marked, and each keeps its first place only. */
function mistakesOf(found: readonly Candidate[]): Mistake[] {
  const [first, ...others] = found.filter(
    (mistake, i) => found.findIndex(({ id }) => id === mistake.id) === i,
  );
  if (!first) return [];
  const isSame = (id: MistakeId): boolean =>
    found.some((candidate) => candidate.id === id && isSameValue(candidate.value, first.value));
  return [
    mistakeOf(first),
    ...others.map(
      (other): Mistake => ({
        ...mistakeOf(other),
        ...(isSame(other.id) ? { same: true } : {}),
      }),
    ),
  ];
}

/** Lists the candidates whose values are not accepted as right. */
function knownOf(part: NumberPart, own: AcceptedValues): Candidate[] {
  return [...part.candidates(), ...(Object.keys(own).length > 0 ? part.candidates(own) : [])].filter(
    (candidate) => !isInside(candidate.value, part.accepted),
  );
}

/** Finds the mistakes whose operands an expression contains; none for a plain number. */
export function explainOperands(part: NumberPart, { typed }: WrongNumber, own: AcceptedValues): Mistake[] {
  if (!showsOperands(typed)) return [];
  const { singles, pairs } = bestWorkings(typed, knownOf(part, own), () => part.pairs?.() ?? []);
  const { found, isSigned } = singles;
  if (found.length > 0) return mistakesOf(isSigned ? found : found.map(asSignSlip));
  return pairMistakes(typed, pairs);
}

/**
 * Names the two mistakes whose operands an expression contains, and those that come to the same number: first the one
 * that most pairs of that number have in common.
 */
function pairMistakes(typed: Typed, pairs: readonly CandidatePair[]): Mistake[] {
  const value = evaluate(typed);
  const distance = (pair: CandidatePair): number => Math.abs(pair.value - value);
  const [best] = pairs.toSorted((a, b) => distance(a) - distance(b));
  if (!best) return [];
  const all = pairs.filter((pair) => isSameValue(pair.value, best.value)).flatMap(({ of }) => of);
  const countOf = ({ id }: Candidate): number => all.filter((one) => one.id === id).length;
  const [first, second] = best.of.toSorted((a, b) => countOf(b) - countOf(a));
  const named: Mistake[] = [mistakeOf(first!), { ...mistakeOf(second!), also: true }];
  for (const candidate of all) {
    if (!named.some(({ id }) => id === candidate.id)) named.push({ ...mistakeOf(candidate), same: true });
  }
  return named;
}

/** Names a turned sign that stands at another factor than the error: a minus was lost or slipped in. */
function asSignSlip(candidate: Candidate): Candidate {
  return candidate.id === 'sign' ? { ...candidate, id: 'sign-slip' } : candidate;
}

/** Half a unit of the last figure that a number was given with; no less than a double tells apart. */
function halfUnitGiven({ value, figures }: Pick<WrongNumber, 'value' | 'figures'>): number {
  return Math.max(halfUnit(value, figures ?? EXACT_FIGURES), SAME_VALUE * Math.abs(value));
}

/** Finds the candidates near a number: first those that round to it as given, then those within 1 %. */
function nearestOf(
  known: readonly Candidate[],
  { value, figures }: WrongNumber,
  sizeOf: (value: number) => number,
): readonly Candidate[] {
  const distance = (candidate: Candidate): number => Math.abs(value - candidate.value);
  const given = figures ?? EXACT_FIGURES;
  const half = halfUnitGiven({ value, figures });
  // One or two figures stand for so many values that half a unit alone would name mistakes by chance.
  const slack = given < TELLING_FIGURES ? Math.min(half, MAX_DISTANCE * Math.abs(value)) : half;
  const isRounded = (candidate: Candidate): boolean => distance(candidate) <= slack;
  const isNear = (candidate: Candidate): boolean =>
    !isRounded(candidate) && distance(candidate) <= MAX_DISTANCE * sizeOf(candidate.value);
  const found = [...known.filter(isRounded), ...known.filter(isNear)];
  if (given >= TELLING_FIGURES) return found;
  return found.toSorted((one, other) => distance(one) - distance(other));
}

/**
 * Finds the mistakes that explain a wrong number, most telling first. Operands decide where they are shown and belong
 * to a known mistake; otherwise the value does: first values that round to it as given, then values near it. A value
 * that two mistakes together give exactly is not put down to a third that is only near it.
 *
 * @param own  values the player may have gone on from, besides the true ones
 */
export function explainNumber(part: NumberPart, wrong: WrongNumber, own: AcceptedValues = {}): Mistake[] {
  const worked = explainOperands(part, wrong, own);
  if (worked.length > 0) return worked;
  // Operands that belong to no known mistake leave only an equal value to tell by; a fraction is a number.
  if (showsOperands(wrong.typed) && !isFraction(wrong.typed)) {
    return mistakesOf(knownOf(part, own).filter(({ value }) => isSameValue(value, wrong.value)));
  }
  const found = nearestOf(knownOf(part, own), wrong, part.sizeOf ?? Math.abs);
  if (found.length === 0 || !part.pairs) return mistakesOf(found);
  const half = halfUnitGiven(wrong);
  const isExact = ({ value }: { readonly value: number }): boolean => Math.abs(wrong.value - value) <= half;
  if (found.some(isExact)) return mistakesOf(found);
  return part.pairs().some(isExact) ? [] : mistakesOf(found);
}

/** Tells whether a number is the value of a known mistake, rounded to the figures that it has. */
export function isMistakeExactly(part: NumberPart, { value }: WrongNumber, figures: number): boolean {
  const slack = halfUnit(value, Math.min(figures, EXACT_FIGURES + 1));
  return part.candidates().some((one) => Math.abs(one.value - value) <= slack);
}

/** Lists mistakes whose value would be accepted as right: they cannot be reported to a player. */
export function inseparableMistakes(part: NumberPart): readonly MistakeId[] {
  return judgementOf(part).inseparable;
}

/** Lists mistakes that show in this part. Of mistakes with the same value only the first is listed. */
export function separableMistakes(part: NumberPart): readonly MistakeId[] {
  return judgementOf(part).separable;
}

interface Judgement {
  readonly inseparable: readonly MistakeId[];
  readonly separable: readonly MistakeId[];
}

/** Judgements of parts: questions can share a part. */
const JUDGED = new WeakMap<NumberPart, Judgement>();

function judgementOf(part: NumberPart): Judgement {
  const known = JUDGED.get(part);
  if (known) return known;
  const inseparable = idsOf(part, true);
  const judgement = { inseparable, separable: toldApart(part, inseparable) };
  JUDGED.set(part, judgement);
  return judgement;
}

function toldApart(part: NumberPart, inseparable: readonly MistakeId[]): MistakeId[] {
  const hidden = new Set(inseparable);
  const told = new Map<MistakeId, number[]>();
  for (const { id, value } of part.candidates()) {
    if (hidden.has(id)) continue;
    const isTold = [...told].some(
      ([other, values]) => other !== id && values.some((one) => isSameValue(one, value)),
    );
    if (!isTold) told.set(id, [...(told.get(id) ?? []), value]);
  }
  return [...told.keys()];
}

function idsOf(part: NumberPart, isRight: boolean): MistakeId[] {
  const candidates = part.candidates().filter(({ value }) => isInside(value, part.accepted) === isRight);
  return [...new Set(candidates.map(({ id }) => id))];
}
