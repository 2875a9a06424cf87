import { type Asking, takesAnswers } from '../activities/activity.ts';
import { isAnswering, isRoundOver } from '../round/progress.ts';
import type { PhaseName, Run } from '../round/run.ts';
import { machineStepsBefore, roundsToPlay } from '../ownRuns/catchUp.ts';
import { LIMITS, type Session } from './state.ts';
import type { PlanStep } from './settings.ts';
import { trainByMachine } from '../training/training.ts';
import { voteFor } from '../activities/vote.ts';
import { atOnce, type Sliced } from '../../slices.ts';
import { teamRuns } from '../teams/teams.ts';

/**
 * Session control: the next step of a session and what may be skipped. The commands go by it, and the host page shows
 * it, so that a button says what it will do.
 */

/** Step that the host's next press of Next leads to. */
export type NextStep =
  | { readonly what: 'start' | 'results' | NextPhase }
  | { readonly what: 'round'; readonly round: number }
  | { readonly what: 'close'; readonly activity: Asking['type'] }
  /** `step`: id of a step of the plan. */
  | { readonly what: 'step'; readonly step: string };

/** Things that can be skipped: the open activity, the present round, the next step of the plan. */
export type Skippable = 'activity' | 'round' | 'step';

export interface SessionControl {
  /** Null at the end, and in a self-paced session. */
  readonly nextStep: NextStep | null;
  readonly skippable: Skippable | null;
  /** True where an activity may be opened. */
  readonly mayStartActivity: boolean;
}

type NextPhase = Exclude<PhaseName, 'idle' | 'forward' | 'ended'>;

/** Phase that a round goes on to; null where it is over. A round that does not train is over with its reveal. */
export function phaseAfter({ phase, rules }: Run): NextPhase | null {
  switch (phase.name) {
    case 'forward':
      return rules.asksFor === 'forward' ? 'reveal' : 'backward';
    case 'backward':
      return 'reveal';
    case 'reveal':
      return rules.trains ? 'update' : null;
    case 'idle':
    case 'update':
    case 'ended':
      return null;
  }
}

/** Step that `goOn` leads to in a self-paced run; `machine`: training by the machine, as in the class. */
export type OwnNextStep = NextPhase | 'machine' | 'round' | 'results';

/** Next step of a self-paced run; null where it has ended, and for runs of any other kind. */
export function ownNextStepOf(session: Session, run: Run): OwnNextStep | null {
  if (run.kind !== 'own' || run.purpose !== 'lesson' || run.phase.name === 'ended') return null;
  const phase = phaseAfter(run);
  if (phase) return phase;
  const rounds = roundsToPlay(session);
  if (rounds !== null && run.round >= rounds) return 'results';
  // After an update the player is looking at the weights, so training by the machine is shown as a step of its own.
  return run.phase.name === 'update' && machineStepsBefore(session, run, run.phase.since)
    ? 'machine'
    : 'round';
}

/** Teams that are still in their round; teams that were opened in mid-round wait for them. */
export function unfinishedRuns(session: Session): Run[] {
  return teamRuns(session).filter((run) => phaseAfter(run) !== null);
}

/** Tells whether an activity may be opened: none is open, and every team's round has been revealed or is over. */
export function mayStartActivity(session: Session): boolean {
  return hasCommonPace(session) && session.activity === null && teamRuns(session).every(isRoundOver);
}

/** Step after a round; a step of the plan by its index. */
export function nextAfterRound(
  session: Session,
):
  | { readonly what: 'round'; readonly round: number }
  | { readonly what: 'step'; readonly step: number }
  | { readonly what: 'results' } {
  const rounds = teamRuns(session).map(({ round }) => round);
  if (session.settings.plan) {
    const step = nextPlanStep(session);
    return step === undefined ? { what: 'results' } : { what: 'step', step };
  }
  const most = session.settings.rounds ?? LIMITS.rounds;
  return rounds.every((round) => round >= most)
    ? { what: 'results' }
    : { what: 'round', round: Math.max(0, ...rounds) + 1 };
}

/** Thing that `skip` would pass over; null where there is none. */
export function skippableIn(session: Session): Skippable | null {
  if (!hasCommonPace(session)) return null;
  if (session.activity) return 'activity';
  if (teamRuns(session).some(isAnswering)) return 'round';
  const isLast = session.step + 1 >= (session.settings.plan?.length ?? 0);
  return unfinishedRuns(session).length > 0 || isLast ? null : 'step';
}

/** Session control as the host sees it. */
export function sessionControlOf(session: Session): SessionControl {
  return {
    nextStep: nextStepOf(session),
    skippable: skippableIn(session),
    mayStartActivity: mayStartActivity(session),
  };
}

/** Next step of a session. Where teams are in different phases, that of the first team still in its round. */
function nextStepOf(session: Session): NextStep | null {
  if (session.status === 'lobby') return { what: 'start' };
  if (!hasCommonPace(session)) return null;
  const { activity } = session;
  if (takesAnswers(activity)) return { what: 'close', activity: activity.type };
  const [unfinished] = unfinishedRuns(session);
  if (unfinished) return { what: phaseAfter(unfinished)! };
  const onward = nextAfterRound(session);
  return onward.what === 'step' ? { what: 'step', step: session.settings.plan![onward.step]!.id } : onward;
}

/** Tells whether a running session moves on for all players at once, by the host or by the clock. */
export function hasCommonPace({ status, settings }: Session): boolean {
  return status === 'running' && settings.pacing !== 'self';
}

/** Tells whether a step of the plan can begin: a vote needs a mistake, and training has to stay finite. */
function canBegin(session: Session, step: PlanStep): boolean {
  if (step.type === 'vote') return voteFor(session, 0, null) !== undefined;
  return step.type !== 'machine' || atOnce(trainByMachine(session, step.steps, 0)).isFinite;
}

/**
 * Trains the networks for the next step of the plan, where that is training by the machine: then `nextAfterRound` and the
 * views, which ask whether the numbers stay finite, find it done.
 */
export function* prepareNextStep(session: Session): Sliced<void> {
  const { plan } = session.settings;
  const isNext = hasCommonPace(session) && !takesAnswers(session.activity);
  if (!plan || !isNext || unfinishedRuns(session).length > 0) return;
  for (let step = session.step + 1; step < plan.length; step++) {
    const one = plan[step]!;
    if (one.type === 'machine') yield* trainByMachine(session, one.steps, 0);
    if (canBegin(session, one)) return;
  }
}

/** Index of the next step of the plan that can begin; undefined where there is none. */
function nextPlanStep(session: Session): number | undefined {
  const plan = session.settings.plan ?? [];
  for (let step = session.step + 1; step < plan.length; step++)
    if (canBegin(session, plan[step]!)) return step;
  return undefined;
}
