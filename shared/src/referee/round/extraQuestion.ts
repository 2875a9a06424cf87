import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import { outputLayer, unitsInLayer, type Vector } from '../../maths/network.ts';
import { allUnits } from '../../maths/unit.ts';
import type { Subject } from '../../question/kind.ts';
import { questionModule } from '../../question/kinds.ts';
import { pickQuestion, subjectName, subjectsAt } from '../../question/pick.ts';
import type { QuestionKind } from '../../question/question.ts';
import { drawFor } from './askQuestions.ts';
import { isTimeUp, isWaitingForTurn, type Moment } from '../clock/clock.ts';
import { laneOn } from './openRound.ts';
import {
  isAnswering,
  isBetweenRounds,
  askedOf,
  lastExtraQuestion,
  isDone,
  isSettled,
  seatOf,
} from './progress.ts';
import { takesAnswers } from '../activities/activity.ts';
import type { ExtraQuestion, Run, Seat } from './run.ts';
import { situationOn } from './situation.ts';
import type { PlayerId, Session } from '../session/state.ts';
import { hasSecretSums } from '../view/visibility.ts';
import type { Sliced } from '../../slices.ts';

/**
 * Extra questions for players who wait: the contribution of a ◆ that no seat is asked about, or, while gradients are
 * still unknown, a pre-activation. A player may ask for any number of them in every answering phase.
 */

/** Tells whether a player has answered all that the open activity asks; false where none is open. */
export function hasResponded({ activity }: Session, player: PlayerId): boolean {
  switch (activity?.closedAt === null ? activity.type : undefined) {
    case 'vote':
    case 'trial': {
      const given =
        activity?.type === 'vote' ? activity.votes : activity?.type === 'trial' ? activity.guesses : {};
      return given[player] !== undefined;
    }
    case 'exitTicket':
      return true;
    case 'talk':
    case undefined:
      return false;
  }
}

/** Tells whether answers to extra questions are taken: while a round or an activity is open. */
export function takesExtraAnswers({ activity }: Session, run: Run): boolean {
  return isAnswering(run) || takesAnswers(activity);
}

/**
 * Tells whether a player may ask for an extra question: the turn is still to come, or the player is done or out of
 * time, and no earlier extra question is open.
 */
export function mayAskExtraQuestion(session: Session, run: Run, player: PlayerId, at: Moment): boolean {
  const seat = seatOf(run, player);
  if (!seat || !askedOf(run, seat)) return false;
  const before = lastExtraQuestion(run, player);
  if (before && !isSettled(before.answer ?? undefined)) return false;
  if (!isAnswering(run)) return hasResponded(session, player);
  return isWaitingForTurn(run, seat) || isDone(run, seat) || isTimeUp(session, run, seat, at);
}

/** Subjects compared for one extra question; comparing all of a large network would be slow. */
const CANDIDATES = 6;

interface ExtraQuestionRequest {
  readonly seat: Seat;
  readonly number: number;
  readonly draw: (key: string) => number;
}

/** Next extra question for the player of a seat; undefined where nothing is left to ask. */
export function* nextExtraQuestion(
  session: Session,
  run: Run,
  seat: Seat,
): Sliced<ExtraQuestion | undefined> {
  const number = (lastExtraQuestion(run, seat.player!)?.number ?? 0) + 1;
  const { id, kind, network, data, rules, round } = run;
  const of = { run: id, kind, network, data, rules, round, before: null };
  const wanted = { seat, number, draw: drawFor(session, of, `bonus/${seat.player}/${number}`) };
  const isForward = run.phase.name === 'forward';
  const contribution = isForward ? undefined : yield* extraContribution(run, wanted);
  return contribution ?? (yield* extraPreActivation(run, wanted));
}

/** Samples that may be asked about. Those of the round come first, unless sums are secret or the answers are shown. */
function samplesFor(run: Run): number[] {
  const inRound = new Set(run.lanes.map(({ sample }) => sample));
  const others = [...run.data.keys()].filter((sample) => !inRound.has(sample));
  if (isBetweenRounds(run)) return [...run.data.keys()];
  return run.phase.name === 'backward' && !hasSecretSums(run) ? [...inRound, ...others] : others;
}

/** Extra question about a weight and sample that no player of the team has been asked about in this round. */
function* extraContribution(
  run: Run,
  { seat, number, draw }: ExtraQuestionRequest,
): Sliced<ExtraQuestion | undefined> {
  const { network, data } = run;
  const nameOf = (sample: number, subject: Subject): string => `${sample}/${subjectName(network, subject)}`;
  const taken = new Set(
    [...run.seats, ...Object.values(run.extraQuestions).flat()].flatMap(({ question }) =>
      question ? [nameOf(question.sample, question)] : [],
    ),
  );
  // A player who waits for an error signal is asked first about outputs, which need none.
  const outputsFirst = isWaitingForTurn(run, seat);
  const units = allUnits(network).toSorted((a, b) =>
    outputsFirst ? Number(b.layer === outputLayer(network)) - Number(a.layer === outputLayer(network)) : 0,
  );
  for (const sample of samplesFor(run)) {
    const subjects = units
      .flatMap((unit) => subjectsAt('contribution', network, unit, 'both'))
      .filter((subject) => !taken.has(nameOf(sample, subject)));
    const some = outputsFirst ? subjects.slice(0, CANDIDATES) : spread(subjects, draw('start'));
    const extraQuestion = yield* extraQuestionOn(run, 'contribution', laneOn(network, data, sample), some, {
      number,
      draw,
    });
    if (extraQuestion) return extraQuestion;
    yield;
  }
  return undefined;
}

/** Draws of inputs in search of ones that are in no lane. */
const DRAWS = 8;

/** Extra question about the pre-activation of a unit in layer 1, for inputs that are in no lane. */
function* extraPreActivation(
  run: Run,
  { number, draw }: ExtraQuestionRequest,
): Sliced<ExtraQuestion | undefined> {
  const { network, data, lanes } = run;
  const values = [...new Set(data.flatMap(({ x }) => x))];
  const isNew = (x: Vector): boolean => !lanes.some(({ pass }) => pass.x.every((value, i) => value === x[i]));
  const x = Array.from(
    { length: DRAWS },
    (_, draws): Vector =>
      Array.from(
        { length: network.inputs },
        (_value, i) => values[Math.floor(draw(`x/${draws}/${i}`) * values.length)]!,
      ),
  ).find(isNew);
  if (!x) return undefined;
  const pass = forward(network, x);
  const { sample } = lanes[0]!;
  const truth = backward(network, pass, data[sample]!.t);
  const units = Array.from({ length: unitsInLayer(network, 1) }, (_, index) => ({ layer: 1, index }));
  const subjects = units.map((unit): Subject => ({ unit, edge: null }));
  return yield* extraQuestionOn(run, 'belly', { sample, pass, truth }, spread(subjects, draw('start')), {
    number,
    draw,
  });
}

function* extraQuestionOn(
  run: Run,
  kind: QuestionKind,
  { sample, pass, truth }: ExtraQuestion['lane'],
  subjects: readonly Subject[],
  { number, draw }: Pick<ExtraQuestionRequest, 'number' | 'draw'>,
): Sliced<ExtraQuestion | undefined> {
  const lane = { sample, pass, truth };
  const situation = situationOn(run, lane);
  const choice = { sample, help: 'blank', isRelay: false, draw } as const;
  const question = yield* pickQuestion(kind, situation, subjects, choice, draw);
  return (
    question && {
      number,
      lane,
      question,
      truth: questionModule(kind).truth(situation, question),
      answer: null,
    }
  );
}

/** Up to CANDIDATES entries of a list, cyclically from a start given as a fraction, [0, 1). */
function spread<T>(list: readonly T[], from: number): T[] {
  const start = Math.floor(from * list.length);
  return [...list.slice(start), ...list.slice(0, start)].slice(0, CANDIDATES);
}
