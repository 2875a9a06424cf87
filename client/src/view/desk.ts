import { isSettled } from '@relay/shared/referee/round/progress';
import type { ExtraQuestionView, LaneView, PlayerView, PublicView } from '@relay/shared/referee/view';

type Seat = NonNullable<PlayerView['seat']>;

/**
 * What lies before a player while answers are taken: its question (`work`), of it only what its unit knows alone
 * (`own`), a further ◆ (`bonus`), or nothing but what can be done while it waits (`wait`).
 */
export type AnswerMode = 'work' | 'own' | 'bonus' | 'wait';

export const isExtraQuestionOpen = ({ bonus }: Seat): boolean =>
  bonus !== null && !isSettled(bonus.answer ?? undefined);

/** Whether a further ◆ is to be had. @param isLate its time is up, by the clock alone */
export const mayAskBonus = (seat: Seat, isLate: boolean): boolean =>
  isLate ? seat.mayAskBonus || seat.mayAskBonusLate : seat.mayAskBonus;

export const isDone = ({ parts, answers }: Seat): boolean => parts.every((part) => isSettled(answers[part]));

/**
 * @param isAside  the further ◆ was put aside
 * @param isLate   its time is up, by the clock alone
 */
export function answerModeOf(seat: Seat, isAside: boolean, isLate: boolean): AnswerMode {
  const hasBonus = isExtraQuestionOpen(seat) && !isAside;
  const isOver = isDone(seat) || seat.turn === 'closed' || isLate;
  if (seat.turn !== 'waiting') return hasBonus && isOver ? 'bonus' : 'work';
  if (hasBonus) return 'bonus';
  return seat.parts.includes('own') && !isSettled(seat.answers.own) ? 'own' : 'wait';
}

/** What is asked besides as a question of its own: about its unit, with one line. */
export function extraQuestionSeat(seat: Seat, bonus: ExtraQuestionView): Seat {
  const { unit, edge, kind, answer } = bonus;
  return {
    ...seat,
    lane: BONUS_LANE,
    unit,
    edge,
    kind,
    given: null,
    parts: ['bonus'],
    answers: answer ? { bonus: answer } : {},
    hints: {},
  };
}

/** No lane of any round: the sample of a further ◆ need not be in it. */
const BONUS_LANE = -1;

/** The view with a lane in which the inputs of a further ◆ are; what it asks for is not. It is about the weights as they are now. */
export function withExtraLane(view: PublicView, run: string, bonus: ExtraQuestionView): PublicView {
  const { sample, x, sums, outputs } = bonus;
  const t = bonus.t ?? outputs.at(-1)?.map(() => Number.NaN) ?? [];
  const still = { turn: null, closed: [], parcels: null, clean: null, truth: null };
  const lane: LaneView = { sample: sample ?? -1, x, t, sums, outputs, ...still };
  return { ...view, updates: {}, lanes: { ...view.lanes, [`${run}/${BONUS_LANE}`]: lane } };
}
