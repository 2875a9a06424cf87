import { groupedBy, type PartResult } from '../countedParts.ts';
import type { PlayerFact, QuestionFact, SessionFacts } from '../facts.ts';
import { FIGURES, figuresOf, shareOf } from '../figures.ts';
import { type Row, type Table, tableOf } from '../table.ts';
import { possiblePoints } from './details.ts';
import { endsOf, learned } from './learning.ts';

/** Facts of one student. */
interface Student {
  readonly player: PlayerFact;
  readonly questions: readonly QuestionFact[];
  readonly lesson: readonly PartResult[];
  readonly tickets: readonly PartResult[];
}

function studentsIn({ players, questions }: SessionFacts, parts: readonly PartResult[]): Student[] {
  const questionsOf = groupedBy(questions, ({ player }) => player);
  const partsOf = groupedBy(parts, ({ question }) => question.player);
  return players.map((player) => {
    const own = (partsOf.get(player.id) ?? []).filter(({ isCounted }) => isCounted);
    return {
      player,
      questions: questionsOf.get(player.id) ?? [],
      lesson: own.filter(({ question }) => question.occasion === 'lesson'),
      tickets: own.filter(({ question }) => question.occasion === 'exitTicket'),
    };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const answersIn = (questions: readonly QuestionFact[]) =>
  questions.flatMap(({ parts }) => parts.flatMap(({ answers }) => answers));

/** Points for the gradebook: those of the parts, without bonuses, and how many there could have been. */
function gradeOf({ questions }: Student): Row<'points' | 'possible' | 'pointsShare'> {
  const graded = questions.filter((question) => possiblePoints(question) > 0);
  const points = sum(answersIn(graded).map((answer) => answer.points));
  const possible = sum(graded.map(possiblePoints));
  return { points, possible, pointsShare: shareOf(points, possible) };
}

/** Score of a student over all games: what the game itself shows, bonuses, extra questions and bets included. */
function scoreOf({ player, questions }: Student, { bets }: SessionFacts): number {
  const counted = questions.filter(({ isCancelled }) => !isCancelled);
  return (
    sum(answersIn(counted).map(({ points, bonus }) => points + bonus)) +
    sum(bets.map((bet) => (bet.player === player.id ? bet.points : 0)))
  );
}

/** Table of students, in order of arrival: figures of the lesson, learning, exit tickets and points. */
export function studentsTable(facts: SessionFacts, parts: readonly PartResult[]): Table {
  const rows = studentsIn(facts, parts).map((student) => {
    const { player, lesson, tickets } = student;
    const ends = endsOf(lesson);
    const { startShare, endShare, change } = learned(ends ? [ends] : []);
    const bets = facts.bets.filter((bet) => bet.player === player.id);
    return {
      student: player.id,
      number: player.arrival + 1,
      team: player.team,
      ...figuresOf(lesson),
      startShare,
      endShare,
      change,
      ticketShare: figuresOf(tickets).firstShare,
      betsWon: bets.filter(({ won }) => won).length,
      bets: bets.length,
      ...gradeOf(student),
      score: scoreOf(student, facts),
    };
  });
  return tableOf(
    'students',
    [
      ...(['student', 'number', 'team'] as const),
      ...FIGURES.filter((column) => column !== 'students'),
      ...(['startShare', 'endShare', 'change', 'ticketShare', 'betsWon', 'bets'] as const),
      ...(['points', 'possible', 'pointsShare', 'score'] as const),
    ],
    rows,
  );
}

/** Gradebook: a few columns of the table of students. */
export function gradebookOf(students: Table): Table {
  const columns = ['student', 'number', 'points', 'pointsShare'] as const;
  const places = columns.map((column) => students.columns.indexOf(column));
  return { id: 'gradebook', columns, rows: students.rows.map((row) => places.map((place) => row[place]!)) };
}
