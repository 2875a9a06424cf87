import { isSettled } from '@relay/shared/referee/round/progress';
import type { ExtraQuestionView, LaneView, PlayerView, PublicView } from '@relay/shared/referee/view';

type Seat = NonNullable<PlayerView['seat']>;

/**
 * What lies before a player while answers are taken: its question (`work`), of it only what its unit knows alone
 * (`own`), a further ◆ (`extra`), or nothing but what can be done while it waits (`wait`).
 */
export type AnswerMode = 'work' | 'own' | 'extra' | 'wait';

export const isExtraQuestionOpen = ({ extraQuestion }: Seat): boolean =>
  extraQuestion !== null && !isSettled(extraQuestion.answer ?? undefined);

/** Whether a further ◆ is to be had. @param isLate its time is up, by the clock alone */
export const mayAskExtraQuestion = (seat: Seat, isLate: boolean): boolean =>
  isLate ? seat.mayAskExtraQuestion || seat.mayAskExtraQuestionLate : seat.mayAskExtraQuestion;

export const isDone = ({ parts, answers }: Seat): boolean => parts.every((part) => isSettled(answers[part]));

/**
 * @param isAside  the further ◆ was put aside
 * @param isLate   its time is up, by the clock alone
 */
export function answerModeOf(seat: Seat, isAside: boolean, isLate: boolean): AnswerMode {
  const hasExtra = isExtraQuestionOpen(seat) && !isAside;
  const isOver = isDone(seat) || seat.turn === 'closed' || isLate;
  if (seat.turn !== 'waiting') return hasExtra && isOver ? 'extra' : 'work';
  if (hasExtra) return 'extra';
  return seat.parts.includes('own') && !isSettled(seat.answers.own) ? 'own' : 'wait';
}

/** What is asked besides as a question of its own: about its unit, with one line. */
export function extraQuestionSeat(seat: Seat, extraQuestion: ExtraQuestionView): Seat {
  const { unit, edge, kind, answer } = extraQuestion;
  return {
    ...seat,
    lane: EXTRA_LANE,
    unit,
    edge,
    kind,
    given: null,
    parts: ['extra'],
    answers: answer ? { extra: answer } : {},
    hints: {},
  };
}

/** No lane of any round: the sample of a further ◆ need not be in it. */
const EXTRA_LANE = -1;

/** The view with a lane in which the inputs of a further ◆ are; what it asks for is not. It is about the weights as they are now. */
export function withExtraLane(view: PublicView, run: string, extraQuestion: ExtraQuestionView): PublicView {
  const { sample, x, sums, outputs } = extraQuestion;
  const t = extraQuestion.t ?? outputs.at(-1)?.map(() => Number.NaN) ?? [];
  const still = { turn: null, closed: [], parcels: null, clean: null, truth: null };
  const lane: LaneView = { sample: sample ?? -1, x, t, sums, outputs, ...still };
  return { ...view, updates: {}, lanes: { ...view.lanes, [`${run}/${EXTRA_LANE}`]: lane } };
}
