import { type Part } from '../../question/question.ts';
import type { Question, Truth } from '../../question/question.ts';
import type { ExtraQuestion, PartAnswer, Run, Seat } from './run.ts';
import { MAX_TRIES } from '../score/score.ts';
import type { PlayerId } from '../session/state.ts';

/** Facts of an answer that tell whether its part is settled. */
type Tried = Pick<PartAnswer, 'right' | 'tries'>;

/** Tells whether the round of a run is open for answers. */
export const isAnswering = ({ phase }: Pick<Run, 'phase'>): boolean =>
  phase.name === 'forward' || phase.name === 'backward';

/** Tells whether a run's weights have moved after its round, or no round has opened, or the last one was skipped. */
export const isBetweenRounds = ({ phase }: Pick<Run, 'phase'>): boolean =>
  phase.name === 'idle' || phase.name === 'update';

/** Tells whether a run's round has been revealed or skipped, or none has opened. */
export const isRoundOver = (run: Pick<Run, 'phase'>): boolean =>
  run.phase.name === 'reveal' || isBetweenRounds(run);

/** Seat of a player in the present round of a run; undefined where there is none. */
export function seatOf(run: Run, player: PlayerId): Seat | undefined {
  return run.seats.find((seat) => seat.player === player);
}

/** Question at a seat in the present phase; from the reveal on, the round's main one. Null where a machine sits. */
export function askedOf(run: Pick<Run, 'phase'>, seat: Seat): { question: Question; truth: Truth } | null {
  if (seat.player === null) return null;
  const back = seat.question && seat.truth ? { question: seat.question, truth: seat.truth } : null;
  return run.phase.name === 'forward' ? seat.forward : (back ?? seat.forward);
}

/** Last extra question that a player was asked in this round. */
export function lastExtraQuestion(run: Run, player: PlayerId): ExtraQuestion | undefined {
  return run.extraQuestions[player]?.at(-1);
}

/** Parts asked at a seat in its round, forward and backward: together they are worth one question's points. */
export function partsOf({ question, forward }: Seat): readonly Part[] {
  return [...(forward?.question.parts ?? []), ...(question?.parts ?? [])];
}

/** Tells whether a seat has a player with a question in this round. */
export function isAsked({ player, question, forward }: Seat): boolean {
  return player !== null && (question !== null || forward !== null);
}

/** Tells whether a part takes no further answer: it is right, or all tries are used. */
export function isSettled(answer: Tried | undefined): boolean {
  return answer !== undefined && (answer.right || answer.tries >= MAX_TRIES);
}

/** Tells whether a question was answered without a miss: every part right at the first try. */
export function isClean(parts: readonly Part[], answers: Partial<Readonly<Record<Part, Tried>>>): boolean {
  return parts.every((part) => answers[part]?.right && answers[part].tries === 1);
}

/** Tells whether every part of a seat's question in the present phase is settled. */
export function isDone(run: Run, seat: Seat): boolean {
  const parts = run.answers[seat.player ?? '']?.parts ?? {};
  return (askedOf(run, seat)?.question.parts ?? []).every((part) => isSettled(parts[part]));
}

/** Tells whether every part of a seat's question in the present phase is right, at any try. */
export function wasRight(run: Run, seat: Seat): boolean {
  const parts = run.answers[seat.player ?? '']?.parts ?? {};
  return (askedOf(run, seat)?.question.parts ?? []).every((part) => parts[part]?.right);
}

/** Progress of a seat in the present phase: `open` before the first answer, `done` when every part is settled. */
export function progressOf(run: Run, seat: Seat): 'machine' | 'open' | 'started' | 'done' {
  const asked = askedOf(run, seat);
  if (!asked) return 'machine';
  const parts = run.answers[seat.player!]?.parts ?? {};
  if (asked.question.parts.every((part) => isSettled(parts[part]))) return 'done';
  return asked.question.parts.some((part) => parts[part]) ? 'started' : 'open';
}
