import { describe, expect, test } from 'vitest';
import {
  chain,
  known,
  type Row,
  rows,
  valuesOf,
  WORKED,
  WORKED_SOFTMAX,
  workedSituation,
} from '../../testing/handWorked.ts';
import type { Layer, Network } from '../../maths/network.ts';
import { belly, output } from '../kinds/forward.ts';
import type { NumberPart } from '../gradedPart.ts';
import { isWorking } from '../diagnosis/operands/isWorking.ts';
import type { MistakeId } from '../question.ts';
import { readNumber } from '../numbers/readNumber.ts';
import type { Situation } from '../situation.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
/** The pre-activation of h1 (layer 1) or y1 (layer 2), as a part. */
function sumAt(situation: Situation, layer = 1): NumberPart {
  const question = belly.build(situation, { unit: { layer, index: 0 }, edge: null }, choice);
  return belly.part(situation, question, layer === 1 ? 'u:h1' : 'u:y1') as NumberPart;
}
function outputAt(situation: Situation, layer = 1): NumberPart {
  const question = output.build(situation, { unit: { layer, index: 0 }, edge: null }, choice);
  return output.part(situation, question, layer === 1 ? 'a:h1' : 'a:y1') as NumberPart;
}
const idsOf = (part: NumberPart) => new Set(part.candidates().map(({ id }) => id));
const at = (place: string, ...of: readonly (readonly [MistakeId, number])[]): Row[] =>
  of.map(([id, value]): Row => [id, place, value]);
const slips = (place: string, value: number): Row[] =>
  [0.1, 10, 0.01, 100, 0.001, 1000].map((power): Row => ['slip', place, power * value]);

describe('sum in h1: places and values of every mistake', () => {
  const [ln3, b] = [Math.log(3), Math.log(3) + 2];

  test('sum 0.5·2 − 1·3 + b = ln 3', () => {
    expect(known(sumAt(workedSituation()))).toEqual(
      rows([
        ['added', 'w:x1>h1', 0.5 + 2 - 1 + 3 + b],
        ...at('b:h1', ['bias-missing', 1 - 3], ['bias-sign', 1 - 3 - b]),
        ['input-left-out', 'o:x1', -3 + b],
        ['input-left-out', 'o:x2', 1 + b],
        ...at(
          'w:x1>h1',
          ['weights-missing', 2 + 3 + b],
          // Weights of h2, and a row in place of a column.
          ['weight-wrong', 3 + 0.75 + b],
          ['weight-wrong', 1 + 4.5 + b],
          ['weight-crossed', -2 + 1.5 + b],
        ),
        ['f-applied', 'o:h1', 0.75],
        ...at('w:x1>h1', ['sign-slip', -ln3], ['neighbour', -Math.log(4)]),
        ...slips('b:h1', ln3),
      ]),
    );
  });

  test('sum without a bias: none can be forgotten', () => {
    const situation = workedSituation({ biases: [[0, 0], WORKED.biases[1]!] });
    const ids = idsOf(sumAt(situation));
    expect([ids.has('bias-missing'), ids.has('bias-sign')]).toEqual([false, false]);
    expect(valuesOf(sumAt(situation), 'weights-missing')).toEqual([5]);
  });

  test('sum of one input: none can be left out or crossed, no row taken for a column', () => {
    const line = chain([{ activation: 'identity' }, { activation: 'identity' }], [0.5, 3], [1, 0]);
    const part = sumAt(workedSituation(line, { x: [2], t: [0] }));
    expect([...idsOf(part)]).toEqual([
      'added',
      'bias-missing',
      'bias-sign',
      'weights-missing',
      'sign-slip',
      'slip',
    ]);
  });

  test('sum of three inputs: weights cross to either side; a 3 × 2 matrix is not transposed', () => {
    const three: Partial<Network> = {
      inputs: 3,
      weights: [
        [
          [1, 7],
          [10, 8],
          [100, 9],
        ],
        WORKED.weights[1]!,
      ],
      biases: [[0.5, 0], WORKED.biases[1]!],
    };
    const part = sumAt(workedSituation(three, { x: [1, 2, 3], t: [0.4, 0.8] }));
    // [10, 100, 1] and [100, 1, 10] times [1, 2, 3]
    expect(valuesOf(part, 'weight-crossed')).toEqual([213.5, 132.5]);
    expect(valuesOf(part, 'weight-wrong')).toEqual([7 + 16 + 27 + 0.5]);
    expect(valuesOf(part, 'input-left-out')).toEqual([320.5, 301.5, 21.5]);
  });

  test('sum before an identity: f cannot have been applied', () => {
    const line = (w: number) => chain([{ activation: 'relu' }, { activation: 'identity' }], [w, 3], [0, 0]);
    const ids = (w: number) => idsOf(sumAt(workedSituation(line(w), { x: [2], t: [0] })));
    expect(ids(1).has('f-applied')).toBe(false);
    expect(ids(-1).has('f-applied')).toBe(true);
  });
});

test('sum of one input and no bias: its product is the only working', () => {
  const line = (b: number): Partial<Network> => ({
    inputs: 1,
    weights: [[[0.5, 0.25]], WORKED.weights[1]!],
    biases: [[b, b], WORKED.biases[1]!],
  });
  const shows = (b: number, id: MistakeId, raw: string) => {
    const part = sumAt(workedSituation(line(b), { x: [2], t: [0.4, 0.8] }));
    const read = readNumber(raw);
    const mistake = part.candidates().find((candidate) => candidate.id === id)!;
    return read.ok && isWorking(read.typed, mistake.working);
  };
  expect(shows(0, 'weight-wrong', '0.25*2')).toBe(true);
  expect(shows(7, 'bias-missing', '0.5*2')).toBe(true);
  expect(shows(7, 'weight-wrong', '0.25*2+7')).toBe(true);
  expect(shows(7, 'weight-wrong', '0.25*2')).toBe(false);
});

test('sum in y1: its operands are the outputs of h1 and h2', () => {
  const part = sumAt(workedSituation(), 2);
  const b = Math.log(9) - 1.4;
  for (const row of rows([
    ['added', 'w:h1>y1', 2 + 0.75 - 0.5 + 0.2 + b],
    ['bias-missing', 'b:y1', 1.4],
    ['input-left-out', 'o:h2', 1.5 + b],
    ['weight-wrong', 'w:h1>y1', -0.75 + 0.6 + b],
    ['f-applied', 'o:y1', 0.9],
  ])) {
    expect(known(part)).toContain(row);
  }
});

describe('output of h1: places and values of every mistake', () => {
  test('output σ(ln 3) = 0.75', () => {
    expect(known(outputAt(workedSituation()))).toEqual(
      rows(
        at(
          'o:h1',
          ['f-missing', Math.log(3)],
          ['f-slope', 0.1875],
          ['f-wrong', 0.8],
          ['f-twice', 1 / (1 + Math.exp(-0.75))],
          ['sign-slip', -0.75],
          ['neighbour', 0.2],
        ).concat(slips('o:h1', 0.75)),
      ),
    );
  });

  test('output of an open relu: neither leaving f out nor applying it twice shows', () => {
    const line = (w: number) => chain([{ activation: 'relu' }, { activation: 'identity' }], [w, 3], [0, 0]);
    const ids = (w: number) => [...idsOf(outputAt(workedSituation(line(w), { x: [2], t: [0] })))];
    expect(ids(1)).toEqual(['f-slope', 'f-wrong', 'sign-slip', 'slip']);
    // 0 for −2: f of it is 0 again, as is its sign; f′ is 0 as well.
    expect(ids(-1)).toEqual(['f-missing', 'f-wrong']);
  });

  test('output of a leaky relu: applied twice, the slope is squared', () => {
    const leaky = chain(
      [{ activation: 'leaky-relu', slope: 0.5 }, { activation: 'identity' }],
      [-1, 3],
      [0, 0],
    );
    expect(valuesOf(outputAt(workedSituation(leaky, { x: [2], t: [0] })), 'f-twice')).toEqual([-0.5]);
  });

  test('output: other curves are put in its place, never its own', () => {
    const of = (activation: Layer['activation']) =>
      valuesOf(
        outputAt(
          workedSituation(chain([{ activation }, { activation: 'identity' }], [1, 3], [0, 0]), {
            x: [Math.log(3)],
            t: [0],
          }),
        ),
        'f-wrong',
      );
    expect(of('sigmoid')).toEqual([0.8]);
    expect(of('tanh')).toEqual([0.75]);
    expect(of('relu')).toEqual([0.75, 0.8]);
  });
});

test('output of a softmax: e^u without the others, curves of one unit, and no f′', () => {
  const situation = workedSituation(WORKED_SOFTMAX, { x: [2, 3], t: [1, 0] });
  expect(known(outputAt(situation, 2))).toEqual(
    rows([
      ...at(
        'o:y1',
        ['f-missing', Math.log(3)],
        ['f-wrong', 0.75],
        ['f-wrong', 0.8],
        ['softmax-alone', 3],
        ['sign-slip', -0.75],
        ['neighbour', 0.25],
      ),
      ...slips('o:y1', 0.75),
    ]),
  );
});
