import { filtered, groupedBy, partResults, type PartResult, type ReportFilter } from './countedParts.ts';
import type { QuestionFact, SessionFacts } from './facts.ts';
import { TABLE_IDS, type Table, type TableId } from './table.ts';
import { answersTable, partsTable, questionsTable } from './tables/details.ts';
import {
  classTable,
  exitTicketsTable,
  mistakeRoundsTable,
  mistakesTable,
  roundsTable,
  skillsTable,
  teamsTable,
} from './tables/groups.ts';
import { learningTable } from './tables/learning.ts';
import { gradebookOf, studentsTable } from './tables/students.ts';

/** Report of a session: its tables, and the gradebook, which is a part of that of students. */
export type Report = Readonly<Record<TableId, Table>>;

/** Report of a session, or of one team or student of it. */
export function reportOf(all: SessionFacts, filter: ReportFilter = {}): Report {
  const facts = filtered(all, filter);
  const parts = partResults(facts);
  const lesson = parts.filter(({ question }) => question.occasion === 'lesson');
  const tickets = parts.filter(({ question }) => question.occasion === 'exitTicket');
  const students = studentsTable(facts, parts);
  return {
    class: classTable(parts),
    teams: teamsTable(facts, lesson),
    students,
    rounds: roundsTable(facts, lesson),
    skills: skillsTable(lesson),
    learning: learningTable(lesson.filter(({ isCounted }) => isCounted)),
    exitTickets: exitTicketsTable(tickets),
    mistakes: mistakesTable(lesson),
    mistakeRounds: mistakeRoundsTable(lesson),
    questions: questionsTable(byQuestion(parts)),
    parts: partsTable(parts),
    answers: answersTable(facts),
    gradebook: gradebookOf(students),
  };
}

/** Tables of a report in the order in which they are read, those without rows left out. */
export function tablesIn(report: Report): readonly Table[] {
  return TABLE_IDS.map((id) => report[id]).filter(({ rows }) => rows.length > 0);
}

function byQuestion(parts: readonly PartResult[]): ReadonlyMap<QuestionFact, readonly PartResult[]> {
  const groups = groupedBy(parts, ({ question }) => `${question.event}/${question.player}`);
  return new Map([...groups.values()].map((own) => [own[0]!.question, own] as const));
}
