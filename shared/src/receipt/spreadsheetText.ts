import Papa from 'papaparse';
import type { Spreadsheet } from './spreadsheet.ts';

/** Beginnings of text that a spreadsheet takes for a formula. */
const FORMULA_LIKE = /^[=+\-@\t\r]/u;

/** The shortest text that is read back as the same double. */
const exact = (value: number): string => String(value);

/** Escapes text from an uploaded file, which must not become a formula. */
const safe = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);

/**
 * The whole working as text: labels, formulas and, beside them, their values here. A module of its own: a page loads it
 * when somebody opens a receipt.
 *
 * @param delimiter  a comma for a file; a tab for text pasted into a spreadsheet, its first cell into A1
 */
export function spreadsheetText(
  { rows }: Pick<Spreadsheet, 'rows'>,
  heads: readonly [label: string, value: string, here: string],
  delimiter: ',' | '\t',
): string {
  const lines = rows.map(({ label, formula, value }) => {
    const here = Number.isNaN(value) ? '' : exact(value);
    return [safe(label), formula === null ? here : `=${formula}`, formula === null ? '' : here];
  });
  return Papa.unparse([heads.map(safe), ...lines], { newline: '\r\n', delimiter });
}
