/** @module-tag slow */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { fourFigures, threeFigures } from '../drawing/layout/text.ts';
import type { Network, Sample } from '../maths/network.ts';
import { allUnits, edgesInto, type EdgeRef, unitByName, unitName } from '../maths/unit.ts';
import { networkOf } from '../network/networkFile.ts';
import { PRESETS, presetById } from '../network/presets.ts';
import { solve } from '../network/solution.ts';
import { QUESTION_KINDS, questionModule } from '../question/kinds.ts';
import { placeNumber, setOfThree } from '../question/places/place.ts';
import { parsePlaceId, type PlaceId } from '../question/places/placeId.ts';
import { situationOf } from '../question/situation.ts';
import { LANGUAGES } from '../strings/languages.ts';
import { networks } from '../testing/arbitraries.ts';
import { runs } from '../testing/effort.ts';
import { overlappingLabels } from './labels.ts';
import {
  gradientFormula,
  sheetDrawing,
  type SheetDrawing,
  type SheetDrawingOptions,
} from './sheetDrawing.ts';

const OPTIONS: SheetDrawingOptions = {
  edge: null,
  fill: 'solved',
  areNumbered: true,
  language: 'en',
  name: 'test',
  palette: () => '#123456',
  hasFormula: true,
};

/** Texts of an SVG by the place or unit that they are drawn for. */
interface Drawn {
  readonly places: readonly { readonly place: string; readonly texts: readonly string[] }[];
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly texts: readonly string[];
}

/** Reads an SVG with an XML parser. @throws for text that is not well-formed */
function read(svg: string): Drawn {
  const places: { place: string; texts: string[] }[] = [];
  const units = new Map<string, string[]>();
  const texts: string[] = [];
  const open: { name: string; place: string | undefined; unit: string | undefined }[] = [];
  let title = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const { 'data-place': place, 'data-unit': unit } = attributes;
    if (place !== undefined) places.push({ place, texts: [] });
    if (unit !== undefined) units.set(unit, []);
    open.push({ name, place, unit });
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const own = open.at(-1)?.name;
    if (own === 'title') title = text;
    if (own !== 'text') return;
    texts.push(text);
    if (open.some(({ place }) => place !== undefined)) places.at(-1)!.texts.push(text);
    const unit = open.find((one) => one.unit !== undefined)?.unit;
    if (unit !== undefined) units.get(unit)!.push(text);
  });
  parser.write(svg).close();
  return { places, units, title, texts };
}

const edgesOf = (network: Network): EdgeRef[] =>
  allUnits(network).flatMap((unit) =>
    unit.layer === 0
      ? []
      : [...edgesInto(network, unit), { layer: unit.layer, from: 'bias' as const, to: unit.index }],
  );

const deep = fc.record({
  drawn: networks({ min: 1, max: 6 }),
  pick: fc.nat(),
  fill: fc.constantFrom('empty' as const, 'slots' as const, 'solved' as const),
  language: fc.constantFrom(...LANGUAGES),
});

function draw(
  { network, sample }: { readonly network: Network; readonly sample: Sample },
  pick: number,
  options: Partial<SheetDrawingOptions>,
): SheetDrawing & { readonly edge: EdgeRef } {
  const edges = edgesOf(network);
  const edge = edges[pick % edges.length]!;
  return { ...sheetDrawing(situationOf(network, sample), { ...OPTIONS, edge, ...options }), edge };
}

/** Value at a place, from the solution of the whole step. */
function solvedAt({ network, sample }: { network: Network; sample: Sample }, place: PlaceId): number {
  const solution = solve(network, sample);
  const parsed = parsePlaceId(place)!;
  if (parsed.kind === 'weight') {
    const [from, to] = [unitByName(network, parsed.from)!, unitByName(network, parsed.to)!];
    return network.weights[to.layer - 1]![from.index]![to.index]!;
  }
  const { layer, index } = unitByName(network, parsed.unit)!;
  if (layer === 0) return sample.x[index]!;
  // A softmax has no ∂E/∂y of one output: its error is δ.
  const rows = {
    output: solution.outputs,
    valve: solution.slopes,
    parcel: solution.deltas,
    error: solution.error ? [...solution.deltas.slice(0, -1), solution.error] : solution.deltas,
    bias: network.biases,
  };
  return rows[parsed.kind][layer - 1]![index]!;
}

describe('sheetDrawing: a gradient in any network of up to six layers', () => {
  test('is well-formed, with any name', () => {
    fc.assert(
      fc.property(deep, fc.string({ unit: 'binary' }), ({ drawn, pick, fill, language }, name) => {
        const { title, texts } = read(draw(drawn, pick, { fill, language, name: `<b>&"${name}` }).svg);
        expect(title).toContain('<b>&"');
        expect(texts.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(15, 200) },
    );
  });

  test('has each of its places once, with the number and value of the game', () => {
    fc.assert(
      fc.property(deep, ({ drawn, pick }) => {
        const { svg, edge } = draw(drawn, pick, {});
        const set = setOfThree(drawn.network, edge);
        const situation = situationOf(drawn.network, drawn.sample);
        const unit = { layer: edge.layer, index: edge.to };
        let asked = 0;
        for (const kind of QUESTION_KINDS) {
          const { build, truth, subjects } = questionModule(kind);
          if (subjects(drawn.network, unit).every((subject) => subject.edge === null)) continue;
          const question = build(situation, { unit, edge }, { sample: 0, help: 'blank', draw: () => 0.3 });
          const places = truth(situation, question).places ?? [];
          if (places.length === 0) continue;
          asked++;
          const expected = places.map((place) => ({
            place,
            texts: [fourFigures(solvedAt(drawn, place)), String(placeNumber(set, place))],
          }));
          expect(read(svg).places.toSorted(byPlace)).toEqual(expected.toSorted(byPlace));
        }
        expect(asked).toBeGreaterThan(1);
      }),
      { numRuns: runs(15, 200) },
    );
  });

  test('has no text that lies on another one', () => {
    fc.assert(
      fc.property(deep, ({ drawn, pick, fill, language }) => {
        expect(overlappingLabels(draw(drawn, pick, { fill, language }).layout)).toEqual([]);
      }),
      { numRuns: runs(25, 300), seed: 20_261_128 },
    );
  });

  test('keeps every sum and every place of an empty drawing for the student', () => {
    fc.assert(
      fc.property(deep, ({ drawn, pick }) => {
        for (const fill of ['empty', 'slots'] as const) {
          const { places, units, texts } = read(draw(drawn, pick, { fill }).svg);
          for (const [unit, written] of units) expect(written).toHaveLength(unit.startsWith('x') ? 1 : 0);
          expect(places.flatMap((place) => place.texts)).toEqual(
            fill === 'empty' ? [] : places.map(() => expect.stringMatching(/^[1-5]$/u)),
          );
          expect(texts.filter((text) => text.includes(' = −') || /= \d/u.test(text))).toEqual([]);
        }
      }),
      { numRuns: runs(8, 60) },
    );
  });
});

const byPlace = (a: { readonly place: string }, b: { readonly place: string }): number =>
  a.place < b.place ? -1 : 1;

describe.each(PRESETS.map(({ id, file }) => [id, file] as const))('network %s', (_, file) => {
  const network = networkOf(file);
  const [sample] = file.data;

  test('solved: the bellies have the sums of the solution', () => {
    const { units } = read(sheetDrawing(situationOf(network, sample!), OPTIONS).svg);
    const { sums } = solve(network, sample!);
    for (const unit of allUnits(network).filter(({ layer }) => layer > 0))
      expect(units.get(unitName(network, unit))).toEqual([threeFigures(sums[unit.layer - 1]![unit.index]!)]);
  });

  test('no text lies on another one, for the first weight of each layer', () => {
    const situation = situationOf(network, sample!);
    for (const { layer } of network.layers.map((_layer, l) => ({ layer: l + 1 })))
      for (const fill of ['slots', 'solved'] as const) {
        const { layout } = sheetDrawing(situation, { ...OPTIONS, edge: { layer, from: 0, to: 0 }, fill });
        expect(overlappingLabels(layout)).toEqual([]);
      }
  });
});

test('gradientFormula: has the numbers of the places, Σ only at a hidden unit', () => {
  const file = presetById('deep')!;
  const situation = situationOf(networkOf(file), file.data[0]!);
  const at = (layer: number, from: number | 'bias') => gradientFormula(situation, { layer, from, to: 0 });
  expect([at(4, 0), at(3, 0), at(2, 0), at(1, 'bias')]).toEqual([
    '① × ② × ⑤',
    'Σ(① × ② × ③) × ④ × ⑤',
    'Σ(② × ③) × ④ × ⑤',
    'Σ(② × ③) × ④',
  ]);
});

test('a network of the largest size: drawn with the neighbourhood of ◆ alone, its weights left to tables', () => {
  const units = 12;
  const row = Array.from({ length: units }, (_, i) => 0.1 * i - 0.5);
  const layers = Array.from({ length: 6 }, () => ({ units, activation: 'sigmoid' as const }));
  const network: Network = {
    inputs: units,
    layers,
    loss: 'half-squared-error',
    learningRate: 0.5,
    updateBiases: true,
    snap: null,
    weights: layers.map(() => row.map(() => row)),
    biases: layers.map(() => row),
  };
  const situation = situationOf(network, { x: row, t: row.map(() => 1) });
  const whole = sheetDrawing(situation, OPTIONS);
  expect(whole).toMatchObject({ isWhole: true, hasAllWeights: false, isWritable: false });
  const { isWhole, layout } = sheetDrawing(situation, { ...OPTIONS, edge: { layer: 2, from: 3, to: 4 } });
  expect(isWhole).toBe(false);
  expect(overlappingLabels(layout)).toEqual([]);
  expect(layout.chips).toHaveLength(2 * units + 2);
});
