import { type Network, outputLayer, type Sample } from '../maths/network.ts';
import { type UnitRef, valueOfEdge } from '../maths/unit.ts';
import { isHonestSafe } from '../question/numbers/accepted.ts';
import { inseparableMistakes } from '../question/diagnosis/explainNumber.ts';
import { gradedPart, questionModule } from '../question/kinds.ts';
import type { HelpLevel, Question } from '../question/question.ts';
import { type Situation, situationOf } from '../question/situation.ts';
import { seatOf } from '../referee/round/progress.ts';
import { decide } from '../referee/decide.ts';
import { evolve } from '../referee/evolve.ts';
import { commandIn } from '../referee/session/moment.ts';
import { randomAt } from '../referee/random.ts';
import { drawnFirstSeat } from '../referee/round/openRound.ts';
import { situationIn } from '../referee/round/situation.ts';
import type { Session } from '../referee/session/state.ts';
import { subjectsFor, unitsForPeople } from '../referee/teams/seating.ts';
import { accidentsIn } from './accidents.ts';
import { drawNetwork, type Numbers } from '../network/drawNetwork.ts';
import { hasCancellingTerms, hidingNumber, isNearKink } from '../network/telling.ts';
import { type NetworkFile, networkOf } from '../network/networkFile.ts';
import { type OWN_NETWORK, type PracticeLesson, practiceSettings } from './practice.ts';

/** Largest number of networks drawn for one question; far above the counts seen in the tests. */
const MAX_REDRAWS = 1_000;
const SMALLEST = 0.01;
const LARGEST = 100;
/** Smallest |u| of a sigmoid where f′ is the topic: near 0.66, f′(u) and f′(f(u)) hardly differ. */
const STEEP = 1.6;
/** Number of draws after which preferences are dropped. */
const PREFERRED = 100;

/** Id of the only player in the session that a question is asked in. */
const SOMEONE = 'p';

/** Question that the referee asks the only player of a session on this network. */
export function askedIn(
  lesson: PracticeLesson | typeof OWN_NETWORK,
  file: NetworkFile,
  seed: number,
  help: HelpLevel = 'work',
): { readonly situation: Situation; readonly question: Question } {
  const settings = practiceSettings(lesson, seed, help);
  let session: Session | null = null;
  for (const [press, role] of [
    [{ type: 'createSession', id: 'practice', seed, file, settings }, 'room'],
    [{ type: 'joinPlayer', player: SOMEONE }, 'room'],
    [{ type: 'start' }, 'host'],
  ] as const) {
    const decision = decide(session, { command: commandIn(session, press), by: { role }, at: 0 });
    if (!decision.accepted) throw new RangeError(`no session for a lesson: ${decision.rejection}`);
    for (const event of decision.events) session = evolve(session, event);
  }
  const run = Object.values(session!.runs)[0]!;
  const seat = seatOf(run, SOMEONE)!;
  return { situation: situationIn(run, seat.lane), question: seat.question! };
}

const isFair = (value: number): boolean => Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST;

/** Reason for which a question is unusable, or null. */
export function flawOf(situation: Situation, question: Question): string | null {
  const { G } = questionModule(question.kind).truth(situation, question);
  if (G !== undefined && !isFair(G)) return `the gradient is ${G}`;
  const parts = new Set([...question.parts, ...questionModule(question.kind).judgedBy(question)]);
  for (const part of parts) {
    const graded = gradedPart(situation, question, part);
    if (graded.type !== 'number') continue;
    if (!isFair(graded.truth)) return `${part} is ${graded.truth}`;
    const hidden = inseparableMistakes(graded);
    if (hidden.length > 0) return `${part} cannot tell ${hidden.join(', ')} from a right answer`;
    if (!isHonestSafe(graded.accepted, graded.honest)) return `${part} can be missed by honest rounding`;
  }
  const [equal] = accidentsIn(situation, question);
  return equal === undefined ? null : `${equal} come to one value by accident`;
}

/** Tells whether a lesson asks for pre-activations. */
function asksSums(lesson: PracticeLesson, seed: number): boolean {
  return questionModule(practiceSettings(lesson, seed).asks).partKinds.includes('u');
}

/** Unit that a session asks its only player about. */
function unitAsked(lesson: PracticeLesson, network: Network, seed: number): UnitRef {
  const units = unitsForPeople(network, practiceSettings(lesson, seed), 1);
  return units[drawnFirstSeat(seed, units.length)]!;
}

/** Tells whether the unit asked about has a gradient of fair size, where the lesson is about gradients. */
function hasFairGradient(lesson: PracticeLesson, network: Network, sample: Sample, seed: number): boolean {
  const unit = unitAsked(lesson, network, seed);
  const edges = subjectsFor(network, unit, practiceSettings(lesson, seed)).flatMap(({ edge }) => edge ?? []);
  if (edges.length === 0) return true;
  const { gradients } = situationOf(network, sample).truth;
  return edges.some((edge) => isFair(valueOfEdge(gradients, edge)));
}

/** Reason for which another question would be preferred, though this one is usable; or null. */
function blemishOf(lesson: PracticeLesson, { network, pass }: Situation, question: Question): string | null {
  if (lesson !== 'valve') return null;
  const { layer, index } = question.unit;
  const sum = pass.sums[layer - 1]![index]!;
  const isFlat = network.layers[layer - 1]!.activation === 'sigmoid' && Math.abs(sum) < STEEP;
  return isFlat ? `f′ hardly differs from f′ of the output at ${sum}` : null;
}

function flawOfFile(lesson: PracticeLesson, file: NetworkFile, seed: number, redraws: number): string | null {
  const network = networkOf(file);
  const sample = file.data[0]!;
  if (isNearKink(network, sample.x)) return 'a sum lies at the kink';
  const hiding = hidingNumber(network, sample.x);
  if (hiding !== null) return hiding;
  if (asksSums(lesson, seed) && hasCancellingTerms(network, sample.x)) return 'terms of a sum nearly cancel';
  if (!hasFairGradient(lesson, network, sample, seed)) return 'every gradient is too small or too large';
  const { situation, question } = askedIn(lesson, file, seed);
  return flawOf(situation, question) ?? (redraws < PREFERRED ? blemishOf(lesson, situation, question) : null);
}

const drawnSeed = (seed: number, key: string): number => Math.floor(randomAt(seed, key) * 2 ** 32);

/**
 * Seed of a session that asks about a unit of the lesson's topic, and of the kind that the first draw was about: units
 * that are harder to ask about would be rarer otherwise.
 */
function seedFor(lesson: PracticeLesson, file: NetworkFile, seed: number, redraws: number): number {
  const network = networkOf(file);
  const { seat } = practiceSettings(lesson, seed);
  const isOfTopic = (one: number): boolean => {
    if (practiceSettings(lesson, one).seat !== seat) return false;
    // The layer after the last hidden one has errors of outputs, not error signals handed back.
    return lesson !== 'deep' || unitAsked(lesson, network, one).layer <= outputLayer(network) - 2;
  };
  let drawn = redraws === 0 ? seed : drawnSeed(seed, `session/${redraws}`);
  for (let i = 1; !isOfTopic(drawn); i++) drawn = drawnSeed(seed, `session/${redraws}/${i}`);
  return drawn;
}

/** Error: no usable network was drawn; the message names the lesson and the flaw of the last draw. */
export class NoQuestion extends Error {
  override readonly name = 'NoQuestion';
}

export interface Generated {
  readonly file: NetworkFile;
  /** Seed of the session in which the question is good: decides which unit is asked. */
  readonly seed: number;
  /** Number of networks drawn before this one. */
  readonly redraws: number;
}

/**
 * A network with one sample for a lesson, redrawn until the question that a session with the returned seed asks about
 * it can be answered with honest rounding and tells every mistake apart.
 *
 * @param numbers  `friendly`: one decimal; `real`: two or three
 * @param flaw     reason for which a network is unusable, or null; replaced in tests
 * @returns the same for the same seed
 * @throws {NoQuestion} `MAX_REDRAWS` draws gave no usable network
 */
export function generateNetwork(
  lesson: PracticeLesson,
  seed: number,
  numbers: Numbers = 'friendly',
  flaw: typeof flawOfFile = flawOfFile,
): Generated {
  let last: string | null = null;
  for (let redraws = 0; redraws <= MAX_REDRAWS; redraws++) {
    const file = drawNetwork(lesson, numbers, (key) => randomAt(seed, `${lesson}/${redraws}/${key}`));
    const sessionSeed = seedFor(lesson, file, seed, redraws);
    last = flaw(lesson, file, sessionSeed, redraws);
    if (last === null) return { file, seed: sessionSeed, redraws };
  }
  throw new NoQuestion(
    `no question for the lesson ${lesson} with seed ${seed} in ${MAX_REDRAWS} redraws: ${last}`,
  );
}
