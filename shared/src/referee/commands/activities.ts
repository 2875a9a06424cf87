import { drawTellingNetwork } from '../../network/telling.ts';
import { networkOf } from '../../network/networkFile.ts';
import type { Vector } from '../../maths/network.ts';
import { unitsInLayer } from '../../maths/network.ts';
import { meanLoss } from '../../maths/update.ts';
import type { Term } from '../../question/question.ts';
import { type Activity, activityTiming } from '../activities/activity.ts';
import { mayStartActivity } from '../session/nextStep.ts';
import { scaledMs } from '../clock/clock.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { PendingEvents } from '../session/pendingEvents.ts';
import { playersFinishing } from '../round/finishing.ts';
import { openRound } from '../round/openRound.ts';
import { isBetweenRounds } from '../round/progress.ts';
import { randomAt } from '../random.ts';
import { rulesFor } from '../session/rules.ts';
import { LIMITS, type PlayerId, type Session } from '../session/state.ts';
import { byArrival, ownRunId, ownRuns, teamRuns } from '../teams/teams.ts';
import { trainByMachine } from '../training/training.ts';
import type { Sliced } from '../../slices.ts';
import { voteFor } from '../activities/vote.ts';

/** Activities between rounds (vote, trial, exit ticket) and training by the machine. */

const EXIT_TICKET_MS = 90_000;
const MINUTE_MS = 60_000;

/** Opens a vote on the most frequent mistake of the round. */
export function openVote(session: Session, at: number): Decision {
  if (!mayStartActivity(session)) return reject('wrongPhase');
  const activity = voteFor(session, at, null);
  return activity ? accept({ type: 'activityOpened', at, activity }) : reject('noMistake');
}

/** Opens a trial of the network on the input `x`, [input]. */
export function openTrial(session: Session, x: Vector, at: number): Decision {
  if (!mayStartActivity(session)) return reject('wrongPhase');
  if (x.length !== session.initial.inputs || !x.every(Number.isFinite)) return reject('wrongInputs');
  return accept({
    type: 'activityOpened',
    at,
    activity: { type: 'trial', ...activityTiming(at, null), x, guesses: {} },
  });
}

/** Gives an exit ticket to every player who is connected. */
export function* openExitTicket(session: Session, at: number): Sliced<Decision> {
  if (!mayStartActivity(session)) return reject('wrongPhase');
  const draft = new PendingEvents(session);
  yield* addExitTicket(draft, EXIT_TICKET_MS, at);
  return accept(...draft.events);
}

/** Adds the events of an exit ticket: one new network, and an own run for each connected player, all asked the same. */
function* addExitTicket(draft: PendingEvents, ms: number, at: number): Sliced<void> {
  const { session } = draft;
  const key = `sheet/${session.restarts}/${session.step}/${at}`;
  const file = drawTellingNetwork('exitTicket', (what) => randomAt(session.seed, `${key}/${what}`));
  const [network, data] = [networkOf(file), file.data];
  draft.add({
    type: 'activityOpened',
    at,
    activity: {
      type: 'exitTicket',
      ...activityTiming(at, scaledMs(ms, session.settings.timeFactor)),
      network,
      data,
    },
  });
  for (const player of byArrival(session).filter(({ leftAt }) => leftAt === null)) {
    const run = ownRunId(player);
    draft.add({ type: 'runOpened', at, run, kind: 'own', owner: player.id, loss: meanLoss(network, data) });
    const rules = {
      ...rulesFor(draft.session, 0),
      style: 'parallel',
      asksFor: 'backward',
      asks: 'blank',
      seat: 'hidden',
      samples: 1,
      outputMs: ms,
      hiddenMs: ms,
      weights: 'true',
      scored: false,
      trains: false,
    } as const;
    const start = {
      run,
      kind: 'own' as const,
      network,
      data,
      cursor: 0,
      round: 1,
      before: null,
      players: [player],
    };
    draft.add(yield* openRound(draft.session, { ...start, rules }, at));
  }
}

/** Closes the open activity, so that its outcome is shown. */
export function closeActivity(draft: PendingEvents, at: number): void {
  const { pacing, revealMs } = draft.session.settings;
  const phaseEndsAt = pacing === 'auto' ? at + revealMs : null;
  if (draft.session.activity?.type === 'exitTicket') revealExitTickets(draft, at);
  draft.add({ type: 'activityClosed', at, phaseEndsAt });
}

function revealExitTickets(draft: PendingEvents, at: number): void {
  const { session } = draft;
  for (const run of ownRuns(session)) {
    if (run.phase.name !== 'backward') continue;
    const finishing = playersFinishing(session, run, at);
    draft.add({
      type: 'roundRevealed',
      at,
      run: run.id,
      round: run.round,
      phaseEndsAt: null,
      bets: [],
      finishing,
    });
  }
}

/** Fits a plan's input vector to a network: the last `inputs` values, with zeros in front where some are missing. */
function fitInputs(x: Vector, inputs: number): Vector {
  const missing = Math.max(0, inputs - x.length);
  return [...Array.from({ length: missing }, () => 0), ...x].slice(-inputs);
}

/** Opens the activity of the present step of the plan, or trains by the machine; a round is opened elsewhere. */
export function* openPlanStep(draft: PendingEvents, at: number): Sliced<void> {
  const { session } = draft;
  const step = session.settings.plan![session.step]!;
  const open = (activity: Activity): void => draft.add({ type: 'activityOpened', at, activity });
  switch (step.type) {
    case 'round':
      return;
    case 'talk': {
      const [from, to] = step.minutes;
      // Without a host who goes on, the clock does.
      const ms = session.settings.pacing === 'auto' ? (to - from) * MINUTE_MS : null;
      return open({ type: 'talk', ...activityTiming(at, ms) });
    }
    case 'vote': {
      const vote = voteFor(session, at, step.ms);
      if (vote) open(vote);
      return;
    }
    case 'trial':
      return open({
        type: 'trial',
        ...activityTiming(at, step.ms),
        x: fitInputs(step.x, session.initial.inputs),
        guesses: {},
      });
    case 'exitTicket':
      return yield* addExitTicket(draft, step.ms, at);
    case 'machine':
      return draft.add(...(yield* trainByMachine(session, step.steps, at)).events);
  }
}

/** Trains the networks of all teams by `steps` true updates. */
export function* trainMachine(session: Session, steps: number, at: number): Sliced<Decision> {
  const isBetween = teamRuns(session).every(isBetweenRounds);
  if (!mayStartActivity(session) || !isBetween) return reject('wrongPhase');
  if (!Number.isInteger(steps) || steps < 1 || steps > LIMITS.machineSteps) return reject('wrongSteps');
  const { events, isFinite } = yield* trainByMachine(session, steps, at);
  return isFinite ? accept(...events) : reject('notFinite');
}

/** Records a player's vote; a later one replaces it. */
export function castVote(session: Session, player: PlayerId, term: Term, at: number): Decision {
  const { activity } = session;
  if (activity?.type !== 'vote' || activity.closedAt !== null) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  if (activity.deadlineAt !== null && at > activity.deadlineAt) return reject('tooLate');
  return activity.votes[player] === term ? accept() : accept({ type: 'voteCast', at, player, term });
}

/** Records a player's guess of the network's outputs, [output]; a later one replaces it. */
export function makeGuess(session: Session, player: PlayerId, outputs: Vector, at: number): Decision {
  const { activity, initial } = session;
  if (activity?.type !== 'trial' || activity.closedAt !== null) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  if (activity.deadlineAt !== null && at > activity.deadlineAt) return reject('tooLate');
  if (outputs.length !== unitsInLayer(initial, initial.layers.length) || !outputs.every(Number.isFinite))
    return reject('wrongInputs');
  return accept({ type: 'guessMade', at, player, outputs });
}
