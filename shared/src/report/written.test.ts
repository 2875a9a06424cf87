import { expect, test } from 'vitest';
import { World } from '../simulation/world.ts';
import { atOnce } from '../slices.ts';
import { fill } from '../strings/fill.ts';
import { LANGUAGES } from '../strings/languages.ts';
import { REPORT_WORDS } from '../strings/report.ts';
import { reportOf, tablesIn } from './report.ts';
import { sessionFacts } from './sessionFacts.ts';
import { COLUMNS, TABLE_IDS } from './table.ts';
import { arrivalsOf, type ReportNames, writtenTable } from './written.ts';

test.each(LANGUAGES)('words of a report in %s: one for every table and column, and no other', (language) => {
  const { tables, columns } = REPORT_WORDS[language];
  expect(Object.keys(tables).sort()).toEqual([...TABLE_IDS, 'gradebook'].sort());
  expect(Object.keys(columns).sort()).toEqual(Object.keys(COLUMNS).sort());
  expect(new Set(Object.values(tables).map(({ title }) => title)).size).toBe(TABLE_IDS.length + 1);
});

/** Facts of the first simulated session with several players. */
const FACTS = Array.from({ length: 20 }, (_, seed) => new World(seed + 1).play().log)
  .map((log) => atOnce(sessionFacts(log)))
  .find(({ players, questions }) => players.length > 2 && questions.length > 20)!;

test.each(LANGUAGES)('written tables in %s: every cell is a word, a finite number or empty', (language) => {
  const facts = FACTS;
  const names: ReportNames = {
    language,
    players: { [FACTS.players[0]!.id]: 'Ann' },
    arrivals: arrivalsOf(facts.players),
    questionKind: (kind) => `kind ${kind}`,
    part: (part) => `part ${part}`,
    mistake: (mistake) => `mistake ${mistake}`,
    time: (at) => `time ${at}`,
  };
  const tables = tablesIn(reportOf(facts));
  expect(tables.length).toBeGreaterThan(6);
  for (const table of tables) {
    const { headings, rows, title } = writtenTable(table, names);
    expect(new Set(headings).size, title).toBe(table.columns.length);
    for (const cell of rows.flat()) {
      const isWritten = cell === null || typeof cell === 'string' || Number.isFinite(cell);
      expect(isWritten && cell !== 'undefined' && cell !== 'null', `${title}: ${cell}`).toBe(true);
    }
  }
  const students = writtenTable(reportOf(facts).students, names).rows.map(([name]) => name);
  expect(students[0]).toBe('Ann');
  expect(students[1]).toBe(fill(REPORT_WORDS[language].nameless, { number: 2 }));
});
