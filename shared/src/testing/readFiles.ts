import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';

/** Sheets of a spreadsheet file, read by another library than the one that writes them. */
export const readSheets = (bytes: Buffer) => readExcelFile(bytes);

/** Rows of a CSV, without its byte order mark. */
export const readCsv = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { skipEmptyLines: true }).data;
