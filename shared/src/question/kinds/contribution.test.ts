import { describe, expect, test } from 'vitest';
import { valuesOf, WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { separableMistakes } from '../diagnosis/explainNumber.ts';
import type { Interval } from '../numbers/interval.ts';
import type { HelpLevel, Part, Question } from '../question.ts';
import { contribution, edgeSubjects, factsOfQuestion, numberPart, placesPart } from './contribution.ts';

const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };
const SOFTMAX: Partial<Network> = {
  layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }],
  loss: 'cross-entropy',
};
const facts = (edge: EdgeRef, changed: Partial<Network> = {}) =>
  factsOf(workedSituation(changed, changed === SOFTMAX ? { x: [2, 3], t: [1, 0] } : undefined), edge);
const asked = (edge: EdgeRef, help: HelpLevel, changed: Partial<Network> = {}): Question =>
  contribution.build(
    facts(edge, changed).situation,
    { unit: { layer: edge.layer, index: edge.to }, edge },
    { sample: 0, help, draw: () => 0 },
  );

describe('subjects of a contribution', () => {
  test('are the weights into a unit, and its bias where biases are trained', () => {
    const unit = { layer: 1, index: 1 };
    const edges = (network: Network) => edgeSubjects(network, unit).map(({ edge }) => edge!.from);
    expect(edges(WORKED)).toEqual([0, 1, 'bias']);
    expect(edges({ ...WORKED, updateBiases: false })).toEqual([0, 1]);
    expect(edgeSubjects(WORKED, unit)[2]).toEqual({ unit, edge: { layer: 1, from: 'bias', to: 1 } });
  });

  test('are empty at an input', () => {
    expect(edgeSubjects(WORKED, { layer: 0, index: 0 })).toEqual([]);
  });
});

test('contribution at level work: asks S at hidden units only, δ only where δ is no place', () => {
  expect(asked(HIDDEN, 'work').parts).toEqual(['places', 'S', 'delta', 'G']);
  expect(asked(OUTPUT, 'work').parts).toEqual(['places', 'delta', 'G']);
  expect(asked(OUTPUT, 'work', SOFTMAX).parts).toEqual(['places', 'G']);
  expect(asked(HIDDEN, 'see').parts).toEqual(['places']);
  expect(asked(HIDDEN, 'blank').parts).toEqual(['G']);
});

test('contribution without a weight: throws a RangeError', () => {
  const { situation } = facts(HIDDEN);
  expect(() => factsOfQuestion(situation, { ...asked(HIDDEN, 'work'), edge: null })).toThrow(
    new RangeError('a question of the kind contribution is about a weight'),
  );
  expect(() => contribution.part(situation, asked(HIDDEN, 'work'), 'next')).toThrow(
    new RangeError('a question of the kind contribution has no part next'),
  );
});

describe('honest intervals: each value displayed to four figures, each step written down to three', () => {
  const near = ([low, high]: Interval, truth: number, shown: number, steps: number): void => {
    expect(low).toBeCloseTo(truth * 0.9995 ** shown * 0.995 ** steps, 12);
    expect(high).toBeCloseTo(truth * 1.0005 ** shown * 1.005 ** steps, 12);
  };

  test('of a hidden unit: δ of the next and a weight, their product, the sum; then f′ and x', () => {
    const of = (part: 'S' | 'delta' | 'G') => numberPart(facts(HIDDEN), part).honest;
    near(of('S'), 0.138, 2, 3);
    near(of('delta'), 0.138 * 0.1875, 3, 4);
    near(of('G'), 0.138 * 0.1875 * 2, 4, 5);
  });

  test('of an output: the error is read off', () => {
    const of = (part: 'S' | 'delta' | 'G') => numberPart(facts(OUTPUT), part).honest;
    near(of('S'), 0.5, 1, 0);
    near(of('delta'), 0.045, 2, 1);
    near(of('G'), 0.045 * 0.75, 3, 2);
  });

  test('of a softmax output: δ is read off, a bias needs no product', () => {
    const delta = 1 / (1 + Math.exp(Math.log(1.5) - Math.log(9))) - 1;
    const [low, high] = numberPart(facts(OUTPUT, SOFTMAX), 'G').honest;
    expect(low).toBeCloseTo(delta * 0.75 * 1.0005 ** 2 * 1.005, 12);
    expect(high).toBeCloseTo(delta * 0.75 * 0.9995 ** 2 * 0.995, 12);
    near(numberPart(facts({ layer: 1, from: 'bias', to: 0 }), 'G').honest, 0.138 * 0.1875, 3, 4);
  });
});

describe('the player’s own earlier values', () => {
  const carried = (part: 'S' | 'delta' | 'G', own: Partial<Record<Part, number>>, edge: EdgeRef = HIDDEN) =>
    numberPart(facts(edge), part).carried(own);

  test('carry forward: S to δ and G, δ to G before S', () => {
    expect(carried('delta', { S: 0.14 })).toEqual([expect.closeTo(0.14 * 0.1875, 12)]);
    expect(carried('G', { S: 0.14 })).toEqual([expect.closeTo(0.14 * 0.1875 * 2, 12)]);
    expect(carried('G', { delta: 0.026 })).toEqual([expect.closeTo(0.052, 12)]);
    // Either may have been gone on from.
    expect(carried('G', { S: 0.14, delta: 0.026 })).toEqual([
      expect.closeTo(0.052, 12),
      expect.closeTo(0.14 * 0.1875 * 2, 12),
    ]);
  });

  test('carry nothing where there are none, and nothing backward', () => {
    expect(carried('G', {})).toEqual([]);
    expect(carried('delta', { delta: 0.026 })).toEqual([]);
    expect(carried('S', { S: 0.14, delta: 0.026 })).toEqual([]);
    expect(numberPart(facts(OUTPUT, SOFTMAX), 'G').carried({ S: 0.14 })).toEqual([]);
  });

  test('are the base of a mistake’s value', () => {
    const part = (name: 'delta' | 'G') => numberPart(facts(HIDDEN), name);
    const of = (name: 'delta' | 'G', id: 'slope-missing' | 'input-missing' | 'rate-applied', own: object) =>
      part(name)
        .candidates(own)
        .find((candidate) => candidate.id === id)!.value;
    expect(of('delta', 'slope-missing', { S: 0.14 })).toBeCloseTo(0.14, 12);
    expect(of('G', 'input-missing', { S: 0.14 })).toBeCloseTo(0.14 * 0.1875, 12);
    expect(of('G', 'input-missing', { S: 0.14, delta: 0.026 })).toBeCloseTo(0.026, 12);
    expect(of('G', 'rate-applied', { delta: 0.026 })).toBeCloseTo(0.3 * 0.052, 12);
    expect(of('G', 'input-missing', {})).toBeCloseTo(0.025875, 12);
    const steps = part('G')
      .candidates({ delta: 0.026 })
      .filter(({ id }) => id === 'step-given');
    expect(steps[1]!.value).toBeCloseTo(0.5 - 0.3 * 0.052, 12);
    const softmax = numberPart(facts(OUTPUT, SOFTMAX), 'G').candidates({ S: 5 });
    expect(softmax.find(({ id }) => id === 'input-missing')!.value).toBeLessThan(0);
  });
});

describe('truth of a contribution', () => {
  const truth = (edge: EdgeRef, changed: Partial<Network> = {}) =>
    contribution.truth(facts(edge, changed).situation, asked(edge, 'work', changed));

  test('of a hidden weight: the places, S, δ and G', () => {
    expect(truth(HIDDEN)).toEqual({
      places: ['e:y1', 'f:y1', 'w:h1>y1', 'e:y2', 'f:y2', 'w:h1>y2', 'f:h1', 'o:x1'],
      S: expect.closeTo(0.138, 12),
      delta: expect.closeTo(0.025875, 12),
      G: expect.closeTo(0.05175, 12),
    });
  });

  test('of an output weight: no S, which is a place', () => {
    expect(truth(OUTPUT)).toEqual({
      places: ['e:y1', 'f:y1', 'o:h1'],
      delta: expect.closeTo(0.045, 12),
      G: expect.closeTo(0.03375, 12),
    });
    expect(numberPart(facts(OUTPUT), 'S').truth).toBeCloseTo(0.5, 12);
    expect(numberPart(facts(OUTPUT, SOFTMAX), 'S').truth).toBeCloseTo(-1 / 7, 12);
  });

  test('is always finite', () => {
    const huge = facts(HIDDEN, {
      weights: [
        WORKED.weights[0]!,
        [
          [1e308, 1e308],
          [0, 0],
        ],
      ],
    });
    expect(() => contribution.truth({ ...huge.situation }, asked(HIDDEN, 'work'))).not.toThrow();
    const endless = {
      ...huge.situation,
      truth: {
        ...huge.situation.truth,
        gradients: { ...huge.situation.truth.gradients, weights: [[[Number.POSITIVE_INFINITY]]] },
      },
    };
    expect(() => contribution.truth(endless, asked(HIDDEN, 'work'))).toThrow(
      new RangeError('the gradient of x1→h1 is not finite'),
    );
  });
});

test('places part: accepts the places of the network and nothing else', () => {
  const part = placesPart(facts(OUTPUT));
  expect(part.truth).toEqual(['e:y1', 'f:y1', 'o:h1']);
  expect([part.isPlace('w:x1>h1'), part.isPlace('b:h1'), part.isPlace('e:y3')]).toEqual([true, false, false]);
  expect(part.explain(new Set(['e:y1', 'o:h1']))).toEqual([{ id: 'slope-missing', place: 'f:y1' }]);
});

test('contribution: quality is measured by G and by the number of separable mistakes', () => {
  expect(contribution.judgedBy(asked(HIDDEN, 'see'))).toEqual(['G']);
  expect(valuesOf(numberPart(facts(HIDDEN), 'G'), 'input-missing')).toEqual([0.025875]);
  // Of two with one value the first counts: under half the squared error the shortcut is f′ left out.
  const separable = separableMistakes(numberPart(facts(OUTPUT), 'G'));
  expect(separable).toContain('slope-missing');
  expect(separable).not.toContain('loss-shortcut');
});
