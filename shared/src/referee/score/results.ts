import { isRoundOver, partsOf } from '../round/progress.ts';
import type { Run } from '../round/run.ts';
import { rankAmong, teamPoints } from './score.ts';
import type { Player, PlayerId, Results, Session, Standing } from '../session/state.ts';
import { byArrival, teamRuns } from '../teams/teams.ts';

/** Who is in a round that the end breaks off: it counts, as its points do, also for who has been moved elsewhere since. */
function brokenOff({ runs }: Session): ReadonlySet<PlayerId> {
  const open = Object.values(runs).filter(
    ({ phase, rules }) => (phase.name === 'backward' || phase.name === 'forward') && rules.scored,
  );
  const seats = open.flatMap((run) => run.seats).filter((seat) => partsOf(seat).length > 0);
  return new Set(seats.flatMap(({ player }) => (player === null ? [] : [player])));
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function pointsOf(people: readonly Player[], run: Run, inRound: ReadonlySet<PlayerId>): number {
  const roundsOf = ({ id, pointsByRound }: Player): number =>
    pointsByRound.length + (inRound.has(id) ? 1 : 0);
  const members = people.filter((player) => player.run === run.id && roundsOf(player) > 0);
  const mean = meanOf(members.map((player) => player.questionPoints / roundsOf(player)));
  return teamPoints(mean, run.losses[0]!, run.losses.at(-1)!, run.referenceLosses.at(-1)!);
}

/** How many are named who rose most. */
const IMPROVED = 3;

/** Mean points a round in the second half of somebody's rounds over those in the first. */
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

/** Everyone by score, best first; equals in order of arrival, in which they come here. */
function standingsOf(people: readonly Pick<Player, 'id' | 'score'>[]): Standing[] {
  const rankOf = rankAmong(people.map(({ score }) => score));
  return people
    .map(({ id, score }) => ({ player: id, score, rank: rankOf(score) }))
    .toSorted((a, b) => a.rank - b.rank);
}

/** Who came where, teams and players, best first; equals in order of team letter and of arrival. */
export function resultsOf(session: Session): Results {
  const people = byArrival(session);
  const inRound = brokenOff(session);
  const teams = teamRuns(session).map((run) => ({ run: run.id, points: pointsOf(people, run, inRound) }));
  const rankOf = rankAmong(teams.map(({ points }) => points));
  return {
    teams: teams.map((team) => ({ ...team, rank: rankOf(team.points) })).toSorted((a, b) => a.rank - b.rank),
    players: standingsOf(people),
    improved: improvedOf(people),
  };
}

/** What follows from some scores; every player's view asks for it, so it is worked out once. */
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

/** Places above and below its own that a player is shown. */
const RANKS_AROUND = 2;

/** Whether players may see where they stand: from half of the rounds on, where ranks are shown at all. */
function areRanksOpen({ status, settings, runs, display }: Session): boolean {
  if (!display.ranks || !display.scores) return false;
  if (status === 'ended') return true;
  const teams = teamRuns({ runs });
  const done = Math.min(...teams.map((run) => (isRoundOver(run) ? run.round : run.round - 1)));
  const planned = settings.plan?.filter(({ type }) => type === 'round').length ?? settings.rounds;
  return teams.length > 0 && planned !== null && done >= planned / 2;
}

/** A player's own place and those just around it; null as long as it is nobody's business. */
export function ranksAround(session: Session, id: PlayerId): readonly Standing[] | null {
  if (!areRanksOpen(session)) return null;
  // While a round is on everyone stands where it stood when the last one was revealed.
  const { standings, at } = standingIn(session);
  const place = at.get(id);
  if (place === undefined) return null;
  return standings.slice(Math.max(0, place - RANKS_AROUND), place + RANKS_AROUND + 1);
}
