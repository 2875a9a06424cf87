import { linesOf } from '../../input/answerForm';
import type { RoundValue } from './RoundContext';
import { toldParts } from './relay/useHints';
import { standingOf } from './answer/standing';
import { partsIn } from './answer/answerable';
import { screenOf } from './questions/questionScreens';

/** Keys of the open question: for numbers, or none; null where no question is open. */
export function keysOf({ question, desk }: RoundValue): 'pad' | 'none' | null {
  if (!question) return null;
  return linesOf(partsIn(desk, question.seat)).length > 0 ? 'pad' : 'none';
}

/** Height that the network leaves to the question below it on a phone; the style sheet has one rule for each. */
export type NetworkLayout = 'full' | 'lever' | 'hint' | 'finishing' | 'hints';

export function networkLayout(round: RoundValue): NetworkLayout {
  const { question, desk, state } = round;
  if (!question) return 'full';
  const open = { ...round, ...question };
  const standing = standingOf(open);
  const hintable = standing.isDone || standing.isHalted ? [] : partsIn(desk, question.seat);
  const told = toldParts(open, hintable).length;
  if (told > 1) return 'hints';
  if (question.own.finishing || state.mine?.warmUp === 'open') return 'finishing';
  if (told === 1) return 'hint';
  return screenOf(question.seat.kind).hasLever ? 'lever' : 'full';
}
