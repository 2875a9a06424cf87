import { describe, expect, test } from 'vitest';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import type { Network } from '../../maths/network.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { explainPlaces } from './explainPlaces.ts';
import { factsOf } from '../facts.ts';
import type { PlaceId } from '../places/place.ts';

/** Lists everything named for a set of places, in order. */
function said(edge: EdgeRef, taken: string, changed: Partial<Network> = {}): string[] {
  const units = (changed.layers ?? WORKED.layers).at(-1)!.units;
  const t = Array.from({ length: units }, (_, k) => (k === 0 ? 1 : 0));
  const facts = factsOf(workedSituation(changed, { x: [2, 3], t }), edge);
  const places = new Set(taken.split(' ').filter((id) => id !== '')) as Set<PlaceId>;
  return explainPlaces(facts, places).map(({ id, place }) => `${id} ${place}`);
}
const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };

/** Layer sizes of a 2-hidden-outputs network, with arbitrary weights. */
const sized = (hidden: number, outputs: number): Partial<Network> => ({
  layers: [
    { units: hidden, activation: 'sigmoid' },
    { units: outputs, activation: 'sigmoid' },
  ],
  weights: [
    Array.from({ length: 2 }, () => Array.from({ length: hidden }, () => 0.1)),
    Array.from({ length: hidden }, () => Array.from({ length: outputs }, () => 0.1)),
  ],
  biases: [Array.from({ length: hidden }, () => 0), Array.from({ length: outputs }, () => 0)],
});

describe('explainPlaces, of x1→h1 in the backward pass from two outputs', () => {
  test.each<[string, string, string[]]>([
    ['everything', 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 o:x1', []],
    [
      'the weights left out: said once, at the first',
      'e:y1 f:y1 e:y2 f:y2 f:h1 o:x1',
      ['sum-no-weights w:h1>y1'],
    ],
    ['one weight left out', 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 f:h1 o:x1', ['sum-no-weights w:h1>y2']],
    [
      'a weight from further off in its place',
      'e:y1 f:y1 w:h2>y2 e:y2 f:y2 w:h1>y2 f:h1 o:x1',
      ['weight-wrong w:h1>y1', 'sum-no-weights w:h1>y1'],
    ],
    [
      'the row in place of the column',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h2>y1 f:h1 o:x1',
      ['sum-transposed w:h1>y2', 'sum-no-weights w:h1>y2'],
    ],
    [
      'the row alone, both of the column left out',
      'e:y1 f:y1 e:y2 f:y2 w:h2>y1 f:h1 o:x1',
      ['sum-transposed w:h1>y1', 'sum-no-weights w:h1>y1'],
    ],
    [
      'no weight in the place of a weight: another input is none',
      'e:y1 f:y1 e:y2 f:y2 f:h1 o:x2',
      ['sum-no-weights w:h1>y1', 'input-wrong o:x1'],
    ],
    ['one way left out', 'e:y1 f:y1 w:h1>y1 f:h1 o:x1', ['sum-one-path e:y2']],
    ['no way walked at all', 'f:h1 o:x1', []],
    [
      'the valves of the outputs left out: said once',
      'e:y1 w:h1>y1 e:y2 w:h1>y2 f:h1 o:x1',
      ['sum-raw-error f:y1'],
    ],
    [
      'its own valve left out, and no other taken',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 o:x2',
      ['slope-missing f:h1', 'input-wrong o:x1'],
    ],
    [
      'the valve of its neighbour',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h2 o:x1',
      ['slope-wrong-unit f:h1'],
    ],
    [
      'its own weight in place of the input',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 w:x1>h1',
      ['input-weight o:x1'],
    ],
    [
      'its own output in place of the input',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 o:h1',
      ['input-own-output o:x1'],
    ],
    [
      'all of it and two more',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 o:x1 f:h2 o:x2',
      ['place-extra f:h2'],
    ],
    [
      'one too many beside one too few: the one that is missing',
      'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 w:h2>y1',
      ['input-missing o:x1'],
    ],
  ])('%s', (_, taken, expected) => {
    expect(said(HIDDEN, taken)).toEqual(expected);
  });
});

describe('explainPlaces, of row and column', () => {
  test('finds no transposition where the matrix is not square', () => {
    const all = 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 e:y3 f:y3 f:h1 o:x1';
    expect(said(HIDDEN, all, sized(2, 3))).toEqual(['sum-no-weights w:h1>y3']);
    expect(said(HIDDEN, `${all} w:h2>y1`, sized(2, 3))).toEqual([
      'weight-wrong w:h1>y3',
      'sum-no-weights w:h1>y3',
    ]);
  });

  test('names a transposition only for a whole row, not for a piece of one', () => {
    const rest = 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 e:y3 f:y3 f:h1 o:x1';
    expect(said(HIDDEN, `${rest} w:h2>y1 w:h3>y1`, sized(3, 3))).toEqual([
      'sum-transposed w:h1>y2',
      'sum-no-weights w:h1>y2',
    ]);
    expect(said(HIDDEN, `${rest} w:h2>y1`, sized(3, 3))).toEqual(['sum-no-weights w:h1>y2']);
    expect(said(HIDDEN, `${rest} w:h2>y1 w:h3>y3`, sized(3, 3))).toEqual([
      'weight-wrong w:h1>y2',
      'sum-no-weights w:h1>y2',
    ]);
  });
});

test('explainPlaces: at an output never names a missing error signal', () => {
  expect(said(OUTPUT, 'f:y1 o:h1')).toEqual([]);
  expect(said(OUTPUT, 'e:y1 o:h1')).toEqual(['slope-missing f:y1']);
});

test('explainPlaces: at a softmax output names no missing valve', () => {
  const softmax: Partial<Network> = {
    layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }],
    loss: 'cross-entropy',
  };
  expect(said(OUTPUT, 'e:y1', softmax)).toEqual(['input-missing o:h1']);
  expect(said(HIDDEN, 'e:y1 w:h1>y1 e:y2 f:h1 o:x1', softmax)).toEqual(['sum-no-weights w:h1>y2']);
});

test('explainPlaces: for a bias names no missing input', () => {
  expect(said({ layer: 2, from: 'bias', to: 0 }, 'e:y1')).toEqual(['slope-missing f:y1']);
  expect(said({ layer: 2, from: 'bias', to: 0 }, 'e:y1 f:y1 o:h1')).toEqual(['place-extra o:h1']);
});

test('explainPlaces: in a deep network the parcel of the next unit stands for what lies behind it', () => {
  const deep: Partial<Network> = {
    layers: [WORKED.layers[0]!, ...WORKED.layers],
    weights: [WORKED.weights[0]!, ...WORKED.weights],
    biases: [WORKED.biases[0]!, ...WORKED.biases],
  };
  expect(said(HIDDEN, 'p:h2.1 p:h2.2 w:h1.1>h2.2 f:h1.1 o:x1', deep)).toEqual(['sum-no-weights w:h1.1>h2.1']);
});
