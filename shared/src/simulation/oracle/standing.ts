import {
  type Book,
  isByLayer,
  near,
  type Of,
  partPoints,
  type PersonBook,
  type RoundBook,
  type Rule,
  type RunBook,
  teamsOf,
  type Topic,
  allParts,
} from './book.ts';
import { gradientAt, truthOf } from './truths.ts';
import { isWaiting } from './clocks.ts';

/** Rules of bets, totals and ranks. */

export const standing = (): Topic => (event, book, rule) => {
  if (event.type === 'betPlaced') return bet(event, book, rule);
  if (event.type === 'roundRevealed') return bets(event, book, rule);
  if (event.type === 'sessionEnded') return results(event, book, rule);
};

function bet(event: Of<'betPlaced'>, book: Book, rule: Rule): void {
  const round = book.runs.get(event.run)?.now;
  const seat = round?.seats.get(event.player);
  if (!round || !seat || round.round !== event.round) return rule(false, 'a bet is for a player with a seat');
  rule(book.pausedAt === null, 'no bet in a pause');
  rule(
    round.state === 'open' && round.phase === 'backward' && isByLayer(round),
    'bets are placed in a relay',
  );
  rule(
    isWaiting(round, seat) && Boolean(seat.question?.edge),
    'a bet is placed before the error signal arrives',
  );
  rule(!round.bets.has(event.player), 'a bet is placed once');
}

function bets(event: Of<'roundRevealed'>, book: Book, rule: Rule): void {
  const run = book.runs.get(event.run)!;
  const round = run.now!;
  const placed = [...round.bets].filter(([player]) => round.seats.has(player));
  rule(
    placed.length === event.bets.length && event.bets.every(({ player }) => round.bets.has(player)),
    'every bet comes out',
  );
  for (const { player, won, points } of event.bets) {
    const { question, lane } = round.seats.get(player)!;
    const G = gradientAt(truthOf(round.network, run.data[round.lanes[lane]!.sample]!), question!.edge!);
    const up = round.bets.get(player)!;
    const expected = G === 0 ? null : up ? G < 0 : G > 0;
    rule(won === expected, 'a weight moves against its gradient, and the bet is about that');
    rule(points === (expected && round.rules.scored ? 5 : 0), 'a bet that comes out right brings 5');
  }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Points of a player's questions, by round. */
const byRound = ({ id, rounds }: PersonBook): number[] =>
  rounds.filter((round) => counts(round, id)).map((round) => partPoints(round, id));

/** Tells whether a round counts for a player: only with a question in it. */
function counts(round: RoundBook, player: string): boolean {
  const seat = round.seats.get(player);
  return seat !== undefined && allParts(seat).length > 0;
}

function teamResult(run: RunBook, people: readonly PersonBook[]): number {
  const members = people.filter((person) => person.team === run.id).map(byRound);
  const answers = mean(members.filter((points) => points.length > 0).map(mean));
  const [before, now] = [run.losses[0]!, run.losses.at(-1)!];
  const possible = before - run.referenceLoss;
  const learnt = possible > 0 ? Math.min(1, Math.max(0, (before - now) / possible)) : 0;
  return 950 * (answers / 100) + 50 * learnt;
}

/** Tells whether ranks are right: the number of better entries plus one. */
function isRanked(list: readonly { readonly points: number; readonly rank: number }[]): boolean {
  return (
    list.every(
      ({ points, rank }) => rank === 1 + list.filter((other) => other.points > points + 1e-9).length,
    ) && list.every(({ rank }, i) => i === 0 || rank >= list[i - 1]!.rank)
  );
}

function results({ results: said }: Of<'sessionEnded'>, book: Book, rule: Rule): void {
  const people = [...book.people.values()].filter(({ gone }) => !gone);
  const teams = teamsOf(book);
  rule(said.teams.length === teams.length, 'every team has a result');
  for (const { run, points } of said.teams) {
    const team = book.runs.get(run);
    rule(
      team !== undefined && near(points, teamResult(team, people)),
      'a team is worth its members’ means and what it learnt',
    );
  }
  rule(isRanked(said.teams), 'teams are ranked by their points');
  rule(said.players.length === people.length, 'every player who was not removed has a result');
  for (const { player, score } of said.players)
    rule(near(score, book.people.get(player)?.score ?? Number.NaN), 'a score is the sum of what was earned');
  rule(
    isRanked(said.players.map(({ score, rank }) => ({ points: score, rank }))),
    'players are ranked by their scores',
  );
  improved(said.improved, people, rule);
}

function improved(
  said: Of<'sessionEnded'>['results']['improved'],
  people: readonly PersonBook[],
  rule: Rule,
): void {
  const rises = people.map((person) => {
    // The round that the end interrupted is in neither half.
    const points = byRound({ ...person, rounds: person.rounds.filter(({ state }) => state !== 'open') });
    const half = Math.floor(points.length / 2);
    return half === 0 ? 0 : mean(points.slice(-half)) - mean(points.slice(0, half));
  });
  const best = rises
    .filter((by) => by > 1e-9)
    .sort((a, b) => b - a)
    .slice(0, 3);
  const known = said.filter(({ by }) => by > 1e-9);
  rule(
    sameRises(
      known.map(({ by }) => by),
      best,
    ),
    'the player who rose most is named',
  );
}

const sameRises = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((by, i) => near(by, b[i]!));
