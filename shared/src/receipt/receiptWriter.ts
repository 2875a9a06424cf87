import { isInputName, type UnitRef, unitName } from '../maths/unit.ts';
import { type PlaceId, valueAt } from '../question/places/place.ts';
import { parsePlaceId } from '../question/places/placeId.ts';
import type { Part } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';
import { fill } from '../strings/fill.ts';
import type { ReceiptWords } from '../strings/receipt.ts';
import type { CellRef, Spreadsheet } from './spreadsheet.ts';

/** State that the rows of a receipt are written to and from. */
export interface ReceiptWriter {
  readonly spreadsheet: Spreadsheet;
  /** Cell of the right answer to each part. */
  readonly right: Map<Part, CellRef>;
  readonly situation: Situation;
  readonly words: ReceiptWords;
}

export const nameOf = ({ situation }: ReceiptWriter, unit: UnitRef): string =>
  unitName(situation.network, unit);

/** Label of a place, the same in all rows. */
function placeLabel({ words }: ReceiptWriter, place: PlaceId): string {
  const parsed = parsePlaceId(place);
  if (!parsed) throw new RangeError(`${place} is no place`);
  if (parsed.kind === 'weight') return fill(words.weight, { edge: `${parsed.from}→${parsed.to}` });
  const { kind, unit } = parsed;
  return kind === 'output' && isInputName(unit) ? unit : fill(words[kind], { unit });
}

export function placeCell(writer: ReceiptWriter, place: PlaceId): CellRef {
  const { network, pass, sample } = writer.situation;
  return writer.spreadsheet.given(placeLabel(writer, place), valueAt(network, pass, sample, place));
}
