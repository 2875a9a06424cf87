import { grade } from '../../question/grade.ts';
import type { AcceptedValues } from '../../question/gradedPart.ts';
import { gradedPart } from '../../question/kinds.ts';
import type { Part, Verdict } from '../../question/question.ts';
import { MAX_ANSWER_LENGTH } from '../../question/readNumber.ts';
import type { Stamped, SubmitAnswer } from '../command.ts';
import { type Decision, reject } from '../decision.ts';
import { isOutputSeat } from '../openRound.ts';
import { situationIn } from '../situationIn.ts';
import { isClean } from '../progress.ts';
import { MAX_TRIES, pointsFor, speedBonus, streakBonus } from '../score.ts';
import { type Answers, LIMITS, type PlayerId, type Run, type Seat, type Session } from '../state.ts';

/** A set of all places of the largest network stays well below this. */
const MAX_PLACES_LENGTH = 1_000;

/** The seat of a player in the present round of a run. */
export function seatOf(run: Run, player: PlayerId): Seat | undefined {
  return run.seats.find((seat) => seat.player === player);
}

/** Until when answers from this seat count. */
export function deadlineOf(run: Run, seat: Seat): number {
  return isOutputSeat(run.network, seat) ? run.deadlines.output : run.deadlines.hidden;
}

/** Values that the player already has right, as it gave them. */
function acceptedValues(answers: Answers | undefined): AcceptedValues {
  const right = Object.entries(answers?.parts ?? {}).flatMap(([part, answer]) => {
    const given = answer?.right && answer.verdict.outcome === 'correct' ? answer.verdict.read : null;
    return given === null ? [] : [[part, given] as const];
  });
  return Object.fromEntries(right);
}

/** A player hands in one part of its question. A resend gets the verdict it already has. */
export function submitAnswer(
  session: Session,
  player: PlayerId,
  { command, at }: Stamped<SubmitAnswer>,
): Decision {
  const { answerId, round, part, raw } = command;
  const run = session.runs[command.run];
  if (!run) return reject('unknownRun');
  const answers = run.answers[player];
  const known = answers?.verdicts[answerId];
  if (known) return { accepted: true, events: [], verdict: known };

  if (run.phase.name !== 'backward' || run.round !== round) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const seat = seatOf(run, player);
  if (!seat?.question) return reject('noQuestion');
  if (at > deadlineOf(run, seat)) return reject('tooLate');
  if (!seat.question.parts.includes(part)) return reject('partNotAsked');
  const before = answers?.parts[part];
  if (before?.right) return reject('partDone');
  const used = before?.tries ?? 0;
  if (used >= MAX_TRIES) return reject('noTriesLeft');
  if (raw.length > (part === 'places' ? MAX_PLACES_LENGTH : MAX_ANSWER_LENGTH))
    return reject('answerTooLong');
  if (Object.keys(answers?.verdicts ?? {}).length >= LIMITS.answersPerQuestion)
    return reject('tooManyAnswers');

  const graded = gradedPart(situationIn(session, run, seat.lane), seat.question, part);
  const verdict = grade(graded, raw, acceptedValues(answers));
  const counts = verdict.outcome === 'correct' || verdict.outcome === 'wrong';
  const tries = counts ? used + 1 : used;
  const points = verdict.outcome === 'correct' ? pointsFor(part, seat.question.parts, tries) : 0;
  const merit = meritOf(session, run, seat, player, { part, verdict, tries }, at);
  const event = {
    type: 'answerGraded',
    at,
    run: run.id,
    round,
    player,
    answerId,
    part,
    raw,
    verdict,
  } as const;
  return { accepted: true, events: [{ ...event, tries, points, ...merit }], verdict };
}

/** What an answer does to a streak, and what comes on top when it completes a question without a miss. */
function meritOf(
  session: Session,
  run: Run,
  seat: Seat,
  player: PlayerId,
  answer: { readonly part: Part; readonly verdict: Verdict; readonly tries: number },
  at: number,
): { bonus: { streak: number; speed: number }; streak: number } {
  const none = { streak: 0, speed: 0 };
  const before = session.players[player]!.streak;
  if (answer.verdict.outcome === 'wrong') return { bonus: none, streak: 0 };
  const given = { right: answer.verdict.outcome === 'correct', tries: answer.tries };
  const answers = { ...run.answers[player]?.parts, [answer.part]: given };
  // What could not be read is no answer: only the one that completes the question brings anything.
  if (!given.right || !isClean(seat.question!.parts, answers)) return { bonus: none, streak: before };
  const speed = session.settings.speedBonus ? speedBonus(run.phase.since, deadlineOf(run, seat), at) : 0;
  return { bonus: { streak: streakBonus(before + 1), speed }, streak: before + 1 };
}
