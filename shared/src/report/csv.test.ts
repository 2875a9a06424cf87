import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const csv = (...rows: (string | number | null)[][]): string => csvOf({ headings: ['a', 'b'], rows });

test('CSV: begins with the byte order mark and ends its lines with CR LF', () => {
  expect(csv(['x', 1.5], ['あ', null])).toBe('\uFEFFa,b\r\nx,1.5\r\nあ,\r\n');
});

test('CSV: a name that a spreadsheet would take for a formula is none', () => {
  const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1', '=HYPERLINK("http://x.example","y")'];
  const read = Papa.parse<string[]>(csv(...names.map((name) => [name, 0])).slice(1), {
    skipEmptyLines: true,
  });
  for (const [i, name] of names.entries()) expect(read.data[i + 1]![0]).toBe(`'${name}`);
});

test('CSV: a negative number stays a number, and quotes, commas and lines come back', () => {
  const text = 'say "no",\nand go';
  const read = Papa.parse<string[]>(csv([text, -0.25]).slice(1), { skipEmptyLines: true });
  expect(read.data[1]).toEqual([text, '-0.25']);
});
