// `npm run sheets -- FILE`: sheets on paper as HTML, and drawings of the network and of gradients as SVG and PNG.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { edgeName, type EdgeRef, type WeightRef } from '@relay/shared/maths/unit';
import type { Network } from '@relay/shared/maths/network';
import { type NetworkFile, networkOf } from '@relay/shared/network/networkFile';
import { notFiniteIn, notFiniteSentence, samplePath } from '@relay/shared/network/finite';
import { presetById } from '@relay/shared/network/presets';
import { placeById } from '@relay/shared/question/places/place';
import { type Situation, situationOf } from '@relay/shared/question/situation';
import { chooseEdges, MAX_GRADIENTS } from '@relay/shared/sheet/chooseEdges';
import { sheetDrawing } from '@relay/shared/sheet/sheetDrawing';
import { worksheetHtml } from '@relay/shared/sheet/worksheetHtml';
import { fill } from '@relay/shared/strings/fill';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@relay/shared/strings/languages';
import { SHEETS_COMMAND_WORDS } from '@relay/shared/strings/sheetsCommand';
import { EXIT_BAD_INPUT, readNetworkArgument, stop } from './readNetworkArgument.ts';
import { palette, sheetPage } from './sheets/sheetPage.ts';
import { pngOf } from './sheets/pngOf.ts';

const EXIT_NOT_WRITTEN = 4;

interface Request {
  readonly file: string;
  readonly language: Language;
  readonly hasSolutions: boolean;
  readonly places: 'empty' | 'slots';
  readonly gradients: number;
  readonly seed: number;
  readonly weights: readonly string[];
  readonly sample: number;
  readonly out: string;
}

function parsed() {
  return parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string', default: DEFAULT_LANGUAGE },
      solutions: { type: 'boolean', default: false },
      slots: { type: 'boolean', default: false },
      gradients: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
      weight: { type: 'string', multiple: true, default: [] },
      sample: { type: 'string', default: '0' },
      out: { type: 'string', default: '.' },
    },
  });
}

const isCount = (text: string, most: number): boolean => /^\d{1,9}$/u.test(text) && Number(text) <= most;

function readArguments(): Request {
  const { usage } = SHEETS_COMMAND_WORDS[DEFAULT_LANGUAGE];
  try {
    const { values, positionals } = parsed();
    const { language, solutions, slots, gradients, seed, weight, sample, out } = values;
    const [file] = positionals;
    const areCounts = isCount(gradients, MAX_GRADIENTS) && isCount(seed, 1e9) && isCount(sample, 1e6);
    if (!file || positionals.length > 1 || !areCounts || !isLanguage(language))
      return stop(EXIT_BAD_INPUT, usage);
    return {
      ...{ file, language, weights: weight, out },
      hasSolutions: solutions,
      places: slots ? 'slots' : 'empty',
      gradients: Number(gradients),
      seed: Number(seed),
      sample: Number(sample),
    };
  } catch (error) {
    return stop(EXIT_BAD_INPUT, error instanceof Error ? error.message : String(error), usage);
  }
}

/** Weights as they are named on the command line, `x1>h1`. */
function namedEdges(network: Network, { weights, language }: Request): WeightRef[] {
  return weights.map((weight) => {
    const place = placeById(network, `w:${weight}`);
    if (place?.kind === 'weight') return place.edge;
    const example = edgeName(network, { layer: 1, from: 0, to: 0 }).replace('→', '>');
    return stop(EXIT_BAD_INPUT, fill(SHEETS_COMMAND_WORDS[language].noWeight, { weight, example }));
  });
}

/** Writes files into the folder of the command, and says which. */
class Output {
  readonly #folder: string;
  readonly #words: (typeof SHEETS_COMMAND_WORDS)[Language];

  constructor(folder: string, language: Language) {
    this.#folder = folder;
    this.#words = SHEETS_COMMAND_WORDS[language];
  }

  write(name: string, content: string | Uint8Array): void {
    const file = join(this.#folder, name);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      stop(EXIT_NOT_WRITTEN, fill(this.#words.notWritten, { file, reason }));
    }
    process.stdout.write(`${fill(this.#words.written, { file })}\n`);
  }
}

/** Writes a drawing with empty slots and, if wanted, one with all values. */
function writeDrawings(
  output: Output,
  stem: string,
  situation: Situation,
  edge: EdgeRef | null,
  request: Request,
): void {
  const { language, hasSolutions, file: name } = request;
  const empty = edge === null ? ('empty' as const) : ('slots' as const);
  for (const filling of hasSolutions ? [empty, 'solved' as const] : [empty]) {
    const { svg } = sheetDrawing(situation, {
      ...{ edge, language, name, palette },
      fill: filling,
      areNumbered: true,
      hasFormula: true,
    });
    const suffix = filling === 'solved' ? '-solved' : '';
    output.write(`${stem}${suffix}.svg`, svg);
    output.write(`${stem}${suffix}.png`, pngOf(svg));
  }
}

const request = readArguments();
const { language, sample } = request;
const file: NetworkFile = presetById(request.file) ?? readNetworkArgument(request.file, language);
const words = SHEETS_COMMAND_WORDS[language];
if (!file.data[sample]) stop(EXIT_BAD_INPUT, fill(words.noSample, { sample, count: file.data.length }));
const network = networkOf(file);
const overflow = notFiniteIn(network, [file.data[sample]]);
if (overflow?.updates === 0)
  stop(EXIT_BAD_INPUT, `${samplePath({ ...overflow, sample })}: ${notFiniteSentence(overflow, language)}`);
const named = namedEdges(network, request);
const edges = named.length > 0 ? named : chooseEdges(network, request.gradients, request.seed);
const { questions, solutions } = worksheetHtml(file, {
  edges,
  sample,
  places: request.places,
  language,
  palette,
});
const stem = basename(request.file).replace(/\.json$/u, '');
const output = new Output(request.out, language);
output.write(`${stem}-questions.html`, await sheetPage(questions, file.name, language));
if (request.hasSolutions)
  output.write(`${stem}-solutions.html`, await sheetPage(solutions, file.name, language));
const situation = situationOf(network, file.data[sample]);
writeDrawings(output, `${stem}-network`, situation, null, request);
for (const edge of edges) {
  const name = edgeName(network, edge).replace('→', '-');
  writeDrawings(output, `${stem}-${name}`, situation, edge, request);
}
