import type { PartResult } from '../countedParts.ts';
import type { QuestionFact, SessionFacts } from '../facts.ts';
import { type Row, type Table, tableOf } from '../table.ts';

/** Tables of single questions, parts and answers, which all figures are made of. */

function questionCells(
  question: QuestionFact,
): Row<
  'question' | 'occasion' | 'ticket' | 'game' | 'team' | 'round' | 'student' | 'unit' | 'place' | 'edge'
> {
  const { event, occasion, ticket, game, team, round, player, unit, place, edge } = question;
  return { question: event, occasion, ticket, game, team, round, student: player, unit, place, edge };
}

const QUESTION = [
  'question',
  'occasion',
  'ticket',
  'game',
  'team',
  'round',
  'student',
  'unit',
  'place',
] as const;

/** Most points of a question, bonuses apart. */
const QUESTION_POINTS = 100;

/** Points that a question could bring in the gradebook: none unless it is of a scored round and counts. */
export const possiblePoints = ({ occasion, isScored, isCancelled, isOver }: QuestionFact): number =>
  occasion === 'lesson' && isScored && isOver && !isCancelled ? QUESTION_POINTS : 0;

/** Table of questions: what one student was asked in one round. */
export function questionsTable(byQuestion: ReadonlyMap<QuestionFact, readonly PartResult[]>): Table {
  return tableOf(
    'questions',
    [...QUESTION, 'edge', 'asked', 'first', 'right', 'hints', 'points', 'possible', 'isCancelled'],
    [...byQuestion].map(([question, parts]) => ({
      ...questionCells(question),
      asked: parts.length,
      first: parts.filter(({ isFirst }) => isFirst).length,
      right: parts.filter(({ isRight }) => isRight).length,
      hints: parts.filter(({ part }) => part.hint !== null).length,
      points: parts.reduce((sum, { points }) => sum + points, 0),
      possible: possiblePoints(question),
      isCancelled: question.isCancelled,
    })),
  );
}

/** Table of parts: every figure is a sum over some of its rows. */
export function partsTable(parts: readonly PartResult[]): Table {
  return tableOf(
    'parts',
    [
      ...QUESTION,
      ...([
        'edge',
        'kind',
        'part',
        'truth',
        'tries',
        'isFirst',
        'isRight',
        'time',
        'hint',
        'points',
      ] as const),
      ...(['mistakes', 'answers', 'isCounted'] as const),
    ],
    parts.map(({ question, part, tries, isFirst, isRight, firstRightMs, points, mistakes, isCounted }) => ({
      ...questionCells(question),
      kind: part.kind,
      part: part.part,
      truth: part.truth,
      tries,
      isFirst,
      isRight,
      time: firstRightMs,
      hint: part.hint,
      points,
      mistakes: mistakes.join(' '),
      answers: part.answers.map(({ event }) => event).join(' '),
      isCounted,
    })),
  );
}

/** Table of answers, in the order of the log. */
export function answersTable({ questions }: SessionFacts): Table {
  const rows = questions.flatMap((question) =>
    question.parts.flatMap(({ part, kind, answers }) =>
      answers.map((answer) => ({
        event: answer.event,
        answer: answer.id,
        at: answer.at,
        question: question.event,
        student: question.player,
        round: question.round,
        kind,
        part,
        outcome: answer.outcome,
        read: answer.read,
        given: answer.given,
        mistakes: answer.mistakes.join(' '),
        tries: answer.tries,
        time: answer.afterMs,
        points: answer.points,
        bonus: answer.bonus,
      })),
    ),
  );
  return tableOf(
    'answers',
    [
      ...([
        'event',
        'answer',
        'at',
        'question',
        'student',
        'round',
        'kind',
        'part',
        'outcome',
        'read',
      ] as const),
      ...(['given', 'mistakes', 'tries', 'time', 'points', 'bonus'] as const),
    ],
    rows.sort((a, b) => a.event - b.event),
  );
}
