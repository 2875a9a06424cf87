import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import type { ActivationName } from '../maths/network.ts';
import { edgesInto } from '../maths/unit.ts';
import { isHonestSafe } from '../question/accepted.ts';
import { type Facts, factsOf, partsOf } from '../question/facts.ts';
import { inseparableMistakes } from '../question/mistakes.ts';
import { randomAt } from '../referee/random.ts';
import { unitsForPeople } from '../referee/seating.ts';
import type { PracticeLesson } from './practice.ts';
import { NETWORK_FORMAT, type NetworkFile, networkOf } from './networkFile.ts';

/** So many networks are drawn at most. Far more than it ever took, see the tests. */
const MAX_REDRAWS = 1_000;
const SMALLEST_G = 0.01;
const LARGEST_G = 100;
/** Sums keep this far from the kink of a leaky-relu. */
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
/** Its f′ at the sum and at the output are the same, so only units that are not asked have it. */
const NOT_ASKED: readonly ActivationName[] = [...SMOOTH, 'leaky-relu'];

const SHAPES: Record<PracticeLesson, readonly (readonly number[])[]> = {
  output: [
    [2, 2],
    [2, 1],
    [2, 2, 2],
  ],
  hidden: [[2, 2, 2]],
};

function drawFile(lesson: PracticeLesson, draw: Draw): NetworkFile {
  const units = oneOf(SHAPES[lesson], draw('shape'));
  const last = units.length - 1;
  const step = oneOf([0.5, 0.1], draw('step'));
  const isAsked = (layer: number): boolean => (layer === last) === (lesson === 'output');
  const layers = units.map((count, l): NetworkFile['layers'][number] => {
    if (l === 0) return { units: count };
    const activation = oneOf(isAsked(l) ? SMOOTH : NOT_ASKED, draw(`f/${l}`));
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
    biases: units.slice(1).map((count) => Array.from({ length: count }, () => 0)),
    data: [
      {
        x: many(units[0]!, 'x', 2),
        t: Array.from({ length: units[last]! }, (_, k) => oneOf(targets, draw(`t/${k}`))),
      },
    ],
  };
}

/** Why a question is no good, or null when it is. */
export function flawOf(facts: Facts): string | null {
  const size = Math.abs(facts.G);
  if (!(size >= SMALLEST_G && size <= LARGEST_G)) return `the gradient is ${facts.G}`;
  for (const part of partsOf(facts)) {
    if (part === 'places') continue;
    const hidden = inseparableMistakes(facts, part);
    if (hidden.length > 0) return `${part} cannot tell ${hidden.join(', ')} from a right answer`;
    if (!isHonestSafe(facts, part)) return `${part} can be missed by honest rounding`;
  }
  return null;
}

/** Every ◆ that the referee could ask about: which one it will be is its own business. */
export function askable(lesson: PracticeLesson, file: NetworkFile): Facts[] {
  const network = networkOf(file);
  const { x, t } = file.data[0]!;
  const pass = forward(network, x);
  const truth = backward(network, pass, t);
  return unitsForPeople(network, lesson)
    .flatMap((unit) => edgesInto(network, unit))
    .map((edge) => factsOf(network, pass, truth, edge));
}

function isNearKink(file: NetworkFile): boolean {
  const network = networkOf(file);
  const { sums } = forward(network, file.data[0]!.x);
  return network.layers.some(
    ({ activation }, l) => activation === 'leaky-relu' && sums[l]!.some((u) => Math.abs(u) < KINK),
  );
}

const flawOfFile = (lesson: PracticeLesson, file: NetworkFile): string | null =>
  isNearKink(file)
    ? 'a sum lies at the kink'
    : (askable(lesson, file)
        .map(flawOf)
        .find((flaw) => flaw !== null) ?? null);

/**
 * A network with one sample for a lesson, in friendly numbers. Drawn again until every question about it can be
 * answered by honest work and tells every mistake apart.
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
    flaw = flawOfFile(lesson, file);
    if (flaw === null) return { file, redraws };
  }
  throw new Error(
    `no question for the lesson ${lesson} with seed ${seed} in ${MAX_REDRAWS} redraws: ${flaw}`,
  );
}
