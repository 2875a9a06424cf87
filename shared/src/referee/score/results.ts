import { isRoundOver, partsOf } from '../round/progress.ts';
import type { Run } from '../round/run.ts';
import { rankAmong, teamPoints } from './score.ts';
import type { Player, PlayerId, Results, Session, Standing } from '../session/state.ts';
import { byArrival, teamRuns } from '../teams/teams.ts';

/** Players with a seat in a scored round that the end interrupts; it counts, also after a move to another team. */
function playersInOpenRounds({ runs }: Session): ReadonlySet<PlayerId> {
  const open = Object.values(runs).filter(
    ({ phase, rules }) => (phase.name === 'backward' || phase.name === 'forward') && rules.scored,
  );
  const seats = open.flatMap((run) => run.seats).filter((seat) => partsOf(seat).length > 0);
  return new Set(seats.flatMap(({ player }) => (player === null ? [] : [player])));
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Team points of a run, 0–1,000. */
function pointsOf(people: readonly Player[], run: Run, inRound: ReadonlySet<PlayerId>): number {
  const roundsOf = ({ id, pointsByRound }: Player): number =>
    pointsByRound.length + (inRound.has(id) ? 1 : 0);
  const members = people.filter((player) => player.run === run.id && roundsOf(player) > 0);
  const mean = meanOf(members.map((player) => player.questionPoints / roundsOf(player)));
  return teamPoints(mean, run.losses[0]!, run.losses.at(-1)!, run.referenceLosses.at(-1)!);
}

/** Players named for the largest rise. */
const IMPROVED = 3;

/** Rise of a player's mean points per round from the first half of the rounds to the second. */
function riseOf({ pointsByRound }: Player): number {
  const half = Math.floor(pointsByRound.length / 2);
  return half === 0 ? 0 : meanOf(pointsByRound.slice(-half)) - meanOf(pointsByRound.slice(0, half));
}

function improvedOf(people: readonly Player[]): Results['improved'] {
  return people
    .map((player) => ({ player: player.id, by: riseOf(player) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)
    .slice(0, IMPROVED);
}

/** Standings by score, best first; ties in the order of `people`, which is that of arrival. */
function standingsOf(people: readonly Pick<Player, 'id' | 'score'>[]): Standing[] {
  const rankOf = rankAmong(people.map(({ score }) => score));
  return people
    .map(({ id, score }) => ({ player: id, score, rank: rankOf(score) }))
    .toSorted((a, b) => a.rank - b.rank);
}

/** Results of teams and players, best first; ties in order of team letter and of arrival. */
export function resultsOf(session: Session): Results {
  const people = byArrival(session);
  const inRound = playersInOpenRounds(session);
  const teams = teamRuns(session).map((run) => ({ run: run.id, points: pointsOf(people, run, inRound) }));
  const rankOf = rankAmong(teams.map(({ points }) => points));
  return {
    teams: teams.map((team) => ({ ...team, rank: rankOf(team.points) })).toSorted((a, b) => a.rank - b.rank),
    players: standingsOf(people),
    improved: improvedOf(people),
  };
}

/** Cache of standings by scores: the view of every player needs them. */
const known = new WeakMap<
  Session['scoresAtReveal'],
  { readonly standings: readonly Standing[]; readonly at: ReadonlyMap<PlayerId, number> }
>();

function standingIn({ scoresAtReveal }: Session) {
  const before = known.get(scoresAtReveal);
  if (before) return before;
  const standings = standingsOf(Object.entries(scoresAtReveal).map(([id, score]) => ({ id, score })));
  const now = { standings, at: new Map(standings.map(({ player }, i) => [player, i] as const)) };
  known.set(scoresAtReveal, now);
  return now;
}

/** Places above and below the own one that a player is shown. */
const RANKS_AROUND = 2;

/** Tells whether players may see their ranks: from half of the rounds on, where the host shows ranks. */
function areRanksOpen({ status, settings, runs, display }: Session): boolean {
  if (!display.ranks || !display.scores) return false;
  if (status === 'ended') return true;
  const teams = teamRuns({ runs });
  const done = Math.min(...teams.map((run) => (isRoundOver(run) ? run.round : run.round - 1)));
  const planned = settings.plan?.filter(({ type }) => type === 'round').length ?? settings.rounds;
  return teams.length > 0 && planned !== null && done >= planned / 2;
}

/** Standings of a player and those just around; null where ranks are hidden. */
export function ranksAround(session: Session, id: PlayerId): readonly Standing[] | null {
  if (!areRanksOpen(session)) return null;
  // During a round, standings are those of the last reveal.
  const { standings, at } = standingIn(session);
  const place = at.get(id);
  if (place === undefined) return null;
  return standings.slice(Math.max(0, place - RANKS_AROUND), place + RANKS_AROUND + 1);
}
