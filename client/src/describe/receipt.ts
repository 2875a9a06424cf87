import { unitByName } from '@relay/shared/maths/unit';
import type { GivenAnswer } from '@relay/shared/receipt/receipt';
import type { Part, Question } from '@relay/shared/question/question';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { PlayerView } from '@relay/shared/referee/view';
import type { RoundFacts } from '../picture/roundFacts';
import { partName } from './verdict';

type Seat = NonNullable<PlayerView['seat']>;

/** Question of a seat. */
export function questionOf(seat: Seat, { network, lane }: RoundFacts): Question {
  const { kind, edge, parts, given } = seat;
  return { kind, unit: unitByName(network, seat.unit)!, edge, sample: lane.sample, parts, given };
}

/** Numbers among the answers of a seat; places and choices are left out. */
export function givenNumbers(
  answers: readonly { readonly part: Part; readonly raw: string | null }[],
): GivenAnswer[] {
  return answers.flatMap(({ part, raw }) => {
    const read = readNumber(raw ?? '');
    return read.ok ? [{ part, name: partName(part), value: read.value }] : [];
  });
}

/** Newest answer of a seat to each part. */
export function answersOf(seat: Seat): { readonly part: Part; readonly raw: string | null }[] {
  return seat.parts.flatMap((part) => {
    const answer = seat.answers[part];
    return answer ? [{ part, raw: answer.raw }] : [];
  });
}
