import { unitByName } from '@relay/shared/maths/unit';
import type { GivenAnswer } from '@relay/shared/receipt/receipt';
import type { Part, Question } from '@relay/shared/question/question';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { PlayerView } from '@relay/shared/referee/view';
import type { RoundFacts } from '../view/roundFacts';
import { partName } from './verdict';

type Seat = NonNullable<PlayerView['seat']>;

/** The question of a seat, as it was put. */
export function questionOf(seat: Seat, { network, lane }: RoundFacts): Question {
  const { kind, edge, parts, given } = seat;
  return { kind, unit: unitByName(network, seat.unit)!, edge, sample: lane.sample, parts, given };
}

/** The numbers among what was handed in; places and choices are none. */
export function givenNumbers(
  answers: readonly { readonly part: Part; readonly raw: string }[],
): GivenAnswer[] {
  return answers.flatMap(({ part, raw }) => {
    const read = readNumber(raw);
    return read.ok ? [{ part, name: partName(part), value: read.value }] : [];
  });
}

/** The newest answers of a seat. */
export function answersOf(seat: Seat): { readonly part: Part; readonly raw: string }[] {
  return seat.parts.flatMap((part) => {
    const answer = seat.answers[part];
    return answer ? [{ part, raw: answer.raw }] : [];
  });
}
