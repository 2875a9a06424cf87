import { takesAnswers } from '../activities/activity.ts';
import { valueOfEdge } from '../../maths/unit.ts';
import {
  hasCommonPace,
  unfinishedRuns,
  nextAfterRound,
  prepareNextStep,
  phaseAfter,
  skippableIn,
} from '../session/nextStep.ts';
import { BET_POINTS } from '../score/score.ts';
import { heldUntil, isAwaited, isByLayer } from '../clock/clock.ts';
import { machineStepsBefore, catchUpRoundOf } from '../ownRuns/catchUp.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { PendingEvents } from '../session/pendingEvents.ts';
import type { Event } from '../event.ts';
import { playersFinishing } from '../round/finishing.ts';
import { deadlinesFrom, membersToSeat, openRound } from '../round/openRound.ts';
import { isAnswering, isDone, askedOf, seatOf } from '../round/progress.ts';
import { resultsOf } from '../score/results.ts';
import { rulesFor } from '../session/rules.ts';
import type { Run, Seat } from '../round/run.ts';
import type { Session } from '../session/state.ts';
import { byArrival, dealRuns, ownRuns, teamRuns } from '../teams/teams.ts';
import { advanceTurns, firstTurns } from '../round/turns.ts';
import type { Sliced } from '../../slices.ts';
import { lossOnData, staysFinite } from '../training/onData.ts';
import { updateOf, type WeightUpdate } from '../training/weights.ts';
import { closeActivity, openPlanStep } from './activities.ts';

/**
 * Session control: start, then [forward →] backward → reveal → update → next round, for all teams at once. The host
 * moves on by hand; with pacing `auto` the clock does, and the host can still move on sooner. A plan puts activities
 * between the rounds.
 */

/** Starts a session: deals the teams or own runs, and opens the first round or step of the plan. */
export function* start(session: Session, at: number): Sliced<Decision> {
  if (session.status !== 'lobby') return reject('wrongPhase');
  const runs = dealRuns(session);
  // A self-paced session may start empty: its players can join later.
  if (session.settings.pacing !== 'self' && byArrival(session).length === 0) return reject('noPlayers');
  if (!(yield* staysFinite(session.initial, session.data))) return reject('notFinite');
  const loss = yield* lossOnData(session.initial, session.data);
  const draft = new PendingEvents(session);
  draft.add({ type: 'sessionStarted', at, runs, loss });
  yield* goOnAfterRound(draft, at);
  return accept(...draft.events);
}

/** Moves on to the next phase, round or step; closes the activity, where one is open. */
export function* next(session: Session, at: number): Sliced<Decision> {
  if (!hasCommonPace(session)) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  const draft = new PendingEvents(session);
  const { activity } = session;
  if (takesAnswers(activity)) {
    closeActivity(draft, at);
    return accept(...draft.events);
  }
  if (activity) draft.add({ type: 'activityDismissed', at });
  const late = unfinishedRuns(draft.session);
  if (yield* nextDiverges(draft.session, late)) return reject('notFinite');
  if (late.length === 0) yield* goOnAfterRound(draft, at);
  for (const run of late) {
    draft.add(...(yield* nextPhase(draft.session, run, at)));
    yield;
  }
  return draft.events.length > 0 ? accept(...draft.events) : reject('wrongPhase');
}

/** Cancels the open activity or the present round; between rounds, passes over the next step of the plan. */
export function skip(session: Session, at: number): Decision {
  if (!hasCommonPace(session)) return reject('wrongPhase');
  if (session.pausedAt !== null) return reject('paused');
  switch (skippableIn(session)) {
    case null:
      return reject('wrongPhase');
    case 'activity':
      return accept({ type: 'activityDismissed', at });
    case 'round':
      return accept(
        ...teamRuns(session)
          .filter(isAnswering)
          .map(({ id, round }): Event => ({ type: 'roundSkipped', at, run: id, round })),
      );
    case 'step':
      return accept({ type: 'stepBegun', at, step: session.step + 1 });
  }
}

/** Does all that is due by the clock; nothing in a pause. Layers also close by the clock with pacing `host`. */
export function* tick(session: Session, at: number): Sliced<Decision> {
  if (session.status !== 'running' || session.pausedAt !== null) return accept();
  const { pacing, dueAt } = session.settings;
  if (pacing === 'self') return dueAt !== null && at > dueAt ? end(session, at) : accept();
  const draft = new PendingEvents(session);
  for (const run of Object.values(session.runs)) {
    if (run.kind === 'warmUp') continue;
    const lanes = advanceTurns(session, run, at);
    if (lanes) draft.add({ type: 'layerClosed', at, run: run.id, round: run.round, lanes });
  }
  if (pacing !== 'auto' || !isDue(draft.session, at)) return accept(...draft.events);
  const led = yield* next(draft.session, at);
  if (led.accepted) return accept(...draft.events, ...led.events);
  // With pacing `auto` there may be no host to react to diverged numbers: the session ends with its present results.
  const over = led.rejection === 'notFinite' ? [endOf(draft.session, at)] : [];
  return accept(...draft.events, ...over);
}

/** Ends the session with its results. */
export function end(session: Session, at: number): Decision {
  return accept({ type: 'sessionEnded', at, results: resultsOf(session) });
}

/** Tells whether the clock moves on: time is up, or every player who is waited for is done. */
function isDue(session: Session, at: number): boolean {
  const { activity } = session;
  if (activity) return activity.deadlineAt !== null && at >= activity.deadlineAt;
  const late = unfinishedRuns(session);
  const runs = late.length > 0 ? late : teamRuns(session);
  return runs.every((run) => isRunDue(session, run, at)) || areAllDone(session, runs, at);
}

function isRunDue(session: Session, run: Run, at: number): boolean {
  if (isByLayer(run)) return run.lanes.every(({ turn }) => turn === null);
  // A team that was opened in mid-round, or whose round was skipped, has nothing to show: the others need not wait.
  if (run.phase.name === 'idle') return true;
  if (run.deadlines.phase === null || at < run.deadlines.phase) return false;
  // A player with extra time is waited for as well, up to twice the usual time.
  return (
    run.phase.name !== 'backward' ||
    run.seats.every((seat) => !askedOf(run, seat) || isDone(run, seat) || !isHeld(session, run, seat, at))
  );
}

/** Tells whether the others still wait for a seat. */
function isHeld(session: Session, run: Run, seat: Seat, at: number): boolean {
  const held = heldUntil(session, run, seat);
  return held === null || at < held;
}

function areAllDone(session: Session, runs: readonly Run[], at: number): boolean {
  if (runs.some((run) => run.phase.name !== 'backward' || isByLayer(run))) return false;
  const asked = runs.flatMap((run) =>
    run.seats.flatMap((seat) => (askedOf(run, seat) ? [{ run, seat }] : [])),
  );
  return (
    asked.some(({ run, seat }) => isDone(run, seat)) &&
    asked.every(({ run, seat }) => isDone(run, seat) || !isAwaited(session, seat.player!, at))
  );
}

/** Weight update of a run's round; while catching up, the one that the class made. */
const updateIn = (session: Session, run: Run): Sliced<WeightUpdate> =>
  updateOf(run, catchUpRoundOf(session, run)?.end);

/** Tells whether the next update of any of the runs leads to numbers that are not finite. */
export function* nextDiverges(session: Session, runs: readonly Run[]): Sliced<boolean> {
  for (const run of runs) {
    if (phaseAfter(run) !== 'update') continue;
    const { parameters } = yield* updateIn(session, run);
    if (!(yield* staysFinite({ ...run.network, ...parameters }, run.data))) return true;
  }
  return false;
}

/** Events that open a run's next phase; none where its round is over. */
export function* nextPhase(session: Session, run: Run, at: number): Sliced<Event[]> {
  const isByClock = session.settings.pacing === 'auto' && run.kind === 'team';
  const { id, round } = run;
  switch (phaseAfter(run)) {
    case 'backward':
      return [openBackward(session, run, at)];
    case 'reveal':
      return [revealed(session, run, at)];
    case 'update': {
      const phaseEndsAt = isByClock ? at + session.settings.updateMs : null;
      const update = yield* updateIn(session, run);
      return [{ type: 'weightsUpdated', at, run: id, round, ...update, phaseEndsAt }];
    }
    case null:
      return [];
  }
}

function openBackward(session: Session, run: Run, at: number): Event {
  const turns = firstTurns(session, run, 'backward', at);
  const lanes = turns.map((turn) => ({ turn, closed: [] }));
  const deadlines = deadlinesFrom(session, run, 'backward', at);
  return { type: 'backwardOpened', at, run: run.id, round: run.round, deadlines, lanes };
}

function revealed(session: Session, run: Run, at: number): Event {
  const isByClock = session.settings.pacing === 'auto' && run.kind === 'team';
  const bets = Object.entries(run.bets).map(([player, { up }]) => {
    const { lane, question } = seatOf(run, player)!;
    const G = valueOfEdge(run.lanes[lane]!.truth.gradients, question!.edge!);
    // A weight moves against its gradient.
    const won = G === 0 ? null : up === G < 0;
    return { player, won, points: won && run.rules.scored ? BET_POINTS : 0 };
  });
  return {
    type: 'roundRevealed',
    at,
    run: run.id,
    round: run.round,
    phaseEndsAt: isByClock ? at + session.settings.revealMs : null,
    bets,
    // An own run has one player, so no player is left behind at its reveal.
    finishing: run.kind === 'team' ? playersFinishing(session, run, at) : [],
  };
}

/** Goes on after a round: to the next one, the next step of the plan, or the end. */
function* goOnAfterRound(draft: PendingEvents, at: number): Sliced<void> {
  const { plan, pacing } = draft.session.settings;
  if (pacing === 'self') {
    for (const run of ownRuns(draft.session)) yield* openNext(draft, run, at);
    return;
  }
  yield* prepareNextStep(draft.session);
  const to = nextAfterRound(draft.session);
  if (to.what === 'results') return draft.add(endOf(draft.session, at));
  if (to.what === 'step') {
    const { step } = to;
    draft.add({ type: 'stepBegun', at, step });
    if (plan![step]!.type !== 'round') return yield* openPlanStep(draft, at);
  }
  for (const run of teamRuns(draft.session)) yield* openNext(draft, run, at);
}

function endOf(session: Session, at: number): Event {
  return { type: 'sessionEnded', at, results: resultsOf(session) };
}

/** Opens the next round of a run. */
export function* openNext(draft: PendingEvents, { id }: Pick<Run, 'id'>, at: number): Sliced<void> {
  const machineSteps = machineStepsBefore(draft.session, draft.session.runs[id]!, at);
  if (machineSteps) draft.add(machineSteps);
  const run = draft.session.runs[id]!;
  const round = run.round + 1;
  const { kind, network, data, cursor } = run;
  const before = run.lastUpdate?.gradients ?? null;
  const players = membersToSeat(draft.session, run, at);
  const repeats = catchUpRoundOf(draft.session, { kind, round });
  const rules = repeats?.rules ?? rulesFor(draft.session, run.updates);
  const from = { run: id, kind, network, data, cursor, round, before, players, rules, repeats };
  draft.add(yield* openRound(draft.session, from, at));
}
