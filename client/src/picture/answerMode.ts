import { isSettled } from '@relay/shared/referee/round/progress';
import type { ExtraQuestionView, LaneView, PlayerView, PublicView } from '@relay/shared/referee/view';

type Seat = NonNullable<PlayerView['seat']>;

/**
 * Content of a player's page while answers are taken: the whole question (`work`), only the part that the unit can
 * answer alone (`own`), an extra question (`extra`), or nothing to answer (`wait`).
 */
export type AnswerMode = 'work' | 'own' | 'extra' | 'wait';

export const isExtraQuestionOpen = ({ extraQuestion }: Seat): boolean =>
  extraQuestion !== null && !isSettled(extraQuestion.answer ?? undefined);

/**
 * Tells whether an extra question can be asked for.
 *
 * @param isLate  the deadline has passed by the clock, although the room has not closed the turn
 */
export const mayAskExtraQuestion = (seat: Seat, isLate: boolean): boolean =>
  isLate ? seat.mayAskExtraQuestion || seat.mayAskExtraQuestionLate : seat.mayAskExtraQuestion;

export const isDone = ({ parts, answers }: Seat): boolean => parts.every((part) => isSettled(answers[part]));

/**
 * Answer mode of a seat.
 *
 * @param isAside  the player has put the extra question aside
 * @param isLate   the deadline has passed by the clock, although the room has not closed the turn
 */
export function answerModeOf(seat: Seat, isAside: boolean, isLate: boolean): AnswerMode {
  const hasExtra = isExtraQuestionOpen(seat) && !isAside;
  const isOver = isDone(seat) || seat.turn === 'closed' || isLate;
  if (seat.turn !== 'waiting') return hasExtra && isOver ? 'extra' : 'work';
  if (hasExtra) return 'extra';
  return seat.parts.includes('own') && !isSettled(seat.answers.own) ? 'own' : 'wait';
}

/** Seat with the extra question in place of its own: one unit, one part. */
export function extraQuestionSeat(seat: Seat, extraQuestion: ExtraQuestionView): Seat {
  const { unit, edge, kind, answer, decimals } = extraQuestion;
  return {
    ...seat,
    lane: EXTRA_LANE,
    unit,
    edge,
    kind,
    given: null,
    parts: ['extra'],
    decimals: decimals === null ? {} : { extra: decimals },
    answers: answer ? { extra: answer } : {},
    hints: {},
  };
}

/** Lane number that no round uses: the sample of an extra question need not be in the round. */
const EXTRA_LANE = -1;

/** View with a further lane that holds the sample of an extra question, with today's weights and without the value asked for. */
export function withExtraLane(view: PublicView, run: string, extraQuestion: ExtraQuestionView): PublicView {
  const { sample, x, sums, outputs } = extraQuestion;
  const t = extraQuestion.t ?? outputs.at(-1)?.map(() => Number.NaN) ?? [];
  const still = { turn: null, closed: [], parcels: null, clean: null, truth: null };
  const lane: LaneView = { sample: sample ?? -1, x, t, sums, outputs, ...still };
  return { ...view, updates: {}, lanes: { ...view.lanes, [`${run}/${EXTRA_LANE}`]: lane } };
}
