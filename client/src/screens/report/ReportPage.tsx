import type { ReportReply } from '@relay/shared/protocol';
import { type Report, reportOf, tablesIn } from '@relay/shared/report/report';
import { cellsOf, type TableId } from '@relay/shared/report/table';
import { type ReportNames, studentName } from '@relay/shared/report/written';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { compareTeams } from '../../strings/order';
import { t } from '../../strings/language';
import { keptHost } from '../../table/tokenStore';
import { Link } from '../parts/Link';
import shared from '../parts/shared.module.css';
import { Shell } from '../parts/Shell';
import { CsvButton, ReportFiles } from './ReportFiles';
import { ReportPlots } from './ReportPlots';
import { ReportTable } from './ReportTable';
import { namesFor, percent, shownTime } from './shown';
import { StudentPages } from './StudentPages';
import { usePaper } from './usePaper';
import styles from './Report.module.css';

/** Tables of single things, which a page prints only where somebody asks for them as a file. */
const DETAILS: readonly TableId[] = ['questions', 'parts', 'answers'];

interface ReportPageProps {
  readonly reply: ReportReply;
  readonly onRefresh: () => Promise<void>;
}

/** Report as it stands, or one page for each student. */
type Printed = 'page' | 'students';

/** Prints the page once what is to be printed has been drawn, and then forgets it. */
function usePrinting() {
  const [what, setWhat] = useState<Printed | null>(null);
  useEffect(() => {
    if (what === null) return;
    const over = (): void => setWhat(null);
    addEventListener('afterprint', over);
    // In a later task, when the paper has been set as well.
    const timer = setTimeout(() => print());
    return () => {
      clearTimeout(timer);
      removeEventListener('afterprint', over);
    };
  }, [what]);
  return { what, setWhat };
}

/** Report on a page: sentences, plots, tables, files; for the class, a team or a student. */
export function ReportPage({ reply, onRefresh }: ReportPageProps) {
  const { facts, code } = reply;
  const [team, setTeam] = useState('');
  const [student, setStudent] = useState('');
  const { what, setWhat } = usePrinting();
  // Tables are wide; the page of a student is not.
  usePaper(what === 'students' ? 'portrait' : 'landscape');
  const names = namesFor(reply);
  const report = useMemo(
    () => reportOf(facts, { team: team || undefined, student: student || undefined }),
    [facts, team, student],
  );
  const tables = tablesIn(report);
  const students = cellsOf(report.students, 'student').map(String);
  return (
    <Shell>
      <div class={styles.report} data-printing={what}>
        <header class={styles.head}>
          <h1>
            {t('report.heading')} · {t('report.session', { code })}
          </h1>
          <p class="muted">
            {t('report.when', { from: shownTime(facts.createdAt), to: shownTime(facts.lastAt) })} ·{' '}
            {t(`report.status.${facts.status}`)} · {t('report.students', { count: students.length })}
          </p>
        </header>
        <Tools code={code} onRefresh={onRefresh} onPrint={setWhat}>
          <Filters
            reply={reply}
            names={names}
            team={team}
            student={student}
            onTeam={setTeam}
            onStudent={setStudent}
          />
        </Tools>
        {tables.length === 0 ? <p>{t('report.empty')}</p> : <Summary report={report} names={names} />}
        {tables.length > 0 && <ReportFiles report={report} names={names} code={code} />}
        <ReportPlots report={report} names={names} />
        {tables.map((table) => (
          <div key={table.id} class={DETAILS.includes(table.id) ? styles.screenOnly : undefined}>
            <ReportTable table={table} names={names}>
              <CsvButton table={table} names={names} code={code} />
            </ReportTable>
          </div>
        ))}
      </div>
      {what === 'students' && <StudentPages facts={facts} students={students} names={names} code={code} />}
    </Shell>
  );
}

interface ToolsProps {
  readonly code: string;
  readonly onRefresh: () => Promise<void>;
  readonly onPrint: (what: Printed) => void;
  readonly children: ComponentChildren;
}

/** Buttons above a report, behind the filters. */
function Tools({ code, onRefresh, onPrint, children }: ToolsProps) {
  return (
    <div class={styles.tools}>
      {children}
      <button type="button" class={shared.button} onClick={() => void onRefresh()}>
        {t('report.refresh')}
      </button>
      <button type="button" class={shared.button} onClick={() => onPrint('page')}>
        {t('report.print.page')}
      </button>
      <button type="button" class={shared.button} onClick={() => onPrint('students')}>
        {t('report.print.students')}
      </button>
      {keptHost(code) && (
        <Link to={`/host?code=${code}`} class={shared.button}>
          {t('report.back')}
        </Link>
      )}
    </div>
  );
}

interface FiltersProps {
  readonly reply: ReportReply;
  readonly names: ReportNames;
  readonly team: string;
  readonly student: string;
  readonly onTeam: (team: string) => void;
  readonly onStudent: (student: string) => void;
}

/** Choice of a team and of a student. */
function Filters({ reply: { facts }, names, team, student, onTeam, onStudent }: FiltersProps) {
  const players = facts.players.filter(({ isRemoved }) => !isRemoved);
  const teams = [...new Set(players.flatMap((player) => player.team ?? []))].toSorted(compareTeams);
  const inTeam = players.filter((player) => team === '' || player.team === team);
  return (
    <fieldset class={styles.filters}>
      <legend class="visually-hidden">{t('report.filter.legend')}</legend>
      {teams.length > 1 && (
        <label>
          {t('report.filter.team')}{' '}
          <select
            class={styles.select}
            value={team}
            onChange={(event) => {
              onTeam(event.currentTarget.value);
              onStudent('');
            }}
          >
            <option value="">{t('report.filter.allTeams')}</option>
            {teams.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('report.filter.student')}{' '}
        <select
          class={styles.select}
          value={student}
          onChange={(event) => onStudent(event.currentTarget.value)}
        >
          <option value="">{t('report.filter.allStudents')}</option>
          {inTeam.map(({ id }) => (
            <option key={id} value={id}>
              {studentName(id, names)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** The report in three sentences. */
function Summary({ report, names }: { readonly report: Report; readonly names: ReportNames }) {
  const row = cellsOf(report.class, 'occasion').indexOf('lesson');
  const cell = (column: 'first' | 'asked' | 'firstShare' | 'right') =>
    cellsOf(report.class, column)[row] ?? null;
  const learned = (column: 'students' | 'startShare' | 'endShare') =>
    cellsOf(report.learning, column)[0] ?? null;
  const [mistake] = cellsOf(report.mistakes, 'mistake');
  const [makers] = cellsOf(report.mistakes, 'students');
  return (
    <div class={styles.summary} data-testid="summary">
      {row >= 0 && (
        <p>
          {t('report.summary.shares', {
            first: cell('first'),
            asked: cell('asked'),
            share: percent(cell('firstShare') as number | null),
            right: cell('right'),
          })}
        </p>
      )}
      <p>
        {learned('students') === null
          ? t('report.summary.notLearned')
          : t('report.summary.learned', {
              students: learned('students'),
              start: percent(learned('startShare') as number | null),
              end: percent(learned('endShare') as number | null),
            })}
      </p>
      {mistake !== undefined && (
        <p>{t('report.summary.mistake', { mistake: names.mistake(String(mistake)), students: makers })}</p>
      )}
    </div>
  );
}
