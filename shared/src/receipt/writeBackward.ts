import { edgeName, isBias } from '../maths/unit.ts';
import { factsOf } from '../question/facts.ts';
import { NUDGE_STEP, nudgedLoss } from '../question/nudgedLoss.ts';
import { setOfThree, valueAt } from '../question/places/place.ts';
import { unitPart } from '../question/part.ts';
import { unitPlaceId } from '../question/places/placeId.ts';
import type { Question } from '../question/question.ts';
import { fill } from '../strings/fill.ts';
import { errorFormula } from './formulas.ts';
import { nameOf, type ReceiptWriter, placeCell } from './receiptWriter.ts';
import type { CellRef } from './spreadsheet.ts';

/** Writes the set of three of one weight, place by place, then Σ, δ and G. */
export function writeContribution(writer: ReceiptWriter, question: Question): void {
  const { spreadsheet, situation, words } = writer;
  const { network } = situation;
  const edge = question.edge!;
  const facts = factsOf(situation, edge);
  const set = setOfThree(network, edge);
  const unit = nameOf(writer, question.unit);
  let arrives: CellRef;
  if (set.error) {
    arrives = placeCell(writer, set.error);
  } else {
    const ways = set.paths.map(({ from, places }, k) => {
      const cells = places.map((place) => placeCell(writer, place));
      const { delta, weight } = facts.next[k]!;
      const label = fill(words.path, { unit: nameOf(writer, from) });
      return spreadsheet.made(label, cells.join('*'), delta * weight, true);
    });
    arrives = spreadsheet.made(fill(words.arrives, { unit }), ways.join('+'), facts.arriving!);
  }
  const parcel = set.valve
    ? spreadsheet.made(
        fill(words.parcel, { unit }),
        `${arrives}*${placeCell(writer, set.valve)}`,
        facts.delta,
      )
    : arrives;
  const gradient = fill(words.gradient, { edge: edgeName(network, edge) });
  // The input of a bias is always 1.
  const product = `${parcel}*${set.input ? placeCell(writer, set.input) : 1}`;
  writer.right
    .set('S', arrives)
    .set('delta', parcel)
    .set('G', spreadsheet.made(gradient, product, facts.G));
}

/** Writes ∂E/∂y_k from output and target. */
export function writeError(writer: ReceiptWriter, { unit }: Question): void {
  const { spreadsheet, situation, words } = writer;
  const { network, pass, sample } = situation;
  const name = nameOf(writer, unit);
  const y = placeCell(writer, unitPlaceId('output', name));
  const t = spreadsheet.given(fill(words.target, { unit: name }), sample.t[unit.index]!);
  const isSoftmax = network.layers.at(-1)!.activation === 'softmax';
  const formula = isSoftmax ? `${y}-${t}` : errorFormula(network.loss, y, t, sample.t.length);
  const error = valueAt(network, pass, sample, unitPlaceId('error', name));
  writer.right.set(unitPart('e', name), spreadsheet.made(fill(words.error, { unit: name }), formula, error));
}

/** Writes w − η·G. */
export function writeUpdate(writer: ReceiptWriter, question: Question): void {
  const { spreadsheet, situation, words } = writer;
  const { network } = situation;
  const { w, G } = factsOf(situation, question.edge!);
  const edge = edgeName(network, question.edge!);
  const old = spreadsheet.given(
    fill(isBias(question.edge!) ? words.bias : words.weight, { edge, unit: nameOf(writer, question.unit) }),
    w,
  );
  const rate = spreadsheet.given('η', network.learningRate);
  const gradient = spreadsheet.given(fill(words.gradient, { edge }), G);
  const next = w - network.learningRate * G;
  writer.right.set(
    'next',
    spreadsheet.made(fill(words.updated, { edge }), `${old}-${rate}*${gradient}`, next),
  );
}

/** Writes two losses, one notch apart, and their difference quotient; then the slope itself. */
export function writeNudge(writer: ReceiptWriter, question: Question): void {
  const { spreadsheet, situation, words } = writer;
  const facts = factsOf(situation, question.edge!);
  const edge = edgeName(situation.network, question.edge!);
  const at = (shift: number): CellRef =>
    spreadsheet.given(
      fill(words.nudged, { edge, weight: Number((facts.w + shift).toPrecision(6)) }),
      nudgedLoss(situation, facts, shift),
    );
  const [low, high] = [at(-NUDGE_STEP), at(NUDGE_STEP)];
  const rise = nudgedLoss(situation, facts, NUDGE_STEP) - nudgedLoss(situation, facts, -NUDGE_STEP);
  const label = fill(words.gradient, { edge });
  spreadsheet.made(`${label} ≈`, `(${high}-${low})/${2 * NUDGE_STEP}`, rise / (2 * NUDGE_STEP));
  writeContribution(writer, question);
  writer.right.set('estimate', writer.right.get('G')!);
}
