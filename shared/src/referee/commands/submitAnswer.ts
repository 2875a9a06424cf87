import { own } from '../../own.ts';
import { givenOf, grade, isSameAnswer } from '../../question/grade.ts';
import type { AcceptedValues } from '../../question/gradedPart.ts';
import { gradedPart } from '../../question/kinds.ts';
import { isPlacesPart, type Part } from '../../question/part.ts';
import type { AnswerReply, Verdict } from '../../question/question.ts';
import { MAX_ANSWER_LENGTH } from '../../question/numbers/readNumber.ts';
import { takesExtraAnswers } from '../round/extraQuestion.ts';
import { isPast, isTimeUp, isWaitingForTurn, answerMsOf, ownTurnOf } from '../clock/clock.ts';
import type { SubmitAnswer } from '../command.ts';
import { type Decision, reject } from '../decision.ts';
import type { Event } from '../event.ts';
import { type AnswerContext, answerContext } from '../round/finishing.ts';
import { askedOf, lastExtraQuestion, isAnswering, isClean, isSettled, partsOf } from '../round/progress.ts';
import type { Rejection } from '../rejection.ts';
import type { Answers, PartAnswer, Run, Seat } from '../round/run.ts';
import { extraQuestionPoints, pointsFor, speedBonus, streakBonus } from '../score/score.ts';
import { situationIn, situationOn } from '../round/situation.ts';
import { verdictKept } from '../round/verdictsKept.ts';
import { LIMITS, type PlayerId, type Session } from '../session/state.ts';
import { answerTextKey, NO_TEXTS, type Texts } from '../texts.ts';

/** Values that a player has given and that were right, by part. */
export function acceptedValues(answers: Answers | undefined): AcceptedValues {
  const right = Object.entries(answers?.parts ?? {}).flatMap(([part, answer]) => {
    const given = answer?.right && answer.verdict.outcome === 'correct' ? answer.verdict.read : null;
    return given === null ? [] : [[part, given] as const];
  });
  return Object.fromEntries(right);
}

/** Reason for rejecting any answer to a part now; undefined where there is none. */
function refusal(
  session: Session,
  { run, seat, finishing }: AnswerContext,
  { part, round, raw }: SubmitAnswer,
  at: number,
): Rejection | undefined {
  if (!isAnswering(run) || run.round !== round) return 'wrongPhase';
  if (session.pausedAt !== null) return 'paused';
  const asked = seat && askedOf(run, seat);
  if (!asked) return 'noQuestion';
  if (finishing ? isPast(finishing.deadlineAt, at) : isTimeUp(session, run, seat, at)) return 'tooLate';
  if (raw.length > (isPlacesPart(part) ? LIMITS.answerLength : MAX_ANSWER_LENGTH)) return 'answerTooLong';
  if (!asked.question.parts.includes(part)) return 'partNotAsked';
  // Part `own` needs nothing from other layers, so it may be answered before the layer's turn.
  if (isWaitingForTurn(run, seat) && part !== 'own') return 'notYet';
  return undefined;
}

/** Reason for rejecting an answer to an extra question now. It has no deadline of its own. */
function bonusRefusal(
  session: Session,
  run: Run,
  { round, raw }: Pick<SubmitAnswer, 'round' | 'raw'>,
): Rejection | undefined {
  if (!takesExtraAnswers(session, run) || run.round !== round) return 'wrongPhase';
  if (session.pausedAt !== null) return 'paused';
  return raw.length > MAX_ANSWER_LENGTH ? 'answerTooLong' : undefined;
}

/** Reason for taking no further answer to a part after the answers so far. */
function exhausted(answers: Answers | undefined, before: Answers['parts'][Part]): Rejection | undefined {
  if (before?.right) return 'partDone';
  if (isSettled(before)) return 'noTriesLeft';
  return Object.keys(answers?.verdicts ?? {}).length >= LIMITS.answersPerQuestion
    ? 'tooManyAnswers'
    : undefined;
}

/** Verdict that an answer has got already, in whatever round; undefined for a new one. */
export function firstVerdict(session: Session, player: PlayerId, answerId: string): Verdict | undefined {
  const answerer = own(session.players, player);
  return answerer && verdictKept(answerer.verdicts, answerId);
}

/** Grades a player's answer to one part of a question. A resend gets the verdict of the first, at any later time. */
export function submitAnswer(
  session: Session,
  player: PlayerId,
  command: SubmitAnswer,
  at: number,
  texts: Texts = NO_TEXTS,
): Decision {
  const { answerId, round, part, raw } = command;
  const known = firstVerdict(session, player, answerId);
  if (known) return { accepted: true, events: [], verdict: known };
  const present = own(session.runs, command.run);
  if (!present) return reject('unknownRun');
  const answering = answerContext(present, player, round);
  const { run, seat, answers } = answering;
  const isExtra = part === 'extra';
  const refused = isExtra
    ? bonusRefusal(session, present, command)
    : refusal(session, answering, command, at);
  if (refused) return reject(refused);
  const key = answerTextKey(player, run.id, part);
  const answer: Typed = { raw, isRepeated: texts.get(key) === raw };
  const outcome = isExtra
    ? bonusOutcome(session, present, player, answers, answer)
    : partOutcome(session, answering, seat!, part, answer, at);
  if (typeof outcome === 'string') return reject(outcome);
  if ('again' in outcome) return { accepted: true, events: [], verdict: outcome.again };
  const given = givenOf(raw, outcome.verdict);
  const event: Event = {
    type: 'answerGraded',
    at,
    run: run.id,
    round,
    player,
    answerId,
    part,
    given,
    ...outcome,
    streak: outcome.streak ?? session.players[player]!.streak,
  };
  const reply = { accepted: true, events: [event], verdict: outcome.verdict } as const;
  return given === null ? { ...reply, texts: [{ key, text: raw }] } : reply;
}

/** An answer as typed, and whether it is letter by letter the one before. */
interface Typed {
  readonly raw: string;
  readonly isRepeated: boolean;
}

/** Result of grading an answer. */
interface Outcome {
  readonly verdict: Verdict;
  readonly tries: number;
  readonly points: number;
  readonly bonus: { readonly streak: number; readonly speed: number };
  /** Streak after the answer; null: unchanged. */
  readonly streak: number | null;
}

/** Reply to an answer that changes nothing: the same was given before. */
interface Again {
  readonly again: AnswerReply;
}

/**
 * Finds an answer that was given before: a wrong value in any spelling, or the same text that used no try. The verdict
 * is new all the same: another part that was answered in the meantime can have made it right.
 */
function repeated(
  before: PartAnswer | undefined,
  { raw, isRepeated }: Typed,
  verdict: Verdict,
): Again | undefined {
  if (!before) return undefined;
  if (verdict.outcome === 'wrong') {
    const { read } = verdict;
    const given = givenOf(raw, verdict);
    const isKnown = before.wrong.some((one) => isSameAnswer({ given, read }, one));
    return isKnown ? { again: { outcome: 'repeated', read } } : undefined;
  }
  const isSame = !counts(verdict) && isRepeated && before.verdict.outcome === verdict.outcome;
  return isSame ? { again: verdict } : undefined;
}

const NOTHING = { streak: 0, speed: 0 } as const;

const counts = ({ outcome }: Verdict): boolean => outcome === 'correct' || outcome === 'wrong';

function bonusOutcome(
  session: Session,
  run: Run,
  player: PlayerId,
  answers: Answers | undefined,
  typed: Typed,
): Outcome | Again | Rejection {
  const extraQuestion = lastExtraQuestion(run, player);
  if (!extraQuestion) return 'noQuestion';
  const before = extraQuestion.answer ?? undefined;
  const refused = exhausted(answers, before);
  if (refused) return refused;
  const [asked] = extraQuestion.question.parts;
  const verdict = grade(
    gradedPart(situationOn(run, extraQuestion.lane), extraQuestion.question, asked!),
    typed.raw,
    {},
  );
  const again = repeated(before, typed, verdict);
  if (again) return again;
  const tries = (before?.tries ?? 0) + (counts(verdict) ? 1 : 0);
  // Extra questions between rounds bring no points.
  const isScored = run.rules.scored && session.activity === null;
  const points =
    verdict.outcome === 'correct' && isScored ? extraQuestionPoints(extraQuestion.number, tries) : 0;
  return { verdict, tries, points, bonus: NOTHING, streak: null };
}

function partOutcome(
  session: Session,
  answering: AnswerContext,
  seat: Seat,
  part: Part,
  typed: Typed,
  at: number,
): Outcome | Again | Rejection {
  const { run, answers } = answering;
  const { question } = askedOf(run, seat)!;
  const before = answers?.parts[part];
  const refused = exhausted(answers, before);
  if (refused) return refused;
  const verdict = grade(
    gradedPart(situationIn(run, seat.lane), question, part),
    typed.raw,
    acceptedValues(answers),
  );
  const again = repeated(before, typed, verdict);
  if (again) return again;
  const tries = (before?.tries ?? 0) + (counts(verdict) ? 1 : 0);
  const isHinted = answers?.hints.includes(part) ?? false;
  const isRight = verdict.outcome === 'correct' && run.rules.scored;
  const points = isRight ? pointsFor(part, partsOf(seat), tries, isHinted) : 0;
  return { verdict, tries, points, ...meritOf(session, answering, seat, { part, verdict, tries }, at) };
}

/** Streak after an answer, and the bonus where it completes a question without a miss. */
function meritOf(
  session: Session,
  { run, finishing }: AnswerContext,
  seat: Seat,
  answer: { readonly part: Part; readonly verdict: Verdict; readonly tries: number },
  at: number,
): Pick<Outcome, 'bonus' | 'streak'> {
  if (!run.rules.scored) return { bonus: NOTHING, streak: null };
  if (answer.verdict.outcome === 'wrong') return { bonus: NOTHING, streak: 0 };
  const player = seat.player!;
  const given = { right: answer.verdict.outcome === 'correct', tries: answer.tries };
  const answers = { ...run.answers[player]?.parts, [answer.part]: given };
  // An unreadable answer changes nothing; a bonus is paid only for the answer that completes the question.
  if (!given.right || !isClean(partsOf(seat), answers)) return { bonus: NOTHING, streak: null };
  const before = session.players[player]!.streak;
  const turn = ownTurnOf(session, run, seat);
  const deadlineAt = finishing?.deadlineAt ?? (turn.state === 'open' ? turn.deadlineAt : null);
  const isPaid = session.settings.speedBonus && deadlineAt !== null;
  const speed = isPaid ? speedBonus(answerMsOf(session, run, seat), deadlineAt, at) : 0;
  return { bonus: { streak: streakBonus(before + 1), speed }, streak: before + 1 };
}
