import { useEffect, useState } from 'preact/hooks';
import { partUnit } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../describe/places';
import { verdictSentence, verdictWords } from '../../describe/verdict';
import { type AnswerForm, answerOf, type Note } from '../../input/answerSheet';
import type { Stage } from '../../view/stage';
import { say } from '../announcer';
import { screenOf } from './questions/questionScreens';

type Seat = NonNullable<PlayerView['seat']>;

/** The first part that was answered wrongly and not yet put right: after a reload its card is there again. */
function leftOpen(seat: Seat | null): Note | null {
  for (const part of seat ? [...seat.parts, 'extra' as const] : []) {
    const answer = answerOf(seat!, part);
    if (answer && !answer.right && answer.verdict.outcome === 'wrong') {
      return { part, raw: answer.raw, result: answer.verdict, tries: answer.tries, serial: 0 };
    }
  }
  return null;
}

/** Says and plays every verdict that comes in, and keeps the card of the one to be looked at. */
export function useVerdicts(
  sheet: AnswerForm | null,
  seat: Seat | null,
  stage: Stage | null,
  nameOf: PlaceNames,
  hasPoints: boolean,
) {
  const [open, setOpen] = useState<Note | null>(null);
  useEffect(() => setOpen(leftOpen(seat)), [sheet]);
  const newest = sheet?.newest.value ?? null;
  useEffect(() => {
    if (!newest || !seat) return;
    const points = hasPoints ? (answerOf(seat, newest.part)?.points ?? 0) : 0;
    say(verdictSentence(verdictWords(newest, points, nameOf)));
    const { outcome } = newest.result;
    // The right step is answered by ◆ itself: it moves.
    const isStep = newest.part === screenOf(seat.kind).step && outcome === 'correct';
    if (!isStep && (outcome === 'correct' || outcome === 'wrong')) {
      const asked = newest.part === 'extra' ? seat.extraQuestion?.unit : partUnit(newest.part);
      const unit = asked ?? seat.unit;
      void stage?.play({ type: 'verdict', unit, correct: outcome === 'correct' });
    }
    setOpen((before) => nextOpen(before, newest, seat));
  }, [newest]);
  // Kept until the part is right or another card takes its place.
  return {
    /** The open card, where it is about a part that a seat is asked for. */
    mistakeAt: (asked: Seat | null): Note | null =>
      open !== null && asked?.parts.includes(open.part) ? open : null,
    closeMistake: () => setOpen(null),
  };
}

/** Of several verdicts at once the first part that is not right is shown: the others follow from it. */
function nextOpen(before: Note | null, newest: Note, seat: Seat): Note | null {
  if (newest.result.outcome === 'correct') return before?.part === newest.part ? null : before;
  if (!before || before.part === newest.part) return newest;
  const isStillOpen = !(answerOf(seat, before.part)?.right ?? false);
  return isStillOpen && seat.parts.indexOf(before.part) < seat.parts.indexOf(newest.part) ? before : newest;
}
