import { unitByName } from '@relay/shared/maths/unit';
import { hasWorking, type Part, partKind, partUnit, valueAsked } from '@relay/shared/question/part';
import type { Question } from '@relay/shared/question/question';
import { situationOf } from '@relay/shared/question/situation';
import { receiptOf } from '@relay/shared/receipt/receipt';
import { language } from '../strings/language';
import type { RoundFacts } from '../picture/roundFacts';
import { written } from '../picture/numbers/written';

/** Text of f or f′ at a pre-activation, without its formula, which is shown elsewhere. */
function ofBelly(f: 'f' | 'f′', { network, sample }: RoundFacts, part: Part): string {
  const { layer, index } = unitByName(network, partUnit(part)!)!;
  const sum = written(situationOf(network, sample).pass.sums[layer - 1]![index]!);
  const isSoftmax = f === 'f' && network.layers[layer - 1]!.activation === 'softmax';
  return `${isSoftmax ? 'softmax' : f}(${sum}) = `;
}

/**
 * Working of a part up to its "=": `0.05 × 0.15 + 0.35 = `, taken from the receipt. Empty when there is nothing to
 * compute.
 */
export function workingOf(facts: RoundFacts, question: Question, part: Part): string {
  const { network, sample } = facts;
  const value = valueAsked(partKind(part));
  if (value === 'output') return ofBelly('f', facts, part);
  if (value === 'valve') return ofBelly('f′', facts, part);
  if (!hasWorking(part)) return '';
  const { spreadsheet, right } = receiptOf(situationOf(network, sample), question, [], language());
  const cell = right.get(part);
  const working = cell ? spreadsheet.working(cell) : '';
  return working === '' ? '' : `${working} = `;
}
