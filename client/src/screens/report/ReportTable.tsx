import { REPORT_WORDS } from '@relay/shared/strings/report';
import type { Cell, ColumnId, Table } from '@relay/shared/report/table';
import { columnTitle, type ReportNames, studentName } from '@relay/shared/report/written';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { compareNames } from '../../strings/order';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import { shownCell } from './shown';
import styles from './Report.module.css';

/** Rows shown before a press asks for all. */
const FIRST_ROWS = 60;

/** Columns for which paper has no room; files have them all. */
const NOT_PRINTED: ReadonlySet<ColumnId> = new Set([
  ...(['answered', 'first', 'right', 'meanTries', 'hints', 'startAsked', 'endAsked'] as const),
  ...(['betsWon', 'bets', 'possible'] as const),
]);

interface Sorting {
  readonly column: number;
  readonly isDown: boolean;
}

/** Compares two cells of a column: numbers by size, texts as people sort them; empty ones come last. */
function compareCells(a: Cell, b: Cell, column: ColumnId, names: ReportNames): number {
  if (typeof a === 'string' && typeof b === 'string')
    return column === 'student'
      ? compareNames(studentName(a, names), studentName(b, names))
      : compareNames(shownCell(a, column, names), shownCell(b, column, names));
  return Number(a) - Number(b);
}

function sorted(table: Table, sorting: Sorting | null, names: ReportNames): Table['rows'] {
  if (!sorting) return table.rows;
  const { column, isDown } = sorting;
  return table.rows.toSorted((one, other) => {
    const [a, b] = [one[column]!, other[column]!];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (isDown ? -1 : 1) * compareCells(a, b, table.columns[column]!, names);
  });
}

interface ReportTableProps {
  readonly table: Table;
  readonly names: ReportNames;
  /** Further buttons beside the heading. */
  readonly children?: ComponentChildren;
}

/** Table of a report: each heading sorts by its column, the largest first; long ones open at a press. */
export function ReportTable({ table, names, children }: ReportTableProps) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [isWhole, setWhole] = useState(false);
  const { title, text } = REPORT_WORDS[names.language].tables[table.id]!;
  const rows = sorted(table, sorting, names);
  const shown = isWhole ? rows : rows.slice(0, FIRST_ROWS);
  const sortBy = (column: number): void =>
    setSorting((before) => ({ column, isDown: before?.column === column ? !before.isDown : true }));
  return (
    <section class={styles.section} data-table={table.id}>
      <div class={styles.sectionHead}>
        <h2>{title}</h2>
        {children}
      </div>
      <p class="hint">{text}</p>
      <div class={styles.scroll} role="region" aria-label={t('report.scroll', { table: title })} tabIndex={0}>
        <table class={styles.table}>
          <Headings table={table} sorting={sorting} names={names} onSort={sortBy} />
          <tbody>
            {shown.map((row) => (
              <tr key={row.join('/')}>
                {row.map((cell, i) => (
                  <td
                    key={table.columns[i]!}
                    class={cx(
                      typeof cell === 'number' && styles.number,
                      NOT_PRINTED.has(table.columns[i]!) && styles.screenOnly,
                    )}
                  >
                    {shownCell(cell, table.columns[i]!, names)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" class={cx(shared.button, styles.screenOnly)} onClick={() => setWhole(true)}>
          {t('report.more', { count: rows.length })}
        </button>
      )}
    </section>
  );
}

interface HeadingsProps {
  readonly table: Table;
  readonly sorting: Sorting | null;
  readonly names: ReportNames;
  readonly onSort: (column: number) => void;
}

/** Headings of a table: each is a button that sorts. */
function Headings({ table, sorting, names, onSort }: HeadingsProps) {
  return (
    <thead>
      <tr>
        {table.columns.map((column, i) => {
          const isSorted = sorting?.column === i;
          return (
            <th
              key={column}
              scope="col"
              class={cx(NOT_PRINTED.has(column) && styles.screenOnly)}
              aria-sort={isSorted ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" class={styles.sort} onClick={() => onSort(i)}>
                {columnTitle(column, names.language, false)}
                {isSorted && <span aria-hidden="true">{sorting.isDown ? ' ▼' : ' ▲'}</span>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
