import { useEffect, useState } from 'preact/hooks';
import type { ExtraQuestionView, PublicView } from '@relay/shared/referee/view';
import { isAnswering, type PagePhase } from '../../../describe/phase';
import { type AnswerMode, extraQuestionSeat, answerModeOf, withExtraLane } from '../../../picture/answerMode';
import { type RoundFacts, roundFacts, withOwnAnswers } from '../../../picture/roundFacts';
import { say } from '../../announcer';
import { extraQuestionSentence } from '../relay/ExtraQuestionHeading';
import type { Seat } from '../RoundContext';

interface AnswerModeState {
  readonly desk: AnswerMode;
  /** Seat that is asked now; for an extra question, a seat made for it. */
  readonly seat: Seat | null;
  /** Public view; for an extra question with its inputs in a lane of their own. */
  readonly view: PublicView | null;
  readonly facts: RoundFacts | null;
  readonly putAside: () => void;
  readonly takeUp: () => void;
}

interface Given {
  readonly view: PublicView | null;
  readonly run: string | null;
  readonly own: Seat | null;
  readonly isLate: boolean;
  readonly phase: PagePhase;
}

/** Facts about the lane of a seat, with the player's own right answers. */
function factsOf(view: PublicView | null, run: string | null, seat: Seat | null): RoundFacts | null {
  const seen = view && run !== null ? roundFacts(view, run, seat?.lane ?? 0) : null;
  return seen && withOwnAnswers(seen, seat?.answers ?? {});
}

/** Seat and view while an extra question is asked. */
function extraQuestionOnShow(
  { view, run, own }: Given,
  extraQuestion: ExtraQuestionView,
): Pick<AnswerModeState, 'seat' | 'view'> {
  return {
    seat: own && extraQuestionSeat(own, extraQuestion),
    view: view && run !== null ? withExtraLane(view, run, extraQuestion) : view,
  };
}

/** Chooses which of the player's questions is answered now, with the facts about it. */
export function useAnswerMode(given: Given): AnswerModeState {
  const { view, run, own, isLate, phase } = given;
  const [aside, setAside] = useState<string | null>(null);
  const extraQuestionKey = own?.extraQuestion ? `${own.round}/${own.extraQuestion.number}` : null;
  const isAside = aside !== null && aside === extraQuestionKey;
  const desk = own && isAnswering(phase) ? answerModeOf(own, isAside, isLate) : 'work';
  const extraQuestion = (desk === 'extra' && own?.extraQuestion) || null;
  const shown = extraQuestion ? extraQuestionOnShow(given, extraQuestion) : { seat: own, view };
  const facts = factsOf(shown.view, run, shown.seat);
  useEffect(() => {
    if (extraQuestion && facts) say(extraQuestionSentence(extraQuestion, facts));
  }, [extraQuestion?.number, desk]);
  return { desk, ...shown, facts, putAside: () => setAside(extraQuestionKey), takeUp: () => setAside(null) };
}
