import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { placeName } from '../../../describe/places';
import { questionOf } from '../../../describe/receipt';
import { ownWords } from '../../../describe/verdict';
import { workingOf } from '../../../describe/working';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written } from '../../../picture/numbers/written';

type Seat = NonNullable<PlayerView['seat']>;

/** Right answer of a part, with the working that leads to it. */
export function rightWords(facts: RoundFacts, seat: Seat, part: Part): string {
  const right = seat.truth?.[part];
  if (right === undefined) return '';
  if (typeof right === 'number') return `${workingOf(facts, questionOf(seat, facts), part)}${written(right)}`;
  return typeof right === 'string' ? ownWords(part, right) : right.map(placeName).join(' · ');
}
