import FormulaParser from 'fast-formula-parser';
import Papa from 'papaparse';

/** A minimal spreadsheet program for two columns: reads the CSV and computes every cell of column B. */
export function computeSheet(
  csv: string,
): { readonly label: string; readonly value: number; readonly here: number }[] {
  const [, ...lines] = Papa.parse<string[]>(csv).data;
  const values = new Map<number, number>();
  const parser = new FormulaParser({ onCell: ({ row }) => values.get(row) ?? 0 });
  return lines.map(([label = '', cell = '', here = ''], i) => {
    const row = i + 2;
    const result = cell.startsWith('=')
      ? parser.parse(cell.slice(1), { sheet: 'S', row, col: 2 })
      : Number(cell === '' ? Number.NaN : cell);
    const value = typeof result === 'number' ? result : Number.NaN;
    values.set(row, value);
    return { label, value, here: here === '' ? Number.NaN : Number(here) };
  });
}
