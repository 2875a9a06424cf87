import { describe, expect, test } from 'vitest';
import { chain, WORKED, workedSituation } from '../testing/handWorked.ts';
import type { Network } from '../maths/network.ts';
import type { Subject } from './kind.ts';
import { type ParameterKinds, pickQuestion, subjectName, subjectsAt } from './pick.ts';
import type { QuestionKind } from './question.ts';
import { type Situation, situationOf } from './situation.ts';
import { atOnce } from '../slices.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
const h1 = { layer: 1, index: 0 };
const weightsOf = (situation: Situation) => subjectsAt('contribution', situation.network, h1);

/** Name of the picked subject; `first` is the one with the smallest priority. */
function picked(
  kind: QuestionKind,
  situation: Situation,
  subjects: readonly Subject[],
  first: string,
): string | undefined {
  const question = atOnce(
    pickQuestion(kind, situation, subjects, choice, (name) => (name === first ? 0 : 1)),
  );
  return question && subjectName(situation.network, question);
}

describe('subjects at a unit', () => {
  const names = (kind: QuestionKind, of?: ParameterKinds) =>
    subjectsAt(kind, WORKED, h1, of).map((subject) => subjectName(WORKED, subject));

  test('are its weights, its bias, or both', () => {
    expect(names('contribution')).toEqual(['x1→h1', 'x2→h1']);
    expect(names('contribution', 'weights')).toEqual(['x1→h1', 'x2→h1']);
    expect(names('contribution', 'biases')).toEqual(['1→h1']);
    expect(names('contribution', 'both')).toEqual(['x1→h1', 'x2→h1', '1→h1']);
  });

  test('are the unit itself for a kind without a weight, for any parameter kinds', () => {
    expect(names('valve')).toEqual(['h1']);
    expect(names('valve', 'biases')).toEqual(['h1']);
  });
});

describe('pickQuestion', () => {
  test('among equals picks the one with the smallest priority', () => {
    // Neither input nor weight is a factor by which another mistake differs.
    const situation = workedSituation({}, { x: [2.1, 3.1], t: [0.4, 0.8] });
    expect(picked('contribution', situation, weightsOf(situation), 'x1→h1')).toBe('x1→h1');
    expect(picked('contribution', situation, weightsOf(situation), 'x2→h1')).toBe('x2→h1');
  });

  test('picks the one in which most mistakes show: equal weight and input hide a mix-up', () => {
    const situation = workedSituation({}, { x: [0.5, 3], t: [0.4, 0.8] });
    expect(picked('contribution', situation, weightsOf(situation), 'x1→h1')).toBe('x2→h1');
    const other = workedSituation({}, { x: [2, -1], t: [0.4, 0.8] });
    expect(picked('contribution', other, weightsOf(other), 'x2→h1')).toBe('x1→h1');
  });

  test('avoids a truth below a millionth before all else', () => {
    // x2 is 1, which hides a mistake; G of x1 is its input. 2-1-1, straight, with y − t = 1.
    const line = (x1: number): Situation => {
      const straight = chain([{ activation: 'identity' }, { activation: 'identity' }], [0, 1], [0, 1]);
      const network: Network = { ...WORKED, ...straight, inputs: 2, weights: [[[0.5], [-0.25]], [[1]]] };
      const t = 0.5 * x1 - 0.25;
      return situationOf(network, { x: [x1, 1], t: [t] });
    };
    const subjects = weightsOf(line(1));
    expect(picked('contribution', line(0.9e-6), subjects, 'x1→h1')).toBe('x2→h1');
    expect(picked('contribution', line(1.1e-6), subjects, 'x2→h1')).toBe('x1→h1');
    expect(picked('contribution', line(-1.1e-6), subjects, 'x2→h1')).toBe('x1→h1');
    expect(picked('contribution', line(0), subjects.slice(0, 1), 'x1→h1')).toBe('x1→h1');
  });

  test('avoids a question with a single number too small', () => {
    // A sum of a ten-millionth gives a sigmoid of one half. Equal weights hide that they were crossed.
    const situation = workedSituation(
      {
        weights: [
          [
            [3.5e-8, 0.25],
            [1e-8, 0.25],
          ],
          WORKED.weights[1]!,
        ],
        biases: [[0, 0], WORKED.biases[1]!],
      },
      { x: [2, 3], t: [0.4, 0.8] },
    );
    const subjects = [0, 1].map((index): Subject => ({ unit: { layer: 1, index }, edge: null }));
    expect(picked('forward', situation, subjects, 'h1')).toBe('h2');
  });

  test('returns none where no subject is free', () => {
    expect(picked('contribution', workedSituation(), [], '')).toBeUndefined();
  });
});
