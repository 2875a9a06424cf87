import { type Draw, drawNetwork } from '../../network/drawNetwork.ts';
import { type NetworkFile, networkOf } from '../../network/networkFile.ts';
import { forward } from '../../maths/forward.ts';
import { meanLoss } from '../../maths/update.ts';
import { hasResponded } from '../round/extraQuestion.ts';
import { type Moment, UNTIMED_MS } from '../clock/clock.ts';
import { PendingEvents } from '../session/pendingEvents.ts';
import type { Event } from '../event.ts';
import { isFinishing } from '../round/finishing.ts';
import { openRound } from '../round/openRound.ts';
import { isAnswering, isDone, seatOf } from '../round/progress.ts';
import { randomAt } from '../random.ts';
import { rulesFor } from '../session/rules.ts';
import type { Run, RunId, WarmUpRun } from '../round/run.ts';
import { hasQuestions } from '../teams/seating.ts';
import type { RoundRules } from '../session/settings.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';
import { ownRunId, teamRuns } from '../teams/teams.ts';

/**
 * What there is to do for who has no seat while a clock runs, as somebody who comes late: one question after the other,
 * each about a network that was drawn for it alone. So there is something in the very first round too, and nothing of it
 * is anybody's secret. It brings nothing, and is over when the others are through.
 */

/** The id of the run in which a player warms up. */
function warmUpRunId(player: Pick<Player, 'arrival'>): RunId {
  return `w${ownRunId(player)}`;
}

/** The run in which a player warms up just now, its question answered or not. */
export function warmUpOf({ players, runs }: Session, id: PlayerId): WarmUpRun | undefined {
  const run = players[id] && runs[warmUpRunId(players[id])];
  return run?.kind === 'warmUp' && isAnswering(run) ? run : undefined;
}

/** Whether all seats of a run's round are done with. */
function isRoundDone(run: Run): boolean {
  return run.seats.every((seat) => seat.player === null || isDone(run, seat));
}

/** Whether a player is without anything to do while others answer. */
function isWithoutTask(session: Session, id: PlayerId): boolean {
  const { activity, players, runs } = session;
  const sits = (run: Run): boolean => seatOf(run, id) !== undefined;
  const team = runs[players[id]!.run ?? ''];
  const isSeated = team !== undefined && sits(team);
  if (!activity) {
    // The other teams are looked at for the few who have no seat in their own: this is asked at every answer.
    if (isSeated && isAnswering(team)) return false;
    const open = teamRuns(session).filter(isAnswering);
    return open.length > 0 && !open.some(sits);
  }
  if (!hasResponded(session, id)) return false;
  // Who was in the last round is offered a further ◆ of that one; who has a sheet, of the sheet's network.
  return activity.type === 'exitTicket' ? !runs[ownRunId(players[id]!)] : !isSeated;
}

/**
 * Whether a player may ask for a question to warm up with: a clock runs for others, it has no seat and nothing to
 * finish, and is done with the question before.
 */
export function mayWarmUp(session: Session, id: PlayerId, at: Moment): boolean {
  const { status, settings, runs } = session;
  if (status !== 'running' || settings.pacing === 'self' || !isWithoutTask(session, id)) return false;
  if (Object.values(runs).some((run) => isFinishing(run, id, at))) return false;
  const before = warmUpOf(session, id);
  return !before || isRoundDone(before);
}

/** The same kind of question as its team has just now, where the network has any; easy to see and without a clock. */
function warmUpRules(session: Session, network: Run['network'], team: Run | undefined): RoundRules {
  const like = team?.rules ?? rulesFor(session, 0);
  const rules: RoundRules = {
    ...like,
    style: 'parallel',
    asksFor: team?.phase.name === 'forward' ? 'forward' : 'backward',
    seat: 'output',
    order: 'best',
    samples: 1,
    forwardMs: UNTIMED_MS,
    outputMs: UNTIMED_MS,
    hiddenMs: UNTIMED_MS,
    weights: 'true',
    scored: false,
    trains: false,
  };
  return hasQuestions(network, rules) ? rules : { ...rules, asks: 'contribution', parameterKinds: 'weights' };
}

/** Networks that are looked at for a question before it is taken as it comes. */
const DRAWS = 16;
/** Further from 0 an output lets hardly anything through: its gradient is a string of zeros. */
const STEEP_WITHIN = 2.5;

/** A small network with one sample, whose outputs are not saturated. */
function easyNetwork(draw: Draw): NetworkFile {
  const drawn = Array.from({ length: DRAWS }, (_, i) =>
    drawNetwork('output', 'friendly', (what) => draw(`${i}/${what}`)),
  );
  const isEasy = (file: NetworkFile): boolean =>
    forward(networkOf(file), file.data[0]!.x)
      .sums.at(-1)!
      .every((u) => Math.abs(u) <= STEEP_WITHIN);
  return drawn.find(isEasy) ?? drawn[0]!;
}

/** Opens the next question of a player's warm-up. */
export function openWarmUp(session: Session, id: PlayerId, at: number): readonly Event[] {
  const player = session.players[id]!;
  const run = warmUpRunId(player);
  const round = (session.runs[run]?.round ?? 0) + 1;
  const key = `warmUp/${session.restarts}/${run}/${round}/${at}`;
  const file = easyNetwork((what) => randomAt(session.seed, `${key}/${what}`));
  const [network, data] = [networkOf(file), file.data];
  const draft = new PendingEvents(session);
  draft.add({ type: 'warmUpOpened', at, run, player: id, network, data, loss: meanLoss(network, data) });
  const rules = warmUpRules(session, network, session.runs[player.run ?? '']);
  const start = { run, network, data, cursor: 0, round, before: null, players: [player], rules };
  draft.add(openRound(draft.session, { ...start, kind: 'warmUp' }, at));
  return draft.events;
}
