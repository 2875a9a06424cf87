import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import type { Network, Sample } from '../../maths/network.ts';
import { drawTellingNetwork } from '../../network/telling.ts';
import { networkOf } from '../../network/networkFile.ts';
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
import type { Sliced } from '../../slices.ts';

/**
 * Warm-up: questions for a player without a seat while others answer, one after the other, each about a network drawn
 * for it. So a late comer has a task in the first round too, and no answer tells a secret of the lesson. A warm-up
 * brings no points and ends with the answering phase.
 */

/** Id of a player's warm-up run. */
function warmUpRunId(player: Pick<Player, 'arrival'>): RunId {
  return `w${ownRunId(player)}`;
}

/** Present warm-up run of a player, its question answered or not; undefined where there is none. */
export function warmUpOf({ players, runs }: Session, id: PlayerId): WarmUpRun | undefined {
  const run = players[id] && runs[warmUpRunId(players[id])];
  return run?.kind === 'warmUp' && isAnswering(run) ? run : undefined;
}

/** Tells whether the players of all seats in a run's round are done. */
function isRoundDone(run: Run): boolean {
  return run.seats.every((seat) => seat.player === null || isDone(run, seat));
}

/** Tells whether a player has no task while others answer. */
function isWithoutTask(session: Session, id: PlayerId): boolean {
  const { activity, players, runs } = session;
  const sits = (run: Run): boolean => seatOf(run, id) !== undefined;
  const team = runs[players[id]!.run ?? ''];
  const isSeated = team !== undefined && sits(team);
  if (!activity) {
    // Runs at every answer, so other teams are searched only for a player without a seat in the own team.
    if (isSeated && isAnswering(team)) return false;
    const open = teamRuns(session).filter(isAnswering);
    return open.length > 0 && !open.some(sits);
  }
  if (!hasResponded(session, id)) return false;
  // A player with a seat in the last round, or with an exit ticket, gets extra questions about that network instead.
  return activity.type === 'exitTicket' ? !runs[ownRunId(players[id]!)] : !isSeated;
}

/**
 * Tells whether a player may ask for a warm-up question: others answer, the player has no seat and nothing to finish,
 * and is done with the question before.
 */
export function mayWarmUp(session: Session, id: PlayerId, at: Moment): boolean {
  const { status, settings, runs } = session;
  if (status !== 'running' || settings.pacing === 'self' || !isWithoutTask(session, id)) return false;
  if (Object.values(runs).some((run) => isFinishing(run, id, at))) return false;
  const before = warmUpOf(session, id);
  return !before || isRoundDone(before);
}

/**
 * Rules of a warm-up: the question kind that the player's team has now, where the network allows it, at an output and
 * without a deadline.
 */
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

/** Smallest |δ| of an output: below it the gradients are nearly 0. */
const SMALLEST_DELTA = 0.01;

/** Tells whether every output has an error signal of some size. */
function hasErrorSignals(network: Network, { x, t }: Sample): boolean {
  const { deltas } = backward(network, forward(network, x), t);
  return deltas.at(-1)!.every((delta) => Math.abs(delta) >= SMALLEST_DELTA);
}

/** Opens the next question of a player's warm-up. */
export function* openWarmUp(session: Session, id: PlayerId, at: number): Sliced<readonly Event[]> {
  const player = session.players[id]!;
  const run = warmUpRunId(player);
  const round = (session.runs[run]?.round ?? 0) + 1;
  const key = `warmUp/${session.restarts}/${run}/${round}/${at}`;
  const file = drawTellingNetwork(
    'output',
    (what) => randomAt(session.seed, `${key}/${what}`),
    hasErrorSignals,
  );
  const [network, data] = [networkOf(file), file.data];
  const draft = new PendingEvents(session);
  draft.add({ type: 'warmUpOpened', at, run, player: id, network, data, loss: meanLoss(network, data) });
  const rules = warmUpRules(session, network, session.runs[player.run ?? '']);
  const start = { run, network, data, cursor: 0, round, before: null, players: [player], rules };
  yield;
  draft.add(yield* openRound(draft.session, { ...start, kind: 'warmUp' }, at));
  return draft.events;
}
