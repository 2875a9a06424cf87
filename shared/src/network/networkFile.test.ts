import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import { update } from '../maths/update.ts';
import { fileOf, type NetworkFile, networkOf, readNetworkFile } from './networkFile.ts';
import { PRESETS, presetById } from './presets.ts';

const mazur = presetById('mazur')!;
const paths = (value: unknown): string[] => {
  const read = readNetworkFile(value);
  return read.ok ? [] : read.problems.map(({ path }) => path);
};

test.each(PRESETS)('preset $id: is a valid file, and its network runs on all its data', ({ file }) => {
  expect(readNetworkFile(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, file });
  const network = networkOf(file);
  for (const { x, t } of file.data) {
    const { gradients } = backward(network, forward(network, x), t);
    expect(gradients.weights.flat(2).every(Number.isFinite)).toBe(true);
  }
});

test('swap: one lane avoids kinks, where f′ is a convention, for seven rounds', () => {
  for (const { file } of PRESETS) {
    let network = networkOf(file);
    for (let round = 0; round < 7; round++) {
      const { x, t } = file.data[round % file.data.length]!;
      const pass = forward(network, x);
      pass.sums.forEach((row, l) => {
        if (!network.layers[l]!.activation.endsWith('relu')) return;
        for (const u of row)
          expect(Math.abs(u), `${file.name}, round ${round + 1}`).toBeGreaterThanOrEqual(0.1 - 1e-9);
      });
      network = update(network, backward(network, pass, t).gradients);
    }
  }
});

test('defaults: are filled in', () => {
  const { biases: _b, learningRate: _r, updateBiases: _u, ...bare } = mazur;
  const read = readNetworkFile(bare);
  expect(read.ok && networkOf(read.file)).toMatchObject({
    biases: [
      [0, 0],
      [0, 0],
    ],
    learningRate: 0.5,
    updateBiases: true,
    snap: null,
  });
});

test('slopes of leaky relu: `up` is kept where it is not 1, and left out of the network otherwise', () => {
  const layersWith = (...sides: readonly object[]) => {
    const layers = [{ units: 2 }, ...sides.map((side) => ({ units: 2, activation: 'leaky-relu', ...side }))];
    const read = readNetworkFile({ ...mazur, layers });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const network = networkOf(read.file);
    const again = readNetworkFile(JSON.parse(JSON.stringify(fileOf('again', network, mazur.data))));
    expect(again.ok && networkOf(again.file)).toEqual(network);
    return network.layers;
  };
  const leaky = { units: 2, activation: 'leaky-relu' };
  expect(layersWith({}, { slope: 0.3, up: 1 })).toEqual([
    { ...leaky, slope: 0.01 },
    { ...leaky, slope: 0.3 },
  ]);
  expect(layersWith({ up: 0 }, { slope: 0.3, up: 0.8 })).toEqual([
    { ...leaky, slope: 0.01, up: 0 },
    { ...leaky, slope: 0.3, up: 0.8 },
  ]);
  const refused = readNetworkFile({
    ...mazur,
    layers: [
      { units: 2, up: 1 },
      { units: 2, activation: 'tanh', slope: 1 },
    ],
  });
  expect(!refused.ok && refused.problems.map(({ path, expected }) => `${path} ${expected}`)).toEqual(
    expect.arrayContaining([
      'layers[0].up expected nothing: only a leaky-relu layer has the field up',
      'layers[1].slope expected nothing: only a leaky-relu layer has the field slope',
    ]),
  );
});

type Change = readonly [string, (file: Record<string, unknown>) => void, readonly string[]];
const CHANGES: readonly Change[] = [
  ['an unknown field', (file) => Object.assign(file, { colour: 'red' }), ['colour']],
  ['another format', (file) => Object.assign(file, { format: 'x@2' }), ['format']],
  ['an empty name', (file) => Object.assign(file, { name: ' ' }), ['name']],
  ['a learning rate of 0', (file) => Object.assign(file, { learningRate: 0 }), ['learningRate']],
  [
    'a weight that is no number',
    (file) =>
      Object.assign(file, {
        weights: [
          [
            [Number.NaN, 1],
            [1, 1],
          ],
          mazur.weights[1],
        ],
      }),
    ['weights[0][0][0]'],
  ],
  [
    'a matrix with its rows and columns mixed up',
    (file) =>
      Object.assign(file, {
        weights: [
          [
            [1, 1, 1],
            [1, 1, 1],
          ],
          mazur.weights[1],
        ],
      }),
    ['weights[0][0]', 'weights[0][1]'],
  ],
  ['a bias too few', (file) => Object.assign(file, { biases: [[1], [1, 1]] }), ['biases[0]']],
  ['no data', (file) => Object.assign(file, { data: [] }), ['data']],
  [
    'a sample that does not fit',
    (file) => Object.assign(file, { data: [{ x: [1], t: [1, 2, 3] }] }),
    ['data[0].x', 'data[0].t'],
  ],
  [
    'softmax without cross-entropy',
    (file) =>
      Object.assign(file, {
        layers: [{ units: 2 }, { units: 2, activation: 'tanh' }, { units: 2, activation: 'softmax' }],
      }),
    ['loss'],
  ],
  [
    'softmax in the middle',
    (file) =>
      Object.assign(file, {
        layers: [{ units: 2 }, { units: 2, activation: 'softmax' }, { units: 2, activation: 'sigmoid' }],
      }),
    ['layers[1].activation'],
  ],
  [
    'binary cross-entropy on tanh',
    (file) =>
      Object.assign(file, {
        loss: 'binary-cross-entropy',
        layers: [{ units: 2 }, { units: 2, activation: 'tanh' }, { units: 2, activation: 'tanh' }],
      }),
    ['layers[2].activation'],
  ],
  [
    'a target outside 0 to 1 under binary cross-entropy',
    (file) => Object.assign(file, { loss: 'binary-cross-entropy', data: [{ x: [1, 1], t: [0, 1.5] }] }),
    ['data[0].t'],
  ],
  [
    'a slope on a sigmoid',
    (file) =>
      Object.assign(file, {
        layers: [
          { units: 2 },
          { units: 2, activation: 'sigmoid', slope: 0.1 },
          { units: 2, activation: 'sigmoid' },
        ],
      }),
    ['layers[1].slope'],
  ],
  [
    'an upper slope on a relu, and an unknown field beside it',
    (file) =>
      Object.assign(file, {
        layers: [
          { units: 2 },
          { units: 2, activation: 'relu', up: 0.8 },
          { units: 2, activation: 'leaky-relu', up: 0.8, down: 0.3 },
        ],
      }),
    ['layers[1].up', 'layers[2].down'],
  ],
  [
    'an upper slope that is no number',
    (file) =>
      Object.assign(file, {
        layers: [
          { units: 2 },
          { units: 2, activation: 'leaky-relu', up: '0.8' },
          { units: 2, activation: 'sigmoid' },
        ],
      }),
    ['layers[1].up'],
  ],
  [
    'an activation on the input',
    (file) =>
      Object.assign(file, {
        layers: [
          { units: 2, activation: 'tanh' },
          { units: 2, activation: 'sigmoid' },
          { units: 2, activation: 'sigmoid' },
        ],
      }),
    ['layers[0].activation'],
  ],
];

test.each(CHANGES)('%s: is refused with its path', (_, change, expected) => {
  const file = JSON.parse(JSON.stringify(mazur)) as Record<string, unknown>;
  change(file);
  expect(paths(file).sort()).toEqual([...expected].sort());
});

test('limits: 12 units a layer, 6 layers after the input', () => {
  const deep = (layers: number, units: number): unknown => ({
    ...mazur,
    layers: [{ units: 1 }, ...Array.from({ length: layers }, () => ({ units, activation: 'tanh' }))],
    weights: Array.from({ length: layers }, (_, l) =>
      Array.from({ length: l === 0 ? 1 : units }, () => Array.from({ length: units }, () => 0.1)),
    ),
    biases: undefined,
    data: [{ x: [1], t: Array.from({ length: units }, () => 0) }],
  });
  expect(paths(deep(6, 12))).toEqual([]);
  expect(paths(deep(7, 12))).toEqual(['layers']);
  expect(paths(deep(1, 13))).toEqual(['layers[1].units']);
});

test('broken file: all problems at once, in both languages', () => {
  const broken = JSON.parse(JSON.stringify(mazur)) as Record<string, unknown>;
  for (const [, change] of CHANGES.slice(0, 4)) change(broken);
  Object.assign(broken, { biases: [[1], [1, 1]], data: [{ x: [1], t: ['a', 2] }] });
  const expected = ['colour', 'format', 'name', 'learningRate', 'biases[0]', 'data[0].x', 'data[0].t[0]'];
  expect(paths(broken).sort()).toEqual(expected.sort());
  const japanese = readNetworkFile(broken, 'ja');
  expect(!japanese.ok && japanese.problems.every(({ expected: words }) => /[ぁ-ん]/u.test(words))).toBe(true);
});

test('any JSON: is a file or a list of problems, never an exception', () => {
  const shaken = fc
    .jsonValue()
    .chain((junk) => fc.constantFrom(...Object.keys(mazur)).map((key) => ({ ...mazur, [key]: junk })));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), shaken), (value) => {
      const read = readNetworkFile(value);
      if (read.ok) expect(() => networkOf(read.file satisfies NetworkFile)).not.toThrow();
      else expect(read.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});
