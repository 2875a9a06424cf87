import type { Language } from '../lesson/networkFile.ts';
import { activationOf } from '../maths/activation.ts';
import { incomingOf } from '../maths/forward.ts';
import { allUnits, edgeName, isBias, type UnitRef, unitName, valueOfEdge } from '../maths/unit.ts';
import { factsOf } from '../question/facts.ts';
import { NUDGE_STEP, nudgedLoss } from '../question/kinds/nudge.ts';
import { type PlaceId, setOfThree, valueAt } from '../question/place.ts';
import { partUnit, type Question } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';
import { fill } from '../strings/networkFile.ts';
import { RECEIPT_WORDS, type ReceiptWords } from '../strings/receipt.ts';
import { activationFormula, errorFormula, productsFormula, slopeFormula } from './formulas.ts';
import { type CellRef, Sheet } from './sheet.ts';

/** What a receipt is written with. */
interface Pen {
  readonly sheet: Sheet;
  readonly situation: Situation;
  readonly words: ReceiptWords;
}

const nameOf = ({ situation }: Pen, unit: UnitRef): string => unitName(situation.network, unit);

/** A place's label: the same words as everywhere in the sheet. */
function placeLabel({ words }: Pen, place: PlaceId): string {
  const rest = place.slice(2);
  switch (place[0]) {
    case 'e':
      return fill(words.error, { unit: rest });
    case 'f':
      return fill(words.valve, { unit: rest });
    case 'w':
      return fill(words.weight, { edge: rest.replace('>', '→') });
    case 'p':
      return fill(words.parcel, { unit: rest });
    case 'b':
      return fill(words.bias, { unit: rest });
    default:
      return rest.startsWith('x') ? rest : fill(words.output, { unit: rest });
  }
}

function placeCell(pen: Pen, place: PlaceId): CellRef {
  const { network, pass, sample } = pen.situation;
  return pen.sheet.given(placeLabel(pen, place), valueAt(network, pass, sample, place));
}

/** The set of three of one weight, place by place, then Σ, δ and G. */
function writeContribution(pen: Pen, question: Question): CellRef {
  const { sheet, situation, words } = pen;
  const { network } = situation;
  const edge = question.edge!;
  const facts = factsOf(situation, edge);
  const set = setOfThree(network, edge);
  const unit = nameOf(pen, question.unit);
  let arrives: CellRef;
  if (set.error) {
    arrives = placeCell(pen, set.error);
  } else {
    const ways = set.paths.map(({ from, places }, k) => {
      const cells = places.map((place) => placeCell(pen, place));
      const { delta, weight } = facts.next[k]!;
      return sheet.made(fill(words.path, { unit: nameOf(pen, from) }), cells.join('*'), delta * weight);
    });
    arrives = sheet.made(fill(words.arrives, { unit }), ways.join('+'), facts.arriving!);
  }
  const parcel = set.valve
    ? sheet.made(fill(words.parcel, { unit }), `${arrives}*${placeCell(pen, set.valve)}`, facts.delta)
    : arrives;
  const name = edgeName(network, edge);
  const gradient = fill(words.gradient, { edge: name });
  return set.input
    ? sheet.made(gradient, `${parcel}*${placeCell(pen, set.input)}`, facts.G)
    : sheet.made(gradient, parcel, facts.G);
}

/** One unit's belly and what comes out; cells of units that were written before are used again. */
function writeUnit(pen: Pen, unit: UnitRef, known: Map<string, CellRef>): void {
  const { sheet, situation, words } = pen;
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const pairs = incomingOf(pass, unit.layer).map((_, index) => {
    const source = nameOf(pen, { layer: l, index });
    const x = known.get(source) ?? placeCell(pen, `o:${source}`);
    known.set(source, x);
    const edge = { layer: unit.layer, from: index, to: unit.index };
    const w = sheet.given(fill(words.weight, { edge: edgeName(network, edge) }), valueOfEdge(network, edge));
    return [x, w] as const;
  });
  const name = nameOf(pen, unit);
  const b = placeCell(pen, `b:${name}`);
  const u = sheet.made(
    fill(words.belly, { unit: name }),
    `${productsFormula(pairs)}+${b}`,
    pass.sums[l]![unit.index]!,
  );
  known.set(name, writeOutput(pen, unit, u));
}

/** What f makes of a belly sum. Softmax looks at the others' sums too. */
function writeOutput({ sheet, situation, words }: Pen, unit: UnitRef, u: CellRef): CellRef {
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const layer = network.layers[l]!;
  const all =
    layer.activation === 'softmax'
      ? pass.sums[l]!.map((sum, index) =>
          index === unit.index
            ? u
            : sheet.given(fill(words.belly, { unit: unitName(network, { layer: unit.layer, index }) }), sum),
        )
      : [u];
  return sheet.made(
    fill(words.output, { unit: unitName(network, unit) }),
    activationFormula(layer, u, all),
    pass.outputs[l]![unit.index]!,
  );
}

function writeForward(pen: Pen, question: Question): void {
  const { sheet, situation, words } = pen;
  const { network, pass } = situation;
  if (question.kind === 'output') {
    const { unit } = question;
    const name = nameOf(pen, unit);
    const u = sheet.given(fill(words.belly, { unit: name }), pass.sums[unit.layer - 1]![unit.index]!);
    writeOutput(pen, unit, u);
    return;
  }
  const asked = new Set(question.parts.map(partUnit));
  const known = new Map<string, CellRef>();
  for (const unit of allUnits(network)) {
    if (asked.has(unitName(network, unit))) writeUnit(pen, unit, known);
  }
}

function writeValve(pen: Pen, { unit }: Question): void {
  const { sheet, situation, words } = pen;
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const name = nameOf(pen, unit);
  const u = sheet.given(fill(words.belly, { unit: name }), pass.sums[l]![unit.index]!);
  const a = writeOutput(pen, unit, u);
  const layer = network.layers[l]!;
  const slope = activationOf(layer).derivative(pass.sums[l]![unit.index]!);
  sheet.made(fill(words.valve, { unit: name }), slopeFormula(layer, u, a), slope);
}

function writeError(pen: Pen, { unit }: Question): void {
  const { sheet, situation, words } = pen;
  const { network, pass, sample } = situation;
  const name = nameOf(pen, unit);
  const y = placeCell(pen, `o:${name}`);
  const t = sheet.given(fill(words.target, { unit: name }), sample.t[unit.index]!);
  const isSoftmax = network.layers.at(-1)!.activation === 'softmax';
  const formula = isSoftmax ? `${y}-${t}` : errorFormula(network.loss, y, t, sample.t.length);
  sheet.made(fill(words.error, { unit: name }), formula, valueAt(network, pass, sample, `e:${name}`));
}

function writeUpdate(pen: Pen, question: Question): void {
  const { sheet, situation, words } = pen;
  const { network } = situation;
  const { w, G } = factsOf(situation, question.edge!);
  const edge = edgeName(network, question.edge!);
  const old = sheet.given(
    fill(isBias(question.edge!) ? words.bias : words.weight, { edge, unit: nameOf(pen, question.unit) }),
    w,
  );
  const rate = sheet.given('η', network.learningRate);
  const gradient = sheet.given(fill(words.gradient, { edge }), G);
  sheet.made(fill(words.updated, { edge }), `${old}-${rate}*${gradient}`, w - network.learningRate * G);
}

/** Two losses, one notch apart, and what they say about the slope; then the slope itself. */
function writeNudge(pen: Pen, question: Question): void {
  const { sheet, situation, words } = pen;
  const facts = factsOf(situation, question.edge!);
  const edge = edgeName(situation.network, question.edge!);
  const at = (shift: number): CellRef =>
    sheet.given(
      fill(words.nudged, { edge, weight: Number((facts.w + shift).toPrecision(6)) }),
      nudgedLoss(situation, facts, shift),
    );
  const [low, high] = [at(-NUDGE_STEP), at(NUDGE_STEP)];
  const rise = nudgedLoss(situation, facts, NUDGE_STEP) - nudgedLoss(situation, facts, -NUDGE_STEP);
  const label = fill(words.gradient, { edge });
  sheet.made(`${label} ≈`, `(${high}-${low})/${2 * NUDGE_STEP}`, rise / (2 * NUDGE_STEP));
  writeContribution(pen, question);
}

/**
 * A question's right working, term by term, as a spreadsheet that computes it anew. To be shown from the reveal on.
 *
 * @param situation  what the question was asked about
 */
export function receiptOf(situation: Situation, question: Question, language: Language): Sheet {
  const words = RECEIPT_WORDS[language];
  const pen: Pen = { sheet: new Sheet(), situation, words };
  switch (question.kind) {
    case 'belly':
    case 'output':
    case 'forward':
    case 'wholeForward':
      writeForward(pen, question);
      break;
    case 'valve':
      writeValve(pen, question);
      break;
    case 'error':
      writeError(pen, question);
      break;
    case 'update':
      writeUpdate(pen, question);
      break;
    case 'nudge':
      writeNudge(pen, question);
      break;
    case 'contribution':
    case 'blank':
    case 'debug':
      writeContribution(pen, question);
  }
  return pen.sheet;
}
