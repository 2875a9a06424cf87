import { incomingOf } from '@relay/shared/maths/forward';
import { type UnitRef, unitName } from '@relay/shared/maths/unit';
import { MAX_ANSWER_LENGTH, readNumber } from '@relay/shared/question/numbers/readNumber';
import { addTerm, countTerm, factor, removeTerm } from '../../../input/terms';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written, writtenPrecisely } from '../../../picture/numbers/written';

/** Term of a pre-activation: an input times its weight, or the bias (source null). */
export interface SumTerm {
  readonly source: string | null;
  readonly input: string;
  readonly weight: string;
  /** Term as written in a line; null while the input is secret. */
  readonly term: string | null;
}

/** Terms of a unit's pre-activation, inputs first. A bias of 0 is left out. */
export function termsOfSum({ network, pass }: RoundFacts, { layer, index }: UnitRef): SumTerm[] {
  const products = incomingOf(pass, layer).map((x, i): SumTerm => {
    const [input, weight] = [written(x), written(network.weights[layer - 1]![i]![index]!)];
    const term = Number.isNaN(x) ? null : `${factor(input)}×${factor(weight)}`;
    return { source: unitName(network, { layer: layer - 1, index: i }), input, weight, term };
  });
  const bias = network.biases[layer - 1]![index]!;
  if (bias === 0) return products;
  return [...products, { source: null, input: '', weight: written(bias), term: factor(written(bias)) }];
}

/** Tells if a term is in the line already; among equal terms the first ones count as used. */
export function isTermInLine(text: string, terms: readonly SumTerm[], i: number): boolean {
  const { term } = terms[i]!;
  const before = terms.slice(0, i).filter((other) => other.term === term).length;
  return term !== null && countTerm(text, term) > before;
}

/** Adds a term to the line, or removes it. A line too long for an answer is first replaced by its value. */
export function withTermToggled(text: string, term: string, isInLine: boolean): string {
  if (isInLine) return removeTerm(text, term);
  const longer = addTerm(text, term);
  if (longer.length <= MAX_ANSWER_LENGTH) return longer;
  const read = readNumber(text);
  return read.ok ? addTerm(writtenPrecisely(read.value), term) : longer;
}
