import writeSheets, { type CellObject } from 'write-excel-file/universal';
import type { CellKind } from './table.ts';
import type { WrittenTable } from './written.ts';

/** Number formats of spreadsheets, by kind of cell; absent: the general one. */
const FORMATS: Partial<Readonly<Record<CellKind, string>>> = {
  share: '0%',
  points: '0.0',
  duration: '0.0',
  number: '0.####',
};

/** Longest name of a sheet that Excel opens, and the signs that it does not. */
const MAX_SHEET_NAME = 31;
const NOT_IN_SHEET_NAMES = /[[\]:*?/\\]/gu;

const WIDTHS = { narrowest: 8, widest: 40 } as const;

/** Width of a text in characters; those of Japanese are twice as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x2e80 ? 1 : 2), 0);

function cellOf(value: string | number | null, kind: CellKind): CellObject | null {
  if (value === null) return null;
  const format = FORMATS[kind];
  // A text is stored as a text, so that none is a formula.
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, ...(format !== undefined && { format }) };
}

/**
 * Spreadsheet file with one sheet a table: numbers are numbers, headings stay while a sheet scrolls.
 *
 * @returns bytes of an .xlsx file
 */
export async function xlsxOf(tables: readonly WrittenTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ title, headings, kinds, rows }) => ({
    sheet: title.replaceAll(NOT_IN_SHEET_NAMES, ' ').slice(0, MAX_SHEET_NAME),
    stickyRowsCount: 1,
    columns: headings.map((heading) => ({
      width: Math.min(WIDTHS.widest, Math.max(WIDTHS.narrowest, widthOf(heading) + 2)),
    })),
    data: [
      headings.map((value): CellObject => ({ value, type: String, fontWeight: 'bold', wrap: true })),
      ...rows.map((row) => row.map((value, i) => cellOf(value, kinds[i]!))),
    ],
  }));
  const blob = await writeSheets(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
