import type { Solution } from '../network/solution.ts';
import { forward } from '../maths/forward.ts';
import { isCrossEntropy } from '../maths/loss.ts';
import { type Matrix, type Network, outputLayer, type Sample } from '../maths/network.ts';
import { edgeName, unitName } from '../maths/unit.ts';
import type { Language } from '../strings/languages.ts';
import { RECEIPT_WORDS } from '../strings/receipt.ts';
import { fill } from '../strings/fill.ts';
import {
  activationFormula,
  errorFormula,
  lossFormula,
  productsFormula,
  slopeFormula,
  stepFormula,
} from './formulas.ts';
import { type CellRef, Spreadsheet } from './spreadsheet.ts';

/** Cells of all parameters: [layer][from][to], and [layer][unit] of the biases. */
interface Cells {
  readonly weights: readonly (readonly (readonly CellRef[])[])[];
  readonly biases: readonly (readonly CellRef[])[];
}

/** The cells of a forward pass: [layer][unit]. */
interface PassCells {
  readonly sums: readonly (readonly CellRef[])[];
  readonly outputs: readonly (readonly CellRef[])[];
}

/** Cells of the given values of a step. */
interface Given {
  readonly inputs: readonly CellRef[];
  readonly targets: readonly CellRef[];
  readonly rate: CellRef;
  readonly parameters: Cells;
}

/** Data that every part of the spreadsheet is written with. */
interface Writing {
  readonly spreadsheet: Spreadsheet;
  readonly network: Network;
  readonly solution: Solution;
  readonly words: (typeof RECEIPT_WORDS)[Language];
}

const edge = (network: Network, l: number, from: number, to: number): string =>
  edgeName(network, { layer: l + 1, from, to });
const bias = (network: Network, l: number, to: number): string =>
  edgeName(network, { layer: l + 1, from: 'bias', to });

function writeGiven({ spreadsheet, network, words }: Writing, { x, t }: Sample): Given {
  const last = outputLayer(network);
  const unit = (layer: number, index: number): string => unitName(network, { layer, index });
  spreadsheet.heading(words.given);
  return {
    inputs: x.map((value, i) => spreadsheet.given(unit(0, i), value)),
    targets: t.map((value, k) => spreadsheet.given(fill(words.target, { unit: unit(last, k) }), value)),
    rate: spreadsheet.given('η', network.learningRate),
    parameters: {
      weights: network.weights.map((matrix, l) =>
        matrix.map((row, i) => row.map((w, j) => spreadsheet.given(edge(network, l, i, j), w))),
      ),
      biases: network.biases.map((row, l) => row.map((b, j) => spreadsheet.given(bias(network, l, j), b))),
    },
  };
}

/** Writes the forward pass, layer by layer. */
function writeForward(
  { spreadsheet, network, words }: Writing,
  { weights, biases }: Cells,
  x: readonly CellRef[],
  { sums, outputs }: { readonly sums: Matrix; readonly outputs: Matrix },
): PassCells {
  const name = (l: number, index: number): string => unitName(network, { layer: l + 1, index });
  const cells = { sums: [] as CellRef[][], outputs: [] as CellRef[][] };
  let incoming = x;
  network.layers.forEach((layer, l) => {
    const u = sums[l]!.map((sum, j) => {
      const pairs = incoming.map((cell, i) => [cell, weights[l]![i]![j]!] as const);
      return spreadsheet.made(
        fill(words.belly, { unit: name(l, j) }),
        `${productsFormula(pairs)}+${biases[l]![j]!}`,
        sum,
      );
    });
    const a = outputs[l]!.map((output, j) =>
      spreadsheet.made(fill(words.output, { unit: name(l, j) }), activationFormula(layer, u[j]!, u), output),
    );
    cells.sums.push(u);
    cells.outputs.push(a);
    incoming = a;
  });
  return cells;
}

/** Writes the error signals of a layer: S × f′, or output − target. @param next  cells of the next layer's */
function writeParcels(
  { spreadsheet, network, solution, words }: Writing,
  { targets, parameters }: Given,
  pass: PassCells,
  l: number,
  next: readonly CellRef[],
): CellRef[] {
  const y = pass.outputs.at(-1)!;
  const isOutput = l === network.layers.length - 1;
  return solution.deltas[l]!.map((delta, j) => {
    const unit = unitName(network, { layer: l + 1, index: j });
    const parcel = fill(words.parcel, { unit });
    if (isOutput && isCrossEntropy(network.loss))
      return spreadsheet.made(parcel, `${y[j]!}-${targets[j]!}`, delta);
    const arrives = isOutput
      ? errorFormula(network.loss, y[j]!, targets[j]!, y.length)
      : productsFormula(next.map((cell, k) => [cell, parameters.weights[l + 1]![j]![k]!] as const));
    const S = spreadsheet.made(fill(words.arrives, { unit }), arrives, solution.arriving[l]![j]!);
    const slope = spreadsheet.made(
      fill(words.valve, { unit }),
      slopeFormula(network.layers[l]!, pass.sums[l]![j]!, pass.outputs[l]![j]!),
      solution.slopes[l]![j]!,
    );
    return spreadsheet.made(parcel, `${S}*${slope}`, delta);
  });
}

/** Writes error signals and gradients, the last layer first. */
function writeBackward(writing: Writing, given: Given, pass: PassCells): Cells {
  const { spreadsheet, network, solution, words } = writing;
  const weights: CellRef[][][] = [];
  const biases: CellRef[][] = [];
  let parcels: CellRef[] = [];
  for (let l = network.layers.length - 1; l >= 0; l--) {
    parcels = writeParcels(writing, given, pass, l, parcels);
    const incoming = l === 0 ? given.inputs : pass.outputs[l - 1]!;
    weights[l] = incoming.map((cell, i) =>
      parcels.map((parcel, j) =>
        spreadsheet.made(
          fill(words.gradient, { edge: edge(network, l, i, j) }),
          `${parcel}*${cell}`,
          solution.gradients.weights[l]![i]![j]!,
        ),
      ),
    );
    biases[l] = parcels.map((parcel, j) =>
      spreadsheet.made(
        fill(words.gradient, { edge: bias(network, l, j) }),
        parcel,
        solution.gradients.biases[l]![j]!,
      ),
    );
  }
  return { weights, biases };
}

/** Writes the step of every weight and bias. */
function writeUpdate(
  { spreadsheet, network, solution: { updated }, words }: Writing,
  { parameters, rate }: Given,
  gradients: Cells,
): Cells {
  return {
    weights: parameters.weights.map((matrix, l) =>
      matrix.map((row, i) =>
        row.map((w, j) =>
          spreadsheet.made(
            fill(words.updated, { edge: edge(network, l, i, j) }),
            stepFormula(network, w, rate, gradients.weights[l]![i]![j]!),
            updated.weights[l]![i]![j]!,
          ),
        ),
      ),
    ),
    biases: parameters.biases.map((row, l) =>
      row.map((b, j) =>
        spreadsheet.made(
          fill(words.updated, { edge: bias(network, l, j) }),
          network.updateBiases ? stepFormula(network, b, rate, gradients.biases[l]![j]!) : b,
          updated.biases[l]![j]!,
        ),
      ),
    ),
  };
}

/**
 * A whole training step on one sample as a spreadsheet with formulas: a change of an input, a weight or a target in it
 * changes all values that depend on it.
 */
export function stepSpreadsheet(
  network: Network,
  sample: Sample,
  solution: Solution,
  language: Language,
): Spreadsheet {
  const words = RECEIPT_WORDS[language];
  const spreadsheet = new Spreadsheet();
  const writing: Writing = { spreadsheet, network, solution, words };
  const given = writeGiven(writing, sample);
  const { inputs, targets, parameters } = given;

  spreadsheet.heading(words.forward);
  const pass = writeForward(writing, parameters, inputs, solution);
  spreadsheet.made(words.loss, lossFormula(network.loss, pass.outputs.at(-1)!, targets), solution.loss);

  spreadsheet.heading(words.backward);
  const gradients = writeBackward(writing, given, pass);

  spreadsheet.heading(words.update);
  const after = writeUpdate(writing, given, gradients);

  spreadsheet.heading(words.afterwards);
  const again = forward({ ...network, ...solution.updated }, sample.x);
  const passAfter = writeForward(writing, after, inputs, again);
  const loss = lossFormula(network.loss, passAfter.outputs.at(-1)!, targets);
  spreadsheet.made(words.lossAfter, loss, solution.lossAfter);
  return spreadsheet;
}
