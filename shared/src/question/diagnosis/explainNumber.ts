import type { AcceptedValues, EquivalentPair, Candidate, NumberPart } from '../gradedPart.ts';
import { isInside } from '../numbers/interval.ts';
import { isWorking, showsOperands } from './operands/isWorking.ts';
import { halfUnit } from './operands/typedProduct.ts';
import type { Mistake, MistakeId } from '../question.ts';
import type { Typed } from '../numbers/readNumber.ts';

/** Largest relative distance between an answer and the value of the mistake it shows. */
const MAX_DISTANCE = 0.01;
/** Relative tolerance for values that differ only by the order of summation. */
export const SUMMATION_TOLERANCE = 1e-9;

/** A wrong number, as it was read. */
export interface WrongNumber {
  readonly value: number;
  /** Number of significant figures given; null: exact. */
  readonly figures: number | null;
  readonly typed: Typed;
}

const mistakeOf = ({ id, place }: Candidate): Mistake => ({ id, place: place() });

/** Finds every mistake that a chain of pairs connects to one. */
export function equivalenceChain(
  id: MistakeId | 'right',
  pairs: readonly EquivalentPair[],
): ReadonlySet<string> {
  const chain = new Set<string>([id]);
  for (const size = { before: 0 }; size.before < chain.size; ) {
    size.before = chain.size;
    for (const pair of pairs) if (pair.some((one) => chain.has(one))) for (const one of pair) chain.add(one);
  }
  return chain;
}

/** Converts candidates to mistakes: equals of the first are marked, and each mistake keeps its first place only. */
function mistakesOf(part: NumberPart, found: readonly Candidate[]): Mistake[] {
  const [first, ...others] = found.filter(
    (mistake, i) => found.findIndex(({ id }) => id === mistake.id) === i,
  );
  if (!first) return [];
  const alike = equivalenceChain(first.id, part.alike());
  const isSame = ({ id, value }: Candidate): boolean =>
    alike.has(id) && Math.abs(value - first.value) <= SUMMATION_TOLERANCE * Math.abs(first.value);
  return [
    mistakeOf(first),
    ...others.map((other): Mistake => ({ ...mistakeOf(other), ...(isSame(other) ? { same: true } : {}) })),
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
  return mistakesOf(
    part,
    knownOf(part, own).filter(({ working }) => isWorking(typed, working)),
  );
}

/**
 * Finds the mistakes that explain a wrong number, most telling first. Operands decide where they are shown and belong
 * to a known mistake; otherwise the value does: first values that round to it as given, then values near it.
 *
 * @param own  values the player may have gone on from, besides the true ones
 */
export function explainNumber(part: NumberPart, wrong: WrongNumber, own: AcceptedValues = {}): Mistake[] {
  const { value, figures } = wrong;
  const worked = explainOperands(part, wrong, own);
  if (worked.length > 0) return worked;
  const known = knownOf(part, own);
  const distance = (candidate: Candidate): number => Math.abs(value - candidate.value);
  const isRounded = (candidate: Candidate): boolean =>
    distance(candidate) <= Math.max(halfUnit(value, figures ?? 5), 1e-9 * Math.abs(value));
  const isNear = (candidate: Candidate): boolean =>
    !isRounded(candidate) && distance(candidate) <= MAX_DISTANCE * Math.abs(candidate.value);
  return mistakesOf(part, [...known.filter(isRounded), ...known.filter(isNear)]);
}

/** Lists mistakes whose value would be accepted as right: they cannot be reported to a player. */
export function inseparableMistakes(part: NumberPart): MistakeId[] {
  return idsOf(part, true);
}

/**
 * Lists mistakes that show in this part, even if others explain the same value. Of mistakes equal by algebra only the
 * first is listed.
 */
export function separableMistakes(part: NumberPart): MistakeId[] {
  const hidden = new Set(inseparableMistakes(part));
  const pairs = part.alike().filter((pair) => !pair.includes('right'));
  const shown = idsOf(part, false).filter((id) => !hidden.has(id));
  return shown.filter((id, i, ids) => {
    const alike = equivalenceChain(id, pairs);
    return !ids.slice(0, i).some((other) => alike.has(other));
  });
}

function idsOf(part: NumberPart, isRight: boolean): MistakeId[] {
  const candidates = part.candidates().filter(({ value }) => isInside(value, part.accepted) === isRight);
  return [...new Set(candidates.map(({ id }) => id))];
}
