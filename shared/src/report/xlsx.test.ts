import { expect, test } from 'vitest';
import { World } from '../simulation/world.ts';
import { atOnce } from '../slices.ts';
import { readSheets } from '../testing/readFiles.ts';
import { reportOf, tablesIn } from './report.ts';
import { sessionFacts } from './sessionFacts.ts';
import type { WrittenTable } from './written.ts';
import { arrivalsOf, writtenTable } from './written.ts';
import { xlsxOf } from './xlsx.ts';

/** Sheets of a file, read by another library than the one that wrote it. */
async function readBack(tables: readonly WrittenTable[]) {
  const sheets = await readSheets(Buffer.from(await xlsxOf(tables)));
  return sheets.map(({ sheet, data }) => ({ sheet, data }));
}

test('spreadsheet: a report is read back cell by cell', async () => {
  const facts = atOnce(sessionFacts(new World(4).play().log));
  const asIs = (id: string): string => id;
  const tables = tablesIn(reportOf(facts)).map((table) =>
    writtenTable(table, {
      language: 'ja',
      players: { p1: '=1+1', p2: 'あ"<&> x' },
      arrivals: arrivalsOf(facts.players),
      questionKind: asIs,
      part: asIs,
      mistake: asIs,
      time: String,
    }),
  );
  const sheets = await readBack(tables);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map(({ title }) => title));
  for (const [i, { headings, rows, title }] of tables.entries()) {
    const [head, ...body] = sheets[i]!.data;
    expect(head, title).toEqual(headings);
    // A text without a letter in it is an empty cell.
    expect(body, title).toEqual(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  }
  expect(tables.length).toBeGreaterThan(6);
});

test('spreadsheet: a title that is no name of a sheet is made one', async () => {
  const table = { headings: ['a'], kinds: ['text'], rows: [['x']] } as const;
  const [sheet] = await readBack([{ ...table, title: `a/b:${'c'.repeat(40)}` }]);
  expect(sheet!.sheet).toBe(`a b ${'c'.repeat(27)}`);
});
