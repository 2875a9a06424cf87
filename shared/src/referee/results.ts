import { seatOf } from './commands/submitAnswer.ts';
import { rankOf, teamPoints } from './score.ts';
import type { Player, Results, Run, Session } from './state.ts';

/** Rounds that a member played; one that the end broke off counts, as its points do. */
function roundsOf(player: Player, run: Run): number {
  const isBrokenOff = run.phase.name === 'backward' && seatOf(run, player.id) !== undefined;
  return player.rounds + (isBrokenOff ? 1 : 0);
}

function pointsOf(session: Session, run: Run): number {
  const means = Object.values(session.players)
    .filter((player) => player.run === run.id && roundsOf(player, run) > 0)
    .map((player) => player.questionPoints / roundsOf(player, run));
  const mean = means.length === 0 ? 0 : means.reduce((sum, points) => sum + points, 0) / means.length;
  const [first, last] = [run.losses[0]!, run.losses.at(-1)!];
  // Every update is a true one so far: the ghost is the run itself.
  return teamPoints(mean, first, last, last);
}

/** Who came where, teams and players, best first; equals in order of team letter and of arrival. */
export function resultsOf(session: Session): Results {
  const teams = Object.values(session.runs).map((run) => ({ run: run.id, points: pointsOf(session, run) }));
  const players = Object.values(session.players)
    .toSorted((a, b) => a.arrival - b.arrival)
    .map(({ id, score }) => ({ player: id, score }));
  const teamFigures = teams.map(({ points }) => points);
  const playerFigures = players.map(({ score }) => score);
  return {
    teams: teams
      .map((team) => ({ ...team, rank: rankOf(team.points, teamFigures) }))
      .toSorted((a, b) => a.rank - b.rank),
    players: players
      .map((player) => ({ ...player, rank: rankOf(player.score, playerFigures) }))
      .toSorted((a, b) => a.rank - b.rank),
  };
}
