import { describe, expect, test } from 'vitest';
import type { Layer, Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { chain, withOutputs, WORKED, workedSituation } from '../../testing/handWorked.ts';
import { allFigures, type Told, told } from '../../testing/told.ts';
import { inseparableMistakes } from '../diagnosis/explainNumber.ts';
import { factsOf } from '../facts.ts';
import type { NumberPart } from '../gradedPart.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { MistakeId } from '../question.ts';

const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };

/** G of a weight in the hand-worked network with some fields replaced. */
function G(edge: EdgeRef, changed: Partial<Network> = {}, x: readonly number[] = [2, 3]): NumberPart {
  const units = (changed.layers ?? WORKED.layers).at(-1)!.units;
  const t = Array.from({ length: units }, (_, k) => (k === 0 ? 1 : 0));
  return numberPart(factsOf(workedSituation(changed, { x, t }), edge), 'G');
}

/** Mistakes named for the values of one of them, each typed with all its figures. */
function toldAt(part: NumberPart, id: MistakeId): Told[] {
  const values = part.candidates().filter((candidate) => candidate.id === id);
  if (values.length === 0) throw new RangeError(`${id} cannot be made`);
  return values.flatMap(({ value }) => told(part, allFigures(value)));
}

const straight = (units: number): Layer => ({ units, activation: 'identity' });
const SOFTMAX = { ...withOutputs(2, 'cross-entropy', 'softmax'), weights: WORKED.weights };
const SHUT = chain([{ activation: 'relu' }, { activation: 'identity' }], [-0.5, 0.7], [0, 0.2]);
/** x → an open gate → one shut and one open. */
const OPEN: Partial<Network> = {
  inputs: 1,
  layers: [
    { units: 1, activation: 'relu' },
    { units: 2, activation: 'relu' },
  ],
  weights: [[[1]], [[-1, 3]]],
  biases: [[0], [0, 0]],
};
const BCE = withOutputs(2, 'binary-cross-entropy', 'sigmoid');
const rate = (learningRate: number) => ({ learningRate });

describe('two mistakes with the same value by algebra are told as one', () => {
  test.each<[MistakeId, MistakeId, string, NumberPart, NumberPart]>([
    // first, second, where, part there, part elsewhere
    ['slope-missing', 'loss-shortcut', 'at a half-squared-error output', G(OUTPUT), G(OUTPUT, BCE)],
    ['slope-gate-ignored', 'slope-missing', 'behind a shut relu', G(HIDDEN, SHUT, [2]), G(HIDDEN)],
    [
      'slope-wrong-unit',
      'slope-gate-inverted',
      'behind an open gate before a shut one',
      G(HIDDEN, OPEN, [2]),
      G(HIDDEN),
    ],
    ['sum-mean', 'loss-factor', 'of two paths', G(HIDDEN), G(HIDDEN, BCE)],
    ['sum-mean', 'rate-applied', 'of two paths, at η = 0.5', G(HIDDEN, rate(0.5)), G(HIDDEN)],
    ['rate-applied', 'loss-factor', 'at η = 0.5', G(OUTPUT, rate(0.5)), G(OUTPUT)],
    ['rate-applied', 'slip', 'at η = 0.1', G(OUTPUT, rate(0.1)), G(OUTPUT)],
    ['sign', 'step-given', 'at η = 1', G(OUTPUT, rate(1)), G(OUTPUT)],
    ['input-missing', 'input-wrong', 'where another input is 1', G(HIDDEN, {}, [3, 1]), G(HIDDEN)],
    ['sign', 'neighbour', 'at one of two softmax outputs', G(OUTPUT, SOFTMAX), G(OUTPUT)],
    ['sign', 'sum-crossed', 'before two softmax outputs', G(HIDDEN, SOFTMAX), G(HIDDEN)],
    ['slope-twice', 'loss-shortcut', 'at a sigmoid under cross-entropy', G(OUTPUT, BCE), G(OUTPUT)],
    [
      'slope-missing',
      'slope-wrong-unit',
      'before straight outputs',
      G(HIDDEN, withOutputs(2, 'half-squared-error')),
      G(HIDDEN),
    ],
    [
      'loss-shortcut',
      'loss-factor',
      'at a straight squared-error output',
      G(OUTPUT, withOutputs(2, 'squared-error')),
      G(OUTPUT),
    ],
  ])('%s = %s %s', (first, second, _, there, elsewhere) => {
    const named = toldAt(there, first);
    expect(named.indexOf(first)).toBeGreaterThanOrEqual(0);
    expect(named).toContain(`${second} same`);
    const others = elsewhere.candidates().some(({ id }) => id === first) ? toldAt(elsewhere, first) : [];
    expect(others).not.toContain(`${second} same`);
  });
});

describe('a mistake with the right value by algebra is not among those that can show', () => {
  const STRAIGHT = { layers: [straight(2), straight(2)] };
  test.each<[MistakeId, string, NumberPart, NumberPart]>([
    ['input-sum', 'after an identity', G(OUTPUT, STRAIGHT), G(OUTPUT)],
    ['slope-missing', 'where f′ is 1', G(HIDDEN, STRAIGHT), G(HIDDEN)],
    ['sum-raw-error', 'where every next f′ is 1', G(HIDDEN, STRAIGHT), G(HIDDEN)],
    ['input-missing', 'where the input is 1', G(HIDDEN, {}, [1, 3]), G(HIDDEN)],
    ['input-wrong', 'where another input is the same', G(HIDDEN, {}, [3, 3]), G(HIDDEN)],
  ])('%s %s', (id, _, there, elsewhere) => {
    expect(inseparableMistakes(there)).toContain(id);
    expect(inseparableMistakes(elsewhere)).not.toContain(id);
  });
});
