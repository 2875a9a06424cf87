import type { AcceptedValues, AlikePair, Candidate, NumberPart } from '../gradedPart.ts';
import { isInside } from '../numbers/interval.ts';
import { isWorking, showsOperands } from './operands/isWorking.ts';
import { halfUnit } from './operands/typedProduct.ts';
import type { Mistake, MistakeId } from '../question.ts';
import type { Typed } from '../numbers/readNumber.ts';

/** How near an answer must come to a mistake's value to show it. */
const RECOGNISED = 0.01;
/** Equal but for the order in which a computer adds. */
export const SAME = 1e-9;

/** A wrong number as it was read. */
export interface WrongNumber {
  readonly value: number;
  /** How many significant figures it was given with; null: exact. */
  readonly figures: number | null;
  readonly typed: Typed;
}

const mistakeOf = ({ id, place }: Candidate): Mistake => ({ id, place: place() });

/** Every mistake that a chain of pairs joins to one. */
export function equivalenceChain(id: MistakeId | 'right', pairs: readonly AlikePair[]): ReadonlySet<string> {
  const chain = new Set<string>([id]);
  for (const size = { before: 0 }; size.before < chain.size; ) {
    size.before = chain.size;
    for (const pair of pairs) if (pair.some((one) => chain.has(one))) for (const one of pair) chain.add(one);
  }
  return chain;
}

/** Those that come to the same as the first are marked; of each mistake only the first place. */
function mistakesOf(part: NumberPart, found: readonly Candidate[]): Mistake[] {
  const [first, ...others] = found.filter(
    (mistake, i) => found.findIndex(({ id }) => id === mistake.id) === i,
  );
  if (!first) return [];
  const alike = equivalenceChain(first.id, part.alike());
  const isSame = ({ id, value }: Candidate): boolean =>
    alike.has(id) && Math.abs(value - first.value) <= SAME * Math.abs(first.value);
  return [
    mistakeOf(first),
    ...others.map((other): Mistake => ({ ...mistakeOf(other), ...(isSame(other) ? { same: true } : {}) })),
  ];
}

/** What the known mistakes come to that do not come to a right answer. */
function knownOf(part: NumberPart, own: AcceptedValues): Candidate[] {
  return [...part.candidates(), ...(Object.keys(own).length > 0 ? part.candidates(own) : [])].filter(
    (candidate) => !isInside(candidate.value, part.accepted),
  );
}

/** The mistakes whose operands stand in an expression; none where it is a number or shows no known mistake. */
export function explainOperands(part: NumberPart, { typed }: WrongNumber, own: AcceptedValues): Mistake[] {
  if (!showsOperands(typed)) return [];
  return mistakesOf(
    part,
    knownOf(part, own).filter(({ working }) => isWorking(typed, working)),
  );
}

/**
 * The mistakes that explain a wrong number, most telling first. The operands decide where they are shown and are those
 * of a known mistake; else the number alone: first what it is when rounded as it was given, then what it is nearly.
 *
 * @param own  what the player may have gone on from, besides the true values
 */
export function explainNumber(part: NumberPart, wrong: WrongNumber, own: AcceptedValues = {}): Mistake[] {
  const { value, figures } = wrong;
  const worked = explainOperands(part, wrong, own);
  if (worked.length > 0) return worked;
  const known = knownOf(part, own);
  const off = (candidate: Candidate): number => Math.abs(value - candidate.value);
  const exactly = (candidate: Candidate): boolean =>
    off(candidate) <= Math.max(halfUnit(value, figures ?? 5), 1e-9 * Math.abs(value));
  const nearly = (candidate: Candidate): boolean =>
    !exactly(candidate) && off(candidate) <= RECOGNISED * Math.abs(candidate.value);
  return mistakesOf(part, [...known.filter(exactly), ...known.filter(nearly)]);
}

/** Mistakes whose value would be taken for right: nobody can be told of them. */
export function inseparableMistakes(part: NumberPart): MistakeId[] {
  return idsOf(part, true);
}

/**
 * Mistakes that show in this part, whatever else explains the same value. Those that come to the same by algebra are
 * one: the first of them.
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
