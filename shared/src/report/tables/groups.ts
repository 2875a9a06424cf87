import type { QuestionFact, SessionFacts } from '../facts.ts';
import { groupedBy, type PartResult } from '../countedParts.ts';
import { FIGURES, figuresOf, mistakeTallies } from '../figures.ts';
import { type Table, tableOf } from '../table.ts';
import { skillCells, skillOf } from './learning.ts';

/** Tables of the figures of groups of parts: by occasion, team, round, skill and mistake. */

/** Table with one row for each occasion: the lesson, each exit ticket, warm-ups, extra questions. */
export function classTable(parts: readonly PartResult[]): Table {
  const groups = groupedBy(parts, ({ question: { occasion, ticket } }) => `${occasion}/${ticket}`);
  const rows = [...groups.values()].map((own) => {
    const { occasion, ticket } = own[0]!.question;
    return { occasion, ticket: ticket || null, ...figuresOf(own) };
  });
  return tableOf('class', ['occasion', 'ticket', ...FIGURES], rows);
}

/** Table of teams: figures of the lesson, loss, and the results of games that have ended. */
export function teamsTable({ losses, results }: SessionFacts, lesson: readonly PartResult[]): Table {
  const ofTeams = lesson.filter(({ question }) => question.team !== null);
  const groups = groupedBy(ofTeams, ({ question: { game, team } }) => `${game}/${team}`);
  const rows = [...groups.values()].map((own) => {
    const { game, team } = own[0]!.question;
    const curve = losses.filter((one) => one.game === game && one.run === team);
    const result = results.find((one) => one.game === game)?.teams.find(({ run }) => run === team);
    return {
      game,
      team,
      ...figuresOf(own),
      lossBefore: curve[0]?.loss ?? null,
      lossAfter: curve.at(-1)?.loss ?? null,
      teamPoints: result?.points ?? null,
      rank: result?.rank ?? null,
    };
  });
  return tableOf(
    'teams',
    ['game', 'team', ...FIGURES, 'lossBefore', 'lossAfter', 'teamPoints', 'rank'],
    rows,
  );
}

const roundOf = ({ game, team, round }: QuestionFact): string => `${game}/${team ?? ''}/${round}`;

/** Table of rounds: of each team; the own runs of all players, as in homework, are one row a round. */
export function roundsTable({ losses }: SessionFacts, lesson: readonly PartResult[]): Table {
  const rows = [...groupedBy(lesson, ({ question }) => roundOf(question)).values()].map((own) => {
    const { game, team, round } = own[0]!.question;
    const curve = losses.filter((one) => one.run === team);
    const after = curve.findIndex((one) => one.game === game && one.round === round);
    return {
      game,
      team,
      round,
      ...figuresOf(own),
      lossBefore: after > 0 ? curve[after - 1]!.loss : null,
      lossAfter: after > 0 ? curve[after]!.loss : null,
    };
  });
  return tableOf('rounds', ['game', 'team', 'round', ...FIGURES, 'lossBefore', 'lossAfter'], rows);
}

const SKILL = ['kind', 'part', 'place'] as const;

/** Table of skills: each kind of part of each kind of question, at an output and at a hidden unit. */
export function skillsTable(lesson: readonly PartResult[]): Table {
  const rows = [...groupedBy(lesson, skillOf).values()].map((own) => ({
    ...skillCells(own),
    ...figuresOf(own),
  }));
  return tableOf('skills', [...SKILL, ...FIGURES], rows);
}

/** Table of exit tickets, by skill. */
export function exitTicketsTable(tickets: readonly PartResult[]): Table {
  const groups = groupedBy(tickets, (one) => `${one.question.ticket}/${skillOf(one)}`);
  const rows = [...groups.values()].map((own) => ({
    ticket: own[0]!.question.ticket,
    ...skillCells(own),
    ...figuresOf(own),
  }));
  return tableOf('exitTickets', ['ticket', ...SKILL, ...FIGURES], rows);
}

/** Table of mistakes, most frequent first. */
export function mistakesTable(lesson: readonly PartResult[]): Table {
  const rows = mistakeTallies(lesson.filter(({ isCounted }) => isCounted));
  return tableOf('mistakes', ['mistake', 'students', 'times'], rows);
}

/** Table of mistakes by round, over all teams. */
export function mistakeRoundsTable(lesson: readonly PartResult[]): Table {
  const counted = lesson.filter(({ isCounted }) => isCounted);
  const rounds = groupedBy(counted, ({ question: { game, round } }) => `${game}/${round}`);
  const rows = [...rounds.values()].flatMap((own) => {
    const { game, round } = own[0]!.question;
    return mistakeTallies(own).map((tally) => ({ game, round, ...tally }));
  });
  return tableOf('mistakeRounds', ['game', 'round', 'mistake', 'students', 'times'], rows);
}
