import type { Part } from '@relay/shared/question/question';
import type { AnswerMode } from '../../../picture/answerMode';
import type { Seat } from '../RoundContext';

/** Parts that can be sent in an answer mode. */
export function partsIn(desk: AnswerMode, seat: Seat): readonly Part[] {
  if (desk === 'work') return seat.parts;
  return desk === 'wait' ? [] : [desk];
}
