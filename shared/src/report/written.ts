import { fill } from '../strings/fill.ts';
import { REPORT_WORDS } from '../strings/report.ts';
import type { Language } from '../strings/languages.ts';
import type { PlayerFact } from './facts.ts';
import { type Cell, type CellKind, type ColumnId, COLUMNS, type Table, type TableId } from './table.ts';

/** Names and words that a report is written with, besides its own. */
export interface ReportNames {
  readonly language: Language;
  /** Names of players; one is missing where it was erased. */
  readonly players: Readonly<Record<string, string>>;
  /** Numbers of players on the list of the class; one is missing where there is no list. */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly questionKind: (kind: string) => string;
  readonly part: (part: string) => string;
  readonly mistake: (mistake: string) => string;
  /** Date and time of ms since the epoch. */
  readonly time: (at: number) => string;
}

/** Arrival of each player, from 1, by which one without a name is called. */
export const arrivalsOf = (players: readonly PlayerFact[]): ReadonlyMap<string, number> =>
  new Map(players.map(({ id, arrival }) => [id, arrival + 1]));

/** Heading of a table in words. */
export const tableTitle = (id: TableId, language: Language): string =>
  REPORT_WORDS[language].tables[id]!.title;

/** Heading of a column in words, with its unit where a file needs one. */
export function columnTitle(column: ColumnId, language: Language, isFile: boolean): string {
  const { columns, seconds } = REPORT_WORDS[language];
  const title = columns[column]!;
  return isFile && COLUMNS[column] === 'duration' ? fill(seconds, { column: title }) : title;
}

/** Name of a student. */
export function studentName(id: string, { players, arrivals, language }: ReportNames): string {
  return players[id] ?? fill(REPORT_WORDS[language].nameless, { number: arrivals.get(id) ?? id });
}

const SECOND_MS = 1_000;

type Write = (value: string | number | boolean, names: ReportNames) => string | number;

const asItIs: Write = (value) => (typeof value === 'boolean' ? Number(value) : value);

/** Writing of each kind of cell in files: numbers stay numbers, shares are in [0, 1], durations in seconds. */
const WRITE: Readonly<Record<CellKind, Write>> = {
  text: asItIs,
  count: asItIs,
  number: asItIs,
  points: asItIs,
  share: asItIs,
  ids: asItIs,
  duration: (value) => Number(value) / SECOND_MS,
  time: (value, names) => names.time(Number(value)),
  yesNo: (value, { language }) => REPORT_WORDS[language][value === true ? 'yes' : 'no'],
  student: (value, names) => studentName(String(value), names),
  occasion: (value, { language }) => REPORT_WORDS[language].occasion[String(value)]!,
  place: (value, { language }) => REPORT_WORDS[language].place[String(value)]!,
  outcome: (value, { language }) => REPORT_WORDS[language].outcome[String(value)]!,
  questionKind: (value, names) => names.questionKind(String(value)),
  part: (value, names) => names.part(String(value)),
  mistakes: (value, names) =>
    String(value)
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => names.mistake(id))
      .join('; '),
};

/** Value of a cell in words, or as a number. */
export function writtenCell(cell: Cell, column: ColumnId, names: ReportNames): string | number | null {
  return cell === null ? null : WRITE[COLUMNS[column]](cell, names);
}

/** A table as a file holds it. */
export interface WrittenTable {
  readonly title: string;
  readonly headings: readonly string[];
  /** Kind of the values of each column. */
  readonly kinds: readonly CellKind[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Table in words, for a file. */
export function writtenTable({ id, columns, rows }: Table, names: ReportNames): WrittenTable {
  const { language } = names;
  return {
    title: tableTitle(id, language),
    headings: columns.map((column) => columnTitle(column, language, true)),
    kinds: columns.map((column) => COLUMNS[column]),
    rows: rows.map((row) => row.map((cell, i) => writtenCell(cell, columns[i]!, names))),
  };
}
