import { meanGradients } from '../../maths/backward.ts';
import { meanLoss, update } from '../../maths/update.ts';
import { accept, type Decision, reject } from '../decision.ts';
import type { Event } from '../event.ts';
import { membersToSeat, openRound } from '../openRound.ts';
import { dealTeams } from '../seating.ts';
import { LIMITS, type Run, type Session } from '../state.ts';

/** The host's lead through a session: start, then answering → reveal → update → next round, for all runs at once. */

export function start(session: Session, at: number): Decision {
  if (session.stage !== 'lobby') return reject('wrongPhase');
  const teams = dealTeams(session);
  if (teams.every(({ players }) => players.length === 0)) return reject('noPlayers');
  const rounds = teams.map(({ run, players }) =>
    openRound(session, { run, network: session.initial, cursor: 0, round: 1, players }, at),
  );
  const loss = meanLoss(session.initial, session.data);
  return accept({ type: 'sessionStarted', at, teams, loss }, ...rounds);
}

export function next(session: Session, at: number): Decision {
  if (session.stage !== 'running') return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const events = Object.values(session.runs).flatMap((run) => nextOfRun(session, run, at));
  return events.length > 0 ? accept(...events) : reject('wrongPhase');
}

function nextOfRun(session: Session, run: Run, at: number): Event[] {
  switch (run.phase.name) {
    case 'backward':
      return [{ type: 'roundRevealed', at, run: run.id, round: run.round }];
    case 'reveal':
      return [updateWeights(session, run, at)];
    case 'update': {
      if (run.round >= LIMITS.rounds) return [];
      const { id, network, cursor } = run;
      const players = membersToSeat(session, id, at);
      return [openRound(session, { run: id, network, cursor, round: run.round + 1, players }, at)];
    }
    case 'ended':
      return [];
  }
}

/** The true step: every weight moves by −η × the mean gradient of the round's batch. */
function updateWeights(session: Session, run: Run, at: number): Event {
  const gradients = meanGradients(run.lanes.map((lane) => lane.truth.gradients));
  const network = update(run.network, gradients);
  return {
    type: 'weightsUpdated',
    at,
    run: run.id,
    round: run.round,
    gradients,
    parameters: { weights: network.weights, biases: network.biases },
    loss: meanLoss(network, session.data),
  };
}
