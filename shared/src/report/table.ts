/** Value of a cell; null: there is none. */
export type Cell = string | number | boolean | null;

/**
 * Kind of the values in a column: how a reader is shown them.
 *
 * `ids` are event numbers or ids with blanks between them, `mistakes` ids of mistakes. `share` is in [0, 1], `duration` in ms,
 * `time` in ms since the epoch.
 */
export type CellKind =
  | 'text'
  | 'count'
  | 'number'
  | 'points'
  | 'share'
  | 'duration'
  | 'time'
  | 'yesNo'
  | 'student'
  | 'occasion'
  | 'place'
  | 'questionKind'
  | 'part'
  | 'outcome'
  | 'mistakes'
  | 'ids';

/** Columns of all tables, each with the kind of its values; their words are in `strings/report.ts`. */
export const COLUMNS = {
  student: 'student',
  number: 'count',
  team: 'text',
  game: 'count',
  round: 'count',
  ticket: 'count',
  occasion: 'occasion',
  kind: 'questionKind',
  part: 'part',
  place: 'place',
  unit: 'text',
  edge: 'text',
  students: 'count',
  asked: 'count',
  answered: 'count',
  first: 'count',
  firstShare: 'share',
  right: 'count',
  rightShare: 'share',
  meanTries: 'number',
  hints: 'count',
  medianTime: 'duration',
  topMistake: 'mistakes',
  score: 'points',
  points: 'points',
  possible: 'points',
  pointsShare: 'share',
  startShare: 'share',
  endShare: 'share',
  change: 'share',
  startAsked: 'count',
  endAsked: 'count',
  ticketShare: 'share',
  betsWon: 'count',
  bets: 'count',
  teamPoints: 'points',
  rank: 'count',
  lossBefore: 'number',
  lossAfter: 'number',
  mistake: 'mistakes',
  times: 'count',
  mistakes: 'mistakes',
  question: 'count',
  event: 'count',
  answer: 'text',
  answers: 'ids',
  hint: 'count',
  at: 'time',
  time: 'duration',
  tries: 'count',
  isRight: 'yesNo',
  isFirst: 'yesNo',
  isCounted: 'yesNo',
  isCancelled: 'yesNo',
  outcome: 'outcome',
  truth: 'text',
  read: 'number',
  given: 'ids',
  bonus: 'points',
} as const satisfies Record<string, CellKind>;

export type ColumnId = keyof typeof COLUMNS;

/** Tables of a report, in the order in which they are read; their words are in `strings/report.ts`. */
export const TABLE_IDS = [
  'class',
  'teams',
  'students',
  'rounds',
  'skills',
  'learning',
  'exitTickets',
  'mistakes',
  'mistakeRounds',
  'questions',
  'parts',
  'answers',
] as const;

export type TableId = (typeof TABLE_IDS)[number] | 'gradebook';

/** A table of figures. Page, CSV and spreadsheet are made of it, so that no figure is computed twice. */
export interface Table {
  readonly id: TableId;
  readonly columns: readonly ColumnId[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Row with its cells by column. */
export type Row<Column extends ColumnId> = Readonly<Record<Column, Cell>>;

/** Table of rows; a row has a cell for every column. */
export function tableOf<const Columns extends readonly ColumnId[]>(
  id: TableId,
  columns: Columns,
  rows: readonly Row<Columns[number]>[],
): Table {
  return {
    id,
    columns,
    rows: rows.map((row) => columns.map((column) => row[column as Columns[number]])),
  };
}

/** Cells of a column, from the first row to the last. */
export function cellsOf(table: Table, column: ColumnId): readonly Cell[] {
  const index = table.columns.indexOf(column);
  if (index < 0) throw new RangeError(`the table ${table.id} has no column ${column}`);
  return table.rows.map((row) => row[index]!);
}
