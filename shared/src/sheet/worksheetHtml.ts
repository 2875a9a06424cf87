import { fourFigures, shortFigures } from '../drawing/layout/text.ts';
import { outputLayer } from '../maths/network.ts';
import { allUnits, type EdgeRef, unitName } from '../maths/unit.ts';
import { networkOf, type NetworkFile } from '../network/networkFile.ts';
import { solve } from '../network/solution.ts';
import { situationOf } from '../question/situation.ts';
import { fill } from '../strings/fill.ts';
import { SHEET_WORDS } from '../strings/sheet.ts';
import { activationText, lossText } from './formulaText.ts';
import { gradientSteps } from './gradientSteps.ts';
import { html, table } from './html.ts';
import { type SheetDrawing, sheetDrawing } from './sheetDrawing.ts';
import { blank } from './blank.ts';
import { escaped } from './svg/element.ts';
import type { SheetWriting, WorksheetOptions } from './sheetWriting.ts';

/** Size of a drawing below which a reader is told why. */
const NOTED_SCALE = 0.85;

const paragraph = (kind: string, text: string): string => html('p', kind, escaped(text));

/** Drawing with a note about what did not fit. */
function figure(drawing: SheetDrawing, { words, isSolved }: SheetWriting, isForWriting: boolean): string {
  const percent = Math.round(drawing.scale * 100);
  const notes = [
    ...(drawing.isWhole ? [] : [words.neighbourhood]),
    ...(drawing.scale < NOTED_SCALE ? [fill(words.scaled, { percent })] : []),
    ...(isForWriting && !isSolved && !drawing.isWritable ? [words.tooSmall] : []),
  ];
  return html('figure', '', drawing.svg) + notes.map((note) => paragraph('note', note)).join('');
}

/** Facts of the network that no drawing shows: functions, loss, learning rate, the sample. */
function facts({ situation, words }: SheetWriting): string {
  const { network, sample } = situation;
  const layers = network.layers.map((layer, l) => ({
    name: fill(words.layer, { layer: l + 1 }),
    text: `${layer.activation}: ${activationText(layer, words)}`,
  }));
  // Layers with the same function share a line.
  const texts = [...new Set(layers.map(({ text }) => text))];
  const lines = texts.map((text) =>
    [
      layers
        .filter((one) => one.text === text)
        .map(({ name }) => name)
        .join(', '),
      text,
    ].join(': '),
  );
  const values = (letter: string, row: readonly number[]): string =>
    row.map((value, i) => `${letter}${i + 1} = ${fourFigures(value)}`).join(', ');
  const rate = `${words.rate} η = ${fourFigures(network.learningRate)}`;
  const all = [
    `${words.sample}: ${values('x', sample.x)} · ${words.target}: ${values('t', sample.t)}`,
    ...lines,
    `${lossText(network.loss, sample.t.length)} · ${rate}`,
    ...(network.snap === null ? [] : [fill(words.snapped, { step: fourFigures(network.snap) })]),
  ];
  return html('section', 'facts', ...all.map((line) => paragraph('', line)));
}

/** Weights by layer as tables, for a drawing without room for them. */
function weightTables({ situation: { network }, words }: SheetWriting): string {
  const name = (layer: number, index: number): string => unitName(network, { layer, index });
  const tables = network.weights.map((matrix, l) => {
    const columns = network.biases[l]!.map((_, j) => name(l + 1, j));
    const rows = matrix.map((row, i): [string, ...string[]] => [name(l, i), ...row.map(shortFigures)]);
    const biases: [string, ...string[]] = [words.bias, ...network.biases[l]!.map(shortFigures)];
    const heading = html('h2', '', escaped(fill(words.weights, { layer: l + 1 })));
    return html(
      'section',
      'weights',
      heading,
      table('numbers', [words.fromTo, ...columns], [...rows, biases]),
    );
  });
  return paragraph('note', words.weightsText) + tables.join('');
}

/** The forward pass: the network to be filled in, and a table of all units. */
function forwardQuestion(writing: SheetWriting, number: number): string {
  const { situation, solution, words, isSolved, language, name, palette } = writing;
  const { network } = situation;
  const drawing = sheetDrawing(situation, {
    edge: null,
    fill: isSolved ? 'solved' : 'empty',
    areNumbered: false,
    hasFormula: false,
    ...{ language, name, palette },
  });
  const rows = allUnits(network)
    .filter(({ layer }) => layer > 0)
    .map((unit): [string, ...string[]] => {
      const [l, j] = [unit.layer - 1, unit.index];
      const slope = solution.slopes[l]?.[j];
      const cell = (kind: string, value: number): string =>
        blank(value, isSolved, `${kind}:${unitName(network, unit)}`);
      const valve = slope === undefined ? '–' : cell('f', slope);
      return [
        unitName(network, unit),
        cell('u', solution.sums[l]![j]!),
        cell('a', solution.outputs[l]![j]!),
        valve,
      ];
    });
  const columns = [words.unit, words.belly, words.output, words.valve];
  return question(
    `${number}. ${words.forwardHeading}`,
    isSolved ? '' : paragraph('', words.forwardText),
    figure(drawing, writing, true),
    table('blanks', columns, rows),
    !isSolved && !drawing.hasAllWeights ? weightTables(writing) : '',
  );
}

/** ∂E/∂y at each output. */
function errorQuestion({ situation, solution, words, isSolved }: SheetWriting, number: number): string {
  const { network, sample } = situation;
  const last = outputLayer(network);
  // With softmax y − t is both the error and δ.
  const errors = solution.error ?? solution.deltas.at(-1)!;
  const rows = errors.map((error, k): [string, ...string[]] => {
    const name = unitName(network, { layer: last, index: k });
    return [
      name,
      blank(solution.outputs.at(-1)![k]!, isSolved, ''),
      fourFigures(sample.t[k]!),
      blank(error, isSolved, `e:${name}`),
    ];
  });
  const columns = [words.unit, words.output, `${words.target} t`, '① ∂E/∂y'];
  return question(
    `${number}. ${words.errorHeading}`,
    isSolved ? '' : paragraph('', words.errorText),
    table('blanks', columns, rows),
  );
}

const question = (heading: string, ...parts: readonly string[]): string =>
  html('section', 'question', html('h2', '', escaped(heading)), ...parts);

/** One page of the two: the questions, or their solutions. */
function page(writing: SheetWriting): string {
  const { words, edges, name, isSolved } = writing;
  const title = fill(isSolved ? words.solutions : words.questions, { name });
  const line = (label: string): string => html('span', 'line', escaped(label));
  const signature = isSolved ? '' : html('p', 'signature', line(words.name), line(words.date));
  return html(
    'article',
    isSolved ? 'solutions' : 'questions',
    html('header', '', html('h1', '', escaped(title)), signature),
    facts(writing),
    forwardQuestion(writing, 1),
    errorQuestion(writing, 2),
    ...edges.map((edge, i) => gradientQuestion(writing, edge, i + 3)),
  );
}

/** The gradient of one weight: its places in the drawing, and its calculation step by step. */
function gradientQuestion(writing: SheetWriting, edge: EdgeRef, number: number): string {
  const { situation, words, isSolved, places, language, name, palette } = writing;
  const drawing = sheetDrawing(situation, {
    edge,
    fill: isSolved ? 'solved' : places,
    areNumbered: true,
    hasFormula: isSolved || places === 'slots',
    ...{ language, name, palette },
  });
  const { heading, task, given, steps } = gradientSteps(writing, edge);
  return question(
    `${number}. ${heading}`,
    paragraph('', isSolved ? words.solvedText : task),
    figure(drawing, writing, false),
    given && !isSolved ? paragraph('', given) : '',
    steps,
  );
}

/**
 * Sheet on paper about one sample of a network: questions with blanks, and the same with all values. Both are HTML for
 * `paper.css`; every text in it is escaped.
 *
 * @throws {RangeError} the file has no such sample
 */
export function worksheetHtml(
  file: NetworkFile,
  options: WorksheetOptions,
): { readonly questions: string; readonly solutions: string } {
  const sample = file.data[options.sample];
  if (!sample) throw new RangeError(`no sample ${options.sample}`);
  const network = networkOf(file);
  const writing = {
    ...options,
    name: file.name,
    situation: situationOf(network, sample),
    solution: solve(network, sample),
    words: SHEET_WORDS[options.language],
  };
  return {
    questions: page({ ...writing, isSolved: false }),
    solutions: page({ ...writing, isSolved: true }),
  };
}
