import type { SessionFacts } from '@relay/shared/report/facts';
import { type Report, reportOf } from '@relay/shared/report/report';
import { cellsOf, type ColumnId, type Table } from '@relay/shared/report/table';
import { columnTitle, type ReportNames, studentName, tableTitle } from '@relay/shared/report/written';
import { t } from '../../strings/language';
import { percent, shownCell } from './shown';
import styles from './Report.module.css';

const ROUND_COLUMNS = ['round', 'asked', 'first', 'right', 'hints', 'medianTime', 'topMistake'] as const;
const SKILL_COLUMNS = ['kind', 'part', 'place', 'asked', 'first', 'right'] as const;
/** Rows of a table on the page of a student, at most: it is one page. */
const MOST_ROWS = 14;

interface SmallTableProps {
  readonly table: Table;
  readonly columns: readonly ColumnId[];
  readonly names: ReportNames;
}

/** A few columns of a table, without buttons. */
function SmallTable({ table, columns, names }: SmallTableProps) {
  const cells = columns.map((column) => cellsOf(table, column));
  return (
    <table class={styles.table}>
      <caption>{tableTitle(table.id, names.language)}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {columnTitle(column, names.language, false)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.slice(-MOST_ROWS).map((_, row, shown) => (
          <tr key={row}>
            {columns.map((column, i) => (
              <td key={column}>
                {shownCell(cells[i]![table.rows.length - shown.length + row]!, column, names)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StudentPage({
  report,
  names,
  code,
}: {
  readonly report: Report;
  readonly names: ReportNames;
  readonly code: string;
}) {
  const cell = (column: ColumnId) => cellsOf(report.students, column)[0] ?? null;
  const mistakes = cellsOf(report.mistakes, 'mistake').slice(0, 5);
  return (
    <article class={styles.studentPage}>
      <h2>{studentName(String(cell('student')), names)}</h2>
      <p class="muted">
        {t('report.session', { code })} ·{' '}
        {t('report.page.points', {
          points: shownCell(cell('points'), 'points', names),
          possible: shownCell(cell('possible'), 'possible', names),
        })}
      </p>
      <p>
        {t('report.page.first', { share: percent(cell('firstShare') as number | null) })} ·{' '}
        {t('report.page.end', { share: percent(cell('endShare') as number | null) })}
      </p>
      <SmallTable table={report.rounds} columns={ROUND_COLUMNS} names={names} />
      <SmallTable table={report.skills} columns={SKILL_COLUMNS} names={names} />
      <h3>{t('report.page.mistakes')}</h3>
      {mistakes.length === 0 ? (
        <p>{t('report.page.noMistakes')}</p>
      ) : (
        <ul>
          {mistakes.map((id) => (
            <li key={String(id)}>{names.mistake(String(id))}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

interface StudentPagesProps {
  readonly facts: SessionFacts;
  /** Students in the order of their pages. */
  readonly students: readonly string[];
  readonly names: ReportNames;
  readonly code: string;
}

/** One page for each student, for print. */
export function StudentPages({ facts, students, ...rest }: StudentPagesProps) {
  return (
    <div class={styles.studentPages} data-testid="student-pages">
      {students.map((student) => (
        <StudentPage key={student} report={reportOf(facts, { student })} {...rest} />
      ))}
    </div>
  );
}
