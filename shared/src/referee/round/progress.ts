import { type Part } from '../../question/question.ts';
import type { Question, Truth } from '../../question/question.ts';
import type { ExtraQuestion, PartAnswer, Run, Seat } from './run.ts';
import { MAX_TRIES } from '../score/score.ts';
import type { PlayerId } from '../session/state.ts';

/** What is looked at of an answer to a part. */
type Tried = Pick<PartAnswer, 'right' | 'tries'>;

/** Whether the round of a run is open for answers. */
export const isAnswering = ({ phase }: Pick<Run, 'phase'>): boolean =>
  phase.name === 'forward' || phase.name === 'backward';

/** Whether a run's round is over and its weights have moved, or no round has opened or counts. */
export const isBetweenRounds = ({ phase }: Pick<Run, 'phase'>): boolean =>
  phase.name === 'idle' || phase.name === 'update';

/** Whether nothing of a run's round is open any more: it has been revealed or skipped, or none has opened. */
export const isRoundOver = (run: Pick<Run, 'phase'>): boolean =>
  run.phase.name === 'reveal' || isBetweenRounds(run);

/** The seat of a player in the present round of a run. */
export function seatOf(run: Run, player: PlayerId): Seat | undefined {
  return run.seats.find((seat) => seat.player === player);
}

/** What a seat's person is asked in the present phase; from the reveal on, what the round was about. */
export function askedOf(run: Pick<Run, 'phase'>, seat: Seat): { question: Question; truth: Truth } | null {
  if (seat.player === null) return null;
  const back = seat.question && seat.truth ? { question: seat.question, truth: seat.truth } : null;
  return run.phase.name === 'forward' ? seat.forward : (back ?? seat.forward);
}

/** The further ◆ that a player has been asked last. */
export function lastExtraQuestion(run: Run, player: PlayerId): ExtraQuestion | undefined {
  return run.extraQuestions[player]?.at(-1);
}

/** Every part that a seat is asked in its round, on both ways: together they are worth a question. */
export function partsOf({ question, forward }: Seat): readonly Part[] {
  return [...(forward?.question.parts ?? []), ...(question?.parts ?? [])];
}

/** Whether a person sits there who is asked something in this round. */
export function isAsked({ player, question, forward }: Seat): boolean {
  return player !== null && (question !== null || forward !== null);
}

/** Whether nothing more can be handed in for a part: it is right, or all tries are used. */
export function isSettled(answer: Tried | undefined): boolean {
  return answer !== undefined && (answer.right || answer.tries >= MAX_TRIES);
}

/** Whether a question was answered without a miss: every part right, and at the first try. */
export function isClean(parts: readonly Part[], answers: Partial<Readonly<Record<Part, Tried>>>): boolean {
  return parts.every((part) => answers[part]?.right && answers[part].tries === 1);
}

/** Whether the person in a seat has every part of the present phase right or no try left. */
export function isDone(run: Run, seat: Seat): boolean {
  const parts = run.answers[seat.player ?? '']?.parts ?? {};
  return (askedOf(run, seat)?.question.parts ?? []).every((part) => isSettled(parts[part]));
}

/** Whether everything that a seat hands on in the present phase is right, whatever it took. */
export function wasRight(run: Run, seat: Seat): boolean {
  const parts = run.answers[seat.player ?? '']?.parts ?? {};
  return (askedOf(run, seat)?.question.parts ?? []).every((part) => parts[part]?.right);
}

/** How far the person in a seat is: nothing yet, something, or everything right or out of tries. */
export function progressOf(run: Run, seat: Seat): 'machine' | 'open' | 'started' | 'done' {
  const asked = askedOf(run, seat);
  if (!asked) return 'machine';
  const parts = run.answers[seat.player!]?.parts ?? {};
  if (asked.question.parts.every((part) => isSettled(parts[part]))) return 'done';
  return asked.question.parts.some((part) => parts[part]) ? 'started' : 'open';
}
