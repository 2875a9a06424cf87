import Papa from 'papaparse';
import type { WrittenTable } from './written.ts';

/** Mark with which spreadsheets recognise UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * CSV of a table: UTF-8 with a byte order mark, numbers with a point, lines that end in CR LF. A text that a spreadsheet
 * would take for a formula is quoted with an apostrophe in front.
 */
export function csvOf({ headings, rows }: Pick<WrittenTable, 'headings' | 'rows'>): string {
  const lines = Papa.unparse([[...headings], ...rows.map((row) => [...row])], {
    escapeFormulae: true,
    newline: '\r\n',
  });
  return `${BYTE_ORDER_MARK}${lines}\r\n`;
}
