import type { MistakeId } from '../question/question.ts';
import type { PartFact, QuestionFact, SessionFacts } from './facts.ts';

/** Outcome of one part of a question. */
export interface PartResult {
  readonly question: QuestionFact;
  readonly part: PartFact;
  readonly tries: number;
  readonly isRight: boolean;
  /** Right at the first try. */
  readonly isFirst: boolean;
  /** Time to the first right answer, ms; null where there is none. */
  readonly firstRightMs: number | null;
  readonly points: number;
  /** Mistakes of all answers, in the order in which they were made; one made twice stands there twice. */
  readonly mistakes: readonly MistakeId[];
  /** False for a part that nobody could answer yet, and for a cancelled round: no figure includes it. */
  readonly isCounted: boolean;
}

/** Outcome of a part: what all its figures are made of. */
function resultOf(question: QuestionFact, part: PartFact): PartResult {
  const right = part.answers.find(({ outcome }) => outcome === 'correct');
  const wasAsked = part.answers.length > 0 || (question.isOver && part.openedAt !== null);
  return {
    question,
    part,
    tries: part.answers.at(-1)?.tries ?? 0,
    isRight: right !== undefined,
    isFirst: right?.tries === 1,
    firstRightMs: right?.afterMs ?? null,
    points: part.answers.reduce((sum, { points }) => sum + points, 0),
    mistakes: part.answers.flatMap(({ mistakes }) => mistakes),
    isCounted: wasAsked && !question.isCancelled,
  };
}

/** Limits of a report to a team or a student; an absent one sets none. */
export interface ReportFilter {
  readonly team?: string | undefined;
  readonly student?: string | undefined;
}

/** Facts of the players that a filter lets through; players whom the host sent away are left out. */
export function filtered(facts: SessionFacts, { team, student }: ReportFilter): SessionFacts {
  const players = facts.players.filter(
    (player) =>
      !player.isRemoved &&
      (team === undefined || player.team === team) &&
      (student === undefined || player.id === student),
  );
  const ids = new Set(players.map(({ id }) => id));
  return {
    ...facts,
    players,
    questions: facts.questions.filter(({ player }) => ids.has(player)),
    bets: facts.bets.filter(({ player }) => ids.has(player)),
  };
}

/** Outcomes of all parts, in the order in which they were asked. */
export function partResults({ questions }: SessionFacts): readonly PartResult[] {
  return questions.flatMap((question) => question.parts.map((part) => resultOf(question, part)));
}

/** Groups by a key, in the order in which keys come up first. */
export function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
