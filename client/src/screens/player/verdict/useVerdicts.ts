import { useEffect, useState } from 'preact/hooks';
import { partUnit } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../../describe/places';
import { partAsked, verdictSentence, verdictWords } from '../../../describe/verdict';
import { type AnswerForm, answerOf, type Note } from '../../../input/answerForm';
import type { Stage } from '../../../picture/stage';
import { say } from '../../announcer';
import { screenOf } from '../questions/questionScreens';

type Seat = NonNullable<PlayerView['seat']>;

/** First part with a wrong answer that is still open: its card reappears after a reload. */
function leftOpen(seat: Seat | null): Note | null {
  for (const part of seat ? [...seat.parts, 'extra' as const] : []) {
    const answer = answerOf(seat!, part);
    if (answer && !answer.right && answer.verdict.outcome === 'wrong') {
      return { part, raw: answer.raw, result: answer.verdict, tries: answer.tries, serial: 0 };
    }
  }
  return null;
}

/** Announces and plays every new verdict, and keeps the open card. */
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
    say(verdictSentence(verdictWords(newest, points, nameOf, partAsked(newest.part, seat))));
    const { outcome } = newest.result;
    // For a right step the movement of ◆ is the animation.
    const isStep = newest.part === screenOf(seat.kind).step && outcome === 'correct';
    if (!isStep && (outcome === 'correct' || outcome === 'wrong')) {
      const asked = newest.part === 'extra' ? seat.extraQuestion?.unit : partUnit(newest.part);
      const unit = asked ?? seat.unit;
      void stage?.play({ type: 'verdict', unit, correct: outcome === 'correct' });
    }
    setOpen((before) => nextOpen(before, newest, seat));
  }, [newest]);
  // The card stays until the part is right or another card replaces it.
  return {
    /** Open card, if the asked seat has its part. */
    mistakeAt: (asked: Seat | null): Note | null =>
      open !== null && asked?.parts.includes(open.part) ? open : null,
    closeMistake: () => setOpen(null),
  };
}

/**
 * Chooses the first part that is not right among simultaneous verdicts: the others follow from it. An answer sent again
 * shows its card again.
 */
function nextOpen(before: Note | null, newest: Note, seat: Seat): Note | null {
  if (newest.result.outcome === 'correct') return before?.part === newest.part ? null : before;
  if (newest.result.outcome === 'repeated') return newest.earlier ?? before;
  if (!before || before.part === newest.part) return newest;
  const isStillOpen = !(answerOf(seat, before.part)?.right ?? false);
  return isStillOpen && seat.parts.indexOf(before.part) < seat.parts.indexOf(newest.part) ? before : newest;
}
