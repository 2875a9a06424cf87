import { notFiniteAt } from '../../lesson/solution.ts';
import { backward, meanGradients } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import type { Network, Parameters, Sample } from '../../maths/network.ts';
import { meanLoss, update } from '../../maths/update.ts';
import { accept, type Decision, reject } from '../decision.ts';
import type { Event } from '../event.ts';
import { membersToSeat, openRound } from '../openRound.ts';
import { progressOf } from '../progress.ts';
import { resultsOf } from '../results.ts';
import { dealTeams } from '../seating.ts';
import { LIMITS, type Run, type Session } from '../state.ts';

/**
 * The lead through a session: start, then answering → reveal → update → next round, for all runs at once. The host
 * leads by hand; with pacing `auto` the clock does, and the host can still go on sooner.
 */

export function start(session: Session, at: number): Decision {
  if (session.stage !== 'lobby') return reject('wrongPhase');
  const teams = dealTeams(session);
  if (teams.every(({ players }) => players.length === 0)) return reject('noPlayers');
  if (!staysFinite(session.initial, session.data)) return reject('notFinite');
  const rounds = teams.map(({ run, players }) =>
    openRound(session, { run, network: session.initial, cursor: 0, round: 1, before: null, players }, at),
  );
  const loss = meanLoss(session.initial, session.data);
  return accept({ type: 'sessionStarted', at, teams, loss }, ...rounds);
}

export function next(session: Session, at: number): Decision {
  if (session.stage !== 'running') return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  if (isOver(session)) return end(session, at);
  const explodes = Object.values(session.runs).some(
    (run) => run.phase.name === 'reveal' && !staysFinite(updated(run).network, session.data),
  );
  if (explodes) return reject('notFinite');
  const events = Object.values(session.runs).flatMap((run) => nextOfRun(session, run, at));
  return events.length > 0 ? accept(...events) : reject('wrongPhase');
}

/** What is due by the clock. Nothing in a pause, and nothing where the host leads. */
export function tick(session: Session, at: number): Decision {
  if (session.stage !== 'running' || session.pausedAt !== null) return accept();
  const runs = Object.values(session.runs);
  const isDue = runs.every(({ deadlines }) => deadlines.phase !== null && at >= deadlines.phase);
  return isDue || isEveryoneIn(session) ? next(session, at) : accept();
}

export function end(session: Session, at: number): Decision {
  return accept({ type: 'sessionEnded', at, results: resultsOf(session) });
}

/** All rounds that were to be played have been. */
function isOver({ settings, runs }: Session): boolean {
  const most = settings.rounds ?? LIMITS.rounds;
  return Object.values(runs).every((run) => run.phase.name === 'update' && run.round >= most);
}

/** By the clock, nobody waits for time that nobody needs: when all who were asked are done, answering closes. */
function isEveryoneIn({ settings, runs }: Session): boolean {
  if (settings.pacing !== 'auto') return false;
  const seats = Object.values(runs).flatMap((run) =>
    run.phase.name === 'backward' ? run.seats.map((seat) => progressOf(run, seat)) : ['open' as const],
  );
  return (
    seats.some((progress) => progress === 'done') &&
    !seats.some((progress) => progress === 'open' || progress === 'started')
  );
}

function nextOfRun(session: Session, run: Run, at: number): Event[] {
  const { pacing, revealMs } = session.settings;
  switch (run.phase.name) {
    case 'backward': {
      const phaseEndsAt = pacing === 'auto' ? at + revealMs : null;
      return [{ type: 'roundRevealed', at, run: run.id, round: run.round, phaseEndsAt }];
    }
    case 'reveal':
      return [updateWeights(session, run, at)];
    case 'update': {
      const { id, network, cursor } = run;
      const players = membersToSeat(session, id, at);
      const before = run.lastUpdate?.gradients ?? null;
      return [openRound(session, { run: id, network, cursor, round: run.round + 1, before, players }, at)];
    }
    case 'ended':
      return [];
  }
}

/** Whether everything that can be asked about a network on this data is a number: training can also explode. */
function staysFinite(network: Network, data: readonly Sample[]): boolean {
  return (
    Number.isFinite(meanLoss(network, data)) &&
    data.every(({ x, t }) => notFiniteAt(backward(network, forward(network, x), t)) === undefined)
  );
}

/** The true step: every weight moves by −η × the mean gradient of the round's batch. */
function updated(run: Run): { readonly network: Network; readonly gradients: Parameters } {
  const gradients = meanGradients(run.lanes.map((lane) => lane.truth.gradients));
  return { network: update(run.network, gradients), gradients };
}

function updateWeights(session: Session, run: Run, at: number): Event {
  const { network, gradients } = updated(run);
  return {
    type: 'weightsUpdated',
    at,
    run: run.id,
    round: run.round,
    gradients,
    parameters: { weights: network.weights, biases: network.biases },
    loss: meanLoss(network, session.data),
    phaseEndsAt: session.settings.pacing === 'auto' ? at + session.settings.updateMs : null,
  };
}
