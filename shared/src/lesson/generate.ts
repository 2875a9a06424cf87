import type { ActivationName } from '../maths/network.ts';
import { forward } from '../maths/forward.ts';
import { isHonestSafe } from '../question/accepted.ts';
import { inseparableMistakes } from '../question/explainNumber.ts';
import { gradedPart, moduleOf } from '../question/kinds.ts';
import type { Question } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';
import { seatOf } from '../referee/commands/submitAnswer.ts';
import { decide } from '../referee/decide.ts';
import { evolve } from '../referee/evolve.ts';
import { randomAt } from '../referee/random.ts';
import { situationIn } from '../referee/situationIn.ts';
import type { Session } from '../referee/state.ts';
import { NETWORK_FORMAT, type NetworkFile, networkOf } from './networkFile.ts';
import { type PracticeLesson, practiceSettings } from './practice.ts';

/** So many networks are drawn at most. Far more than it ever took, see the tests. */
const MAX_REDRAWS = 1_000;
const SMALLEST = 0.01;
const LARGEST = 100;
/** Sums keep this far from the kink of a relu. */
const KINK = 0.1;

/** A number in [0, 1) for a key. */
type Draw = (key: string) => number;

const oneOf = <T>(list: readonly T[], draw: number): T => list[Math.floor(draw * list.length)]!;

/** A multiple of `step` in [-most, most] other than 0. */
function friendly(step: number, most: number, draw: number): number {
  const count = Math.round(most / step);
  const multiple = 1 + Math.floor(draw * 2 * count);
  const signed = multiple > count ? count - multiple : multiple;
  return Number((signed * step).toFixed(1));
}

const SMOOTH: readonly ActivationName[] = ['sigmoid', 'tanh'];
const ANY: readonly ActivationName[] = [...SMOOTH, 'leaky-relu'];

/** The networks of a lesson: units by layer, and which functions its layers have. */
interface Drawn {
  readonly shapes: readonly (readonly number[])[];
  /** Of hidden layers and of the output layer. */
  readonly hidden: readonly ActivationName[];
  readonly output: readonly ActivationName[];
  readonly hasBiases: boolean;
}

const SMALL = [
  [2, 2],
  [2, 1],
  [2, 2, 2],
];

const DRAWN: Record<PracticeLesson, Drawn> = {
  belly: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: true },
  activation: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: true },
  forward: { shapes: [[2, 2, 1]], hidden: ANY, output: SMOOTH, hasBiases: true },
  valve: { shapes: [[2, 2, 1]], hidden: SMOOTH, output: SMOOTH, hasBiases: false },
  error: { shapes: [[2, 2, 2]], hidden: ANY, output: SMOOTH, hasBiases: false },
  // A leaky relu has the same f′ at the sum and at the output: only layers that are not asked have it.
  output: { shapes: SMALL, hidden: ANY, output: SMOOTH, hasBiases: false },
  hiddenOne: { shapes: [[2, 2, 1]], hidden: SMOOTH, output: ANY, hasBiases: false },
  hidden: { shapes: [[2, 2, 2]], hidden: SMOOTH, output: ANY, hasBiases: false },
  bias: { shapes: [[2, 2, 1]], hidden: SMOOTH, output: SMOOTH, hasBiases: true },
  update: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: false },
  nudge: { shapes: [[2, 2, 1]], hidden: ANY, output: ANY, hasBiases: false },
  debug: { shapes: [[2, 2, 2]], hidden: SMOOTH, output: ANY, hasBiases: false },
  blank: {
    shapes: [
      [2, 2, 2],
      [2, 3, 2],
      [2, 2, 3],
    ],
    hidden: ANY,
    output: ANY,
    hasBiases: false,
  },
};

function drawFile(lesson: PracticeLesson, draw: Draw): NetworkFile {
  const drawn = DRAWN[lesson];
  const units = oneOf(drawn.shapes, draw('shape'));
  const last = units.length - 1;
  const step = oneOf([0.5, 0.1], draw('step'));
  const layers = units.map((count, l): NetworkFile['layers'][number] => {
    if (l === 0) return { units: count };
    const activation = oneOf(l === last ? drawn.output : drawn.hidden, draw(`f/${l}`));
    return { units: count, activation, ...(activation === 'leaky-relu' ? { slope: 0.5 } : {}) };
  });
  const many = (count: number, key: string, most: number): number[] =>
    Array.from({ length: count }, (_, i) => friendly(step, most, draw(`${key}/${i}`)));
  const targets = layers[last]!.activation === 'sigmoid' ? [0, 1] : [-1, 0, 1];
  return {
    format: NETWORK_FORMAT,
    name: 'Practice',
    layers,
    loss: 'half-squared-error',
    learningRate: 0.5,
    updateBiases: true,
    weights: units
      .slice(1)
      .map((to, l) => Array.from({ length: units[l]! }, (_, from) => many(to, `w/${l}/${from}`, 2))),
    biases: units
      .slice(1)
      .map((count, l) =>
        drawn.hasBiases ? many(count, `b/${l}`, 1) : Array.from({ length: count }, () => 0),
      ),
    data: [
      {
        x: many(units[0]!, 'x', 2),
        t: Array.from({ length: units[last]! }, (_, k) => oneOf(targets, draw(`t/${k}`))),
      },
    ],
  };
}

/** Who practises; the session that a question is asked in has nobody else. */
const SOMEONE = 'p';

/** What the referee asks the one player of a session on this network. */
export function askedIn(
  lesson: PracticeLesson,
  file: NetworkFile,
  seed: number,
): { readonly situation: Situation; readonly question: Question } {
  const settings = practiceSettings(lesson, seed);
  let session: Session | null = null;
  for (const [command, role] of [
    [{ type: 'createSession', id: 'practice', seed, file, settings }, 'room'],
    [{ type: 'joinPlayer', player: SOMEONE }, 'room'],
    [{ type: 'start' }, 'host'],
  ] as const) {
    const decision = decide(session, { command, by: { role }, at: 0 });
    if (!decision.accepted) throw new RangeError(`no session for a lesson: ${decision.rejection}`);
    for (const event of decision.events) session = evolve(session, event);
  }
  const run = Object.values(session!.runs)[0]!;
  const seat = seatOf(run, SOMEONE)!;
  return { situation: situationIn(session!, run, seat.lane), question: seat.question! };
}

const isFair = (value: number): boolean => Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST;

/** Why a question is no good, or null when it is. */
export function flawOf(situation: Situation, question: Question): string | null {
  const { G } = moduleOf(question.kind).truth(situation, question);
  if (G !== undefined && !isFair(G)) return `the gradient is ${G}`;
  const parts = new Set([...question.parts, ...moduleOf(question.kind).judgedBy(question)]);
  for (const part of parts) {
    const graded = gradedPart(situation, question, part);
    if (graded.type !== 'number') continue;
    if (!isFair(graded.truth)) return `${part} is ${graded.truth}`;
    const hidden = inseparableMistakes(graded);
    if (hidden.length > 0) return `${part} cannot tell ${hidden.join(', ')} from a right answer`;
    if (!isHonestSafe(graded.accepted, graded.honest)) return `${part} can be missed by honest rounding`;
  }
  return null;
}

function isNearKink(file: NetworkFile): boolean {
  const network = networkOf(file);
  const { sums } = forward(network, file.data[0]!.x);
  return network.layers.some(
    ({ activation }, l) => activation === 'leaky-relu' && sums[l]!.some((u) => Math.abs(u) < KINK),
  );
}

function flawOfFile(lesson: PracticeLesson, file: NetworkFile, seed: number): string | null {
  if (isNearKink(file)) return 'a sum lies at the kink';
  const { situation, question } = askedIn(lesson, file, seed);
  return flawOf(situation, question);
}

/**
 * A network with one sample for a lesson, in friendly numbers. Drawn again until the question that a session with the
 * same seed asks about it can be answered by honest work and tells every mistake apart.
 *
 * @returns the same network for the same seed, and how many were drawn in vain before it
 * @throws {Error} nothing good came of `MAX_REDRAWS`; says what was wrong with the last
 */
export function generateNetwork(
  lesson: PracticeLesson,
  seed: number,
): { readonly file: NetworkFile; readonly redraws: number } {
  let flaw: string | null = null;
  for (let redraws = 0; redraws <= MAX_REDRAWS; redraws++) {
    const file = drawFile(lesson, (key) => randomAt(seed, `${lesson}/${redraws}/${key}`));
    flaw = flawOfFile(lesson, file, seed);
    if (flaw === null) return { file, redraws };
  }
  throw new Error(
    `no question for the lesson ${lesson} with seed ${seed} in ${MAX_REDRAWS} redraws: ${flaw}`,
  );
}
