import type { PlacedFaultId, WholeFaultId } from '../../strings/fileFault.ts';

export type { PlacedFaultId, WholeFaultId } from '../../strings/fileFault.ts';

/** Place in a text; both count from 1, columns in characters. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Reason why a file is no JSON text. Its sentence: `faultSentence`. */
export type FileFault =
  | { readonly id: WholeFaultId; readonly place?: never; readonly values?: never }
  | {
      readonly id: PlacedFaultId;
      readonly place: TextPlace;
      /** Values of the placeholders in its sentence. */
      readonly values: Readonly<Record<string, string | number>>;
    };

/** Place of an index into a text. A line ends with \n, \r\n or \r. */
export function placeOf(text: string, index: number): TextPlace {
  const lines = text.slice(0, index).split(/\r\n|[\n\r]/u);
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 };
}
