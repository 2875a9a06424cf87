import { activationOf } from '../maths/activation.ts';
import { incomingOf } from '../maths/forward.ts';
import { allUnits, edgeName, type UnitRef, unitName, valueOfEdge } from '../maths/unit.ts';
import { unitPlaceId } from '../question/places/placeId.ts';
import { partKind, partUnit, unitPart } from '../question/part.ts';
import type { Question } from '../question/question.ts';
import { fill } from '../strings/fill.ts';
import { activationFormula, productsFormula, slopeFormula } from './formulas.ts';
import { nameOf, type ReceiptWriter, placeCell } from './receiptWriter.ts';
import type { CellRef } from './spreadsheet.ts';

/** Writes the pre-activation and output of one unit; cells of units already written are used again. */
function writeUnit(writer: ReceiptWriter, unit: UnitRef, known: Map<string, CellRef>): void {
  const { spreadsheet, situation, words } = writer;
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const pairs = incomingOf(pass, unit.layer).map((_, index) => {
    const source = nameOf(writer, { layer: l, index });
    const x = known.get(source) ?? placeCell(writer, unitPlaceId('output', source));
    known.set(source, x);
    const edge = { layer: unit.layer, from: index, to: unit.index };
    const w = spreadsheet.given(
      fill(words.weight, { edge: edgeName(network, edge) }),
      valueOfEdge(network, edge),
    );
    return [x, w] as const;
  });
  const name = nameOf(writer, unit);
  const hasBias = network.biases[l]![unit.index] !== 0;
  const b = hasBias ? placeCell(writer, unitPlaceId('bias', name)) : null;
  const u = spreadsheet.made(
    fill(words.belly, { unit: name }),
    b === null ? productsFormula(pairs) : `${productsFormula(pairs)}+${b}`,
    pass.sums[l]![unit.index]!,
  );
  known.set(name, writeOutput(writer, unit, u));
  writer.right.set(unitPart('u', name), u);
}

/** Writes the output for a pre-activation. Softmax needs the sums of the other units too. */
function writeOutput(
  { spreadsheet, situation, words, right }: ReceiptWriter,
  unit: UnitRef,
  u: CellRef,
): CellRef {
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const layer = network.layers[l]!;
  const all =
    layer.activation === 'softmax'
      ? pass.sums[l]!.map((sum, index) =>
          index === unit.index
            ? u
            : spreadsheet.given(
                fill(words.belly, { unit: unitName(network, { layer: unit.layer, index }) }),
                sum,
              ),
        )
      : [u];
  const name = unitName(network, unit);
  const output = spreadsheet.made(
    fill(words.output, { unit: name }),
    activationFormula(layer, u, all),
    pass.outputs[l]![unit.index]!,
  );
  right.set(unitPart('a', name), output);
  return output;
}

/** Writes pre-activation and output of every unit that is asked. */
export function writeForward(writer: ReceiptWriter, question: Question): void {
  const { spreadsheet, situation, words } = writer;
  const { network, pass } = situation;
  if (!question.parts.some((part) => partKind(part) === 'u')) {
    const { unit } = question;
    const name = nameOf(writer, unit);
    const u = spreadsheet.given(fill(words.belly, { unit: name }), pass.sums[unit.layer - 1]![unit.index]!);
    writeOutput(writer, unit, u);
    return;
  }
  const asked = new Set(question.parts.map(partUnit));
  const known = new Map<string, CellRef>();
  for (const unit of allUnits(network)) {
    if (asked.has(unitName(network, unit))) writeUnit(writer, unit, known);
  }
}

/** Writes f′ at a pre-activation. */
export function writeValve(writer: ReceiptWriter, { unit }: Question): void {
  const { spreadsheet, situation, words } = writer;
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const name = nameOf(writer, unit);
  const u = spreadsheet.given(fill(words.belly, { unit: name }), pass.sums[l]![unit.index]!);
  const a = writeOutput(writer, unit, u);
  const layer = network.layers[l]!;
  const slope = activationOf(layer).derivative(pass.sums[l]![unit.index]!);
  writer.right.set(
    unitPart('f', name),
    spreadsheet.made(fill(words.valve, { unit: name }), slopeFormula(layer, u, a), slope),
  );
}
