/** @module-tag slow */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { fourFigures } from '../drawing/layout/text.ts';
import { allUnits, type EdgeRef, unitName } from '../maths/unit.ts';
import type { Network, Sample } from '../maths/network.ts';
import { fileOf, networkOf } from '../network/networkFile.ts';
import { presetById } from '../network/presets.ts';
import { solve } from '../network/solution.ts';
import { questionModule } from '../question/kinds.ts';
import type { QuestionKind } from '../question/question.ts';
import { situationOf } from '../question/situation.ts';
import { receiptOf } from '../receipt/receipt.ts';
import { LANGUAGES } from '../strings/languages.ts';
import { SHEET_WORDS } from '../strings/sheet.ts';
import { networks } from '../testing/arbitraries.ts';
import { runs } from '../testing/effort.ts';
import { chooseEdges } from './chooseEdges.ts';
import { worksheetHtml } from './worksheetHtml.ts';

const palette = () => '#123456';

/** Blanks of a sheet in order: what each asks for, and what is written in it. */
function blanksOf(sheet: string): { readonly part: string; readonly text: string }[] {
  const blanks: { part: string; text: string }[] = [];
  const open: boolean[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    const isBlank = attributes['data-paper'] === 'blank';
    open.push(isBlank);
    if (isBlank) blanks.push({ part: attributes['data-part'] ?? '', text: '' });
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    if (open.at(-1)) blanks.at(-1)!.text += text;
  });
  parser.write(sheet).close();
  return blanks;
}

/** Right values of the game's own questions about a weight, from their receipts, in the order of a sheet. */
function receiptValues({ network, sample }: { network: Network; sample: Sample }, edge: EdgeRef): string[] {
  const situation = situationOf(network, sample);
  const unit = { layer: edge.layer, index: edge.to };
  const value = (kind: QuestionKind, part: 'S' | 'delta' | 'G' | 'next'): string[] => {
    const options = { sample: 0, help: 'work', draw: () => 0.3 } as const;
    const question = questionModule(kind).build(situation, { unit, edge }, options);
    if (part !== 'G' && !question.parts.includes(part)) return [];
    const { right, spreadsheet } = receiptOf(situation, question, [], 'en');
    const row = spreadsheet.rows[Number(right.get(part)!.slice(1)) - 2]!;
    return [`${part} ${fourFigures(row.value)}`];
  };
  return [
    ...value('contribution', 'S'),
    ...value('contribution', 'delta'),
    ...value('contribution', 'G'),
    ...value('update', 'next'),
  ];
}

test('solutions: have the values of the solution and of the game’s receipts', () => {
  fc.assert(
    fc.property(networks({ min: 1, max: 6 }), fc.nat(1000), ({ network, sample }, seed) => {
      const edges = chooseEdges(network, 3, seed);
      const file = fileOf('n', network, [{ x: [...sample.x], t: [...sample.t] }]);
      const options = { edges, sample: 0, places: 'slots', language: 'ja', palette } as const;
      const blanks = blanksOf(worksheetHtml(file, options).solutions);
      expect(blanks.filter(({ text }) => text === '')).toEqual([]);
      const asked = blanks.filter(({ part }) => part !== '').map(({ part, text }) => `${part} ${text}`);
      const { sums, outputs, slopes, error, deltas } = solve(network, sample);
      const forward = allUnits(network)
        .filter(({ layer }) => layer > 0)
        .flatMap((unit) => {
          const [l, j] = [unit.layer - 1, unit.index];
          const name = unitName(network, unit);
          const slope = slopes[l] ? [`f:${name} ${fourFigures(slopes[l][j]!)}`] : [];
          return [
            `u:${name} ${fourFigures(sums[l]![j]!)}`,
            `a:${name} ${fourFigures(outputs[l]![j]!)}`,
            ...slope,
          ];
        });
      const errors = (error ?? deltas.at(-1)!).map((e, k) => `e:y${k + 1} ${fourFigures(e)}`);
      const gradients = edges.flatMap((edge) => receiptValues({ network, sample }, edge));
      expect(asked).toEqual([...forward, ...errors, ...gradients]);
    }),
    { numRuns: runs(6, 80), seed: 20_261_128 },
  );
});

test.each(LANGUAGES)('questions, %s: every blank is empty, but for parcels, which are given', (language) => {
  const file = presetById('deep')!;
  const network = networkOf(file);
  const edges = chooseEdges(network, 8, 1);
  const { questions } = worksheetHtml(file, { edges, sample: 0, places: 'empty', language, palette });
  const { deltas } = solve(network, file.data[0]!);
  const parcels = new Set(deltas.flat().map(fourFigures));
  const filled = blanksOf(questions).filter(({ text }) => text !== '');
  expect(filled.length).toBeGreaterThan(0);
  for (const { part, text } of filled) {
    expect(part).toBe('');
    expect(parcels).toContain(text);
  }
  expect(questions).toContain(SHEET_WORDS[language].parcelsGiven);
});

test('a name with signs of HTML stays a name', () => {
  const file = { ...presetById('swap')!, name: '</h1><script>alert(1)</script>&' };
  const { questions } = worksheetHtml(file, {
    edges: [],
    sample: 0,
    places: 'empty',
    language: 'en',
    palette,
  });
  expect(questions).not.toContain('<script');
  expect(() => blanksOf(questions)).not.toThrow();
});

test('chooseEdges: each weight once, the last layer first, the same for the same seed', () => {
  const network = networkOf(presetById('deep')!);
  const edges = chooseEdges(network, 12, 7);
  expect(edges.slice(0, 4).map(({ layer }) => layer)).toEqual([4, 3, 2, 1]);
  expect(new Set(edges.map((edge) => JSON.stringify(edge))).size).toBe(12);
  expect(chooseEdges(network, 12, 7)).toEqual(edges);
  expect(chooseEdges(network, 12, 8)).not.toEqual(edges);
  expect(chooseEdges(networkOf(presetById('swap')!), 12, 1)).toHaveLength(8);
});

test('a network whose weights do not fit into the drawing has them in tables', () => {
  const units = 12;
  const row = Array.from({ length: units }, (_, i) => 0.1 * i - 0.5);
  const layer = { units, activation: 'sigmoid' as const };
  const file = {
    ...presetById('swap')!,
    layers: [{ units }, layer, layer],
    weights: [row.map(() => row), row.map(() => row)],
    biases: [row, row],
    data: [{ x: row, t: row }],
  };
  const options = { edges: [], sample: 0, places: 'empty', language: 'en', palette } as const;
  const { questions } = worksheetHtml(file, options);
  expect(questions).toContain(SHEET_WORDS.en.weightsText);
  expect(questions).toContain(SHEET_WORDS.en.tooSmall);
  expect(questions.match(/data-paper="numbers"/gu)).toHaveLength(2);
  expect(worksheetHtml(presetById('swap')!, options).questions).not.toContain(SHEET_WORDS.en.weightsText);
});

test('a sample that the file does not have: an error of the program', () => {
  const options = { edges: [], sample: 99, places: 'empty', language: 'en', palette } as const;
  expect(() => worksheetHtml(presetById('swap')!, options)).toThrow(RangeError);
});
