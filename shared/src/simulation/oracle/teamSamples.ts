import type { Sample } from '../../maths/network.ts';
import { type Book, type Of, type Rule, teamsOf, type Topic } from './book.ts';

/** Rules of the samples that teams begin with: the same for all, or different ones that are spread over the data. */

/** Number of teams at each of the samples, which count as one where their numbers are the same. */
function crowds(data: readonly Sample[], cursors: readonly number[]): number[] {
  const written = data.map((sample) => JSON.stringify(sample));
  return [...new Set(written)].map((one) => cursors.filter((cursor) => written[cursor] === one).length);
}

const isEven = (counts: readonly number[]): boolean => Math.max(...counts) - Math.min(...counts) <= 1;

function started({ runs }: Of<'sessionStarted'>, { session: { data }, settings }: Book, rule: Rule): void {
  const cursors = runs.flatMap((one) => (one.kind === 'team' ? [one.cursor] : []));
  if (cursors.length === 0) return;
  rule(cursors[0] === 0, 'the first team begins with the first sample');
  if (settings.teamSamples === 'same')
    return rule(new Set(cursors).size === 1, 'all teams begin with the same sample');
  rule(isEven(crowds(data, cursors)), 'teams are spread evenly over the samples');
  if (crowds(data, cursors).length < data.length) return;
  const isApart = cursors.every((cursor, i) => i === 0 || cursor !== cursors[i - 1]);
  rule(isApart || data.length === 1, 'neighbouring teams begin with different samples');
  if (cursors.length > data.length) return;
  const gaps = cursors.map((cursor, i) => (cursors[i + 1] ?? data.length) - cursor);
  rule(isEven(gaps), 'teams begin as far apart as the data allows');
}

function opened({ cursor }: { readonly cursor: number }, book: Book, rule: Rule): void {
  if (book.settings.teamSamples === 'same')
    return rule(cursor === 0, 'a new team begins with the first sample');
  const { data } = book.session;
  const cursors = teamsOf(book).map((run) => run.cursor);
  const others = data.map((one) => {
    const same = JSON.stringify(one);
    return cursors.filter((other) => JSON.stringify(data[other]) === same).length;
  });
  rule(others[cursor] === Math.min(...others), 'a new team begins with a sample that the fewest others have');
}

export function teamSamples(): Topic {
  /** Steps of a team through the data, by team; only of teams that were there from the start. */
  let moves = new Map<string, string>();
  const add = (run: string, move: string): void => {
    const before = moves.get(run);
    if (before !== undefined) moves.set(run, before + move);
  };
  return (event, book, rule) => {
    switch (event.type) {
      case 'sessionStarted':
        moves = new Map(event.runs.flatMap(({ kind, run }) => (kind === 'team' ? [[run, '']] : [])));
        return started(event, book, rule);
      case 'runOpened':
        return event.kind === 'team' ? opened(event, book, rule) : undefined;
      case 'roundSkipped':
        return add(event.run, 'skipped ');
      case 'machineTrained':
        return add(event.run, `machine ${event.steps} `);
      case 'roundOpened': {
        const samples = [...new Set(event.lanes.map(({ sample }) => sample))];
        add(event.run, `${samples.length} ${event.rules.trains} `);
        return together(event, samples, moves, book, rule);
      }
      default:
    }
  };
}

/** Rule: teams that have moved on alike share no sample in a round, as long as there are enough for all. */
function together(
  event: Of<'roundOpened'>,
  samples: readonly number[],
  moves: ReadonlyMap<string, string>,
  book: Book,
  rule: Rule,
): void {
  const { data } = book.session;
  if (!moves.has(event.run) || book.settings.teamSamples === 'same') return;
  const teams = [...moves.keys()];
  if (teams.length * samples.length > data.length || crowds(data, []).length < data.length) return;
  for (const team of teamsOf(book)) {
    const isAlike = team.id !== event.run && moves.get(team.id) === moves.get(event.run);
    if (!isAlike || team.now?.state !== 'open') continue;
    const isShared = team.now.lanes.some(({ sample }) => samples.includes(sample));
    rule(!isShared, 'teams have different samples in a round');
  }
}
