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
import { type CellRef, Sheet } from './sheet.ts';

/** Everything a training step starts from and comes to, in cells: [layer][unit] or [layer][from][to]. */
interface Cells {
  readonly weights: readonly (readonly (readonly CellRef[])[])[];
  readonly biases: readonly (readonly CellRef[])[];
}

/** Writes the forward pass; the outputs of each layer, the inputs first. */
function writeForward(
  sheet: Sheet,
  network: Network,
  { weights, biases }: Cells,
  x: readonly CellRef[],
  { sums, outputs }: { readonly sums: Matrix; readonly outputs: Matrix },
  language: Language,
): { sums: CellRef[][]; outputs: CellRef[][] } {
  const words = RECEIPT_WORDS[language];
  const name = (l: number, index: number): string => unitName(network, { layer: l + 1, index });
  const cells = { sums: [] as CellRef[][], outputs: [] as CellRef[][] };
  let incoming = x;
  network.layers.forEach((layer, l) => {
    const u = sums[l]!.map((sum, j) => {
      const pairs = incoming.map((cell, i) => [cell, weights[l]![i]![j]!] as const);
      return sheet.made(
        fill(words.belly, { unit: name(l, j) }),
        `${productsFormula(pairs)}+${biases[l]![j]!}`,
        sum,
      );
    });
    const a = outputs[l]!.map((output, j) =>
      sheet.made(fill(words.output, { unit: name(l, j) }), activationFormula(layer, u[j]!, u), output),
    );
    cells.sums.push(u);
    cells.outputs.push(a);
    incoming = a;
  });
  return cells;
}

/**
 * A whole training step on one sample as a spreadsheet that computes itself: change an input, a weight or a target in
 * it, and everything follows.
 */
export function stepSheet(network: Network, { x, t }: Sample, solution: Solution, language: Language): Sheet {
  const words = RECEIPT_WORDS[language];
  const sheet = new Sheet();
  const last = outputLayer(network);
  const unit = (layer: number, index: number): string => unitName(network, { layer, index });
  const edge = (l: number, from: number, to: number): string => edgeName(network, { layer: l + 1, from, to });
  const bias = (l: number, to: number): string => edgeName(network, { layer: l + 1, from: 'bias', to });

  sheet.heading(words.given);
  const inputs = x.map((value, i) => sheet.given(unit(0, i), value));
  const targets = t.map((value, k) => sheet.given(fill(words.target, { unit: unit(last, k) }), value));
  const rate = sheet.given('η', network.learningRate);
  const cells: Cells = {
    weights: network.weights.map((matrix, l) =>
      matrix.map((row, i) => row.map((w, j) => sheet.given(edge(l, i, j), w))),
    ),
    biases: network.biases.map((row, l) => row.map((b, j) => sheet.given(bias(l, j), b))),
  };

  sheet.heading(words.forward);
  const pass = writeForward(sheet, network, cells, inputs, solution, language);
  const y = pass.outputs.at(-1)!;
  sheet.made(words.loss, lossFormula(network.loss, y, targets), solution.loss);

  sheet.heading(words.backward);
  let parcels: CellRef[] = [];
  const gradients: { weights: CellRef[][][]; biases: CellRef[][] } = { weights: [], biases: [] };
  for (let l = last - 1; l >= 0; l--) {
    const next = parcels;
    parcels = solution.deltas[l]!.map((delta, j) => {
      const name = unit(l + 1, j);
      const parcel = fill(words.parcel, { unit: name });
      if (l === last - 1 && isCrossEntropy(network.loss)) {
        return sheet.made(parcel, `${y[j]!}-${targets[j]!}`, delta);
      }
      const arrives =
        l === last - 1
          ? errorFormula(network.loss, y[j]!, targets[j]!, y.length)
          : productsFormula(next.map((cell, k) => [cell, cells.weights[l + 1]![j]![k]!] as const));
      const S = sheet.made(fill(words.arrives, { unit: name }), arrives, solution.arriving[l]![j]!);
      const slope = sheet.made(
        fill(words.valve, { unit: name }),
        slopeFormula(network.layers[l]!, pass.sums[l]![j]!, pass.outputs[l]![j]!),
        solution.slopes[l]![j]!,
      );
      return sheet.made(parcel, `${S}*${slope}`, delta);
    });
    const incoming = l === 0 ? inputs : pass.outputs[l - 1]!;
    gradients.weights[l] = incoming.map((cell, i) =>
      parcels.map((parcel, j) =>
        sheet.made(
          fill(words.gradient, { edge: edge(l, i, j) }),
          `${parcel}*${cell}`,
          solution.gradients.weights[l]![i]![j]!,
        ),
      ),
    );
    gradients.biases[l] = parcels.map((parcel, j) =>
      sheet.made(fill(words.gradient, { edge: bias(l, j) }), parcel, solution.gradients.biases[l]![j]!),
    );
  }

  sheet.heading(words.update);
  const after: Cells = {
    weights: cells.weights.map((matrix, l) =>
      matrix.map((row, i) =>
        row.map((w, j) =>
          sheet.made(
            fill(words.updated, { edge: edge(l, i, j) }),
            stepFormula(network, w, rate, gradients.weights[l]![i]![j]!),
            solution.updated.weights[l]![i]![j]!,
          ),
        ),
      ),
    ),
    biases: cells.biases.map((row, l) =>
      row.map((b, j) =>
        sheet.made(
          fill(words.updated, { edge: bias(l, j) }),
          network.updateBiases ? stepFormula(network, b, rate, gradients.biases[l]![j]!) : b,
          solution.updated.biases[l]![j]!,
        ),
      ),
    ),
  };
  sheet.heading(words.afterwards);
  const again = forward({ ...network, ...solution.updated }, x);
  const passAfter = writeForward(sheet, network, after, inputs, again, language);
  sheet.made(
    words.lossAfter,
    lossFormula(network.loss, passAfter.outputs.at(-1)!, targets),
    solution.lossAfter,
  );
  return sheet;
}
