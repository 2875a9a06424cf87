import { type UnitRef, unitName } from '../maths/unit.ts';
import { type PlaceId, valueAt } from '../question/place.ts';
import type { Part } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';
import { fill } from '../strings/networkFile.ts';
import type { ReceiptWords } from '../strings/receipt.ts';
import type { CellRef, Sheet } from './sheet.ts';

/** What a receipt is written with. */
export interface Pen {
  readonly sheet: Sheet;
  /** Where the right answer to a part stands. */
  readonly right: Map<Part, CellRef>;
  readonly situation: Situation;
  readonly words: ReceiptWords;
}

export const nameOf = ({ situation }: Pen, unit: UnitRef): string => unitName(situation.network, unit);

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

export function placeCell(pen: Pen, place: PlaceId): CellRef {
  const { network, pass, sample } = pen.situation;
  return pen.sheet.given(placeLabel(pen, place), valueAt(network, pass, sample, place));
}
