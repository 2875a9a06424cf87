import type { Activity } from '../activities/activity.ts';
import { isAnswering, isRoundOver } from '../round/progress.ts';
import type { PhaseName, Run } from '../round/run.ts';
import { machineStepsBefore, roundsToPlay } from '../ownRuns/catchUp.ts';
import { LIMITS, type Session } from './state.ts';
import { nextPlanStep } from './planSteps.ts';
import { teamRuns } from '../teams/teams.ts';

/**
 * Where the lead through a session stands, and where it goes from here. The commands go by it, and the host is told of
 * it, so that a button says what it will do.
 */

/** What the next press leads to. */
export type NextStep =
  | { readonly what: 'start' | 'results' | NextPhase }
  | { readonly what: 'round'; readonly round: number }
  | { readonly what: 'close'; readonly activity: Activity['type'] }
  /** The id of a step of the plan. */
  | { readonly what: 'step'; readonly step: string };

/** What can be passed over: what is open, the round that is on, the next step of the plan. */
export type Skippable = 'activity' | 'round' | 'step';

export interface SessionControl {
  /** Null where nobody leads: at the end, and where everyone works alone. */
  readonly nextStep: NextStep | null;
  readonly skippable: Skippable | null;
  /** Whether something can be done between rounds. */
  readonly mayStartActivity: boolean;
}

type NextPhase = Exclude<PhaseName, 'idle' | 'forward' | 'ended'>;

/** The phase that a round goes on to; null where it is over. A round that does not train is over with its reveal. */
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

/** Where a player's "go on" leads in its self-paced run; `machine`: to the steps that the machine took in the class. */
export type OwnNextStep = NextPhase | 'machine' | 'round' | 'results';

/** Null where a run has ended, or is not its player's to lead. */
export function ownNextStepOf(session: Session, run: Run): OwnNextStep | null {
  if (run.kind !== 'own' || run.purpose !== 'lesson' || run.phase.name === 'ended') return null;
  const phase = phaseAfter(run);
  if (phase) return phase;
  const rounds = roundsToPlay(session);
  if (rounds !== null && run.round >= rounds) return 'results';
  // What the machine did in between is a sight of its own, where the weights are what is looked at.
  return run.phase.name === 'update' && machineStepsBefore(session, run, run.phase.since)
    ? 'machine'
    : 'round';
}

/** Teams that are still in their round; those that came in between wait for them. */
export function unfinishedRuns(session: Session): Run[] {
  return teamRuns(session).filter((run) => phaseAfter(run) !== null);
}

/** Whether the round is being talked about or over in every team, and nothing else is open. */
export function mayStartActivity(session: Session): boolean {
  return hasCommonPace(session) && session.activity === null && teamRuns(session).every(isRoundOver);
}

/** What comes after a round; a step of the plan by its place in it. */
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

/** What `skip` would pass over. */
export function skippableIn(session: Session): Skippable | null {
  if (!hasCommonPace(session)) return null;
  if (session.activity) return 'activity';
  if (teamRuns(session).some(isAnswering)) return 'round';
  const isLast = session.step + 1 >= (session.settings.plan?.length ?? 0);
  return unfinishedRuns(session).length > 0 || isLast ? null : 'step';
}

export function sessionControlOf(session: Session): SessionControl {
  return {
    nextStep: nextStepOf(session),
    skippable: skippableIn(session),
    mayStartActivity: mayStartActivity(session),
  };
}

/** Where a team has gone other ways than the others, this speaks of the first that is still in its round. */
function nextStepOf(session: Session): NextStep | null {
  if (session.status === 'lobby') return { what: 'start' };
  if (!hasCommonPace(session)) return null;
  const { activity } = session;
  if (activity?.closedAt === null) return { what: 'close', activity: activity.type };
  const [late] = unfinishedRuns(session);
  if (late) return { what: phaseAfter(late)! };
  const onward = nextAfterRound(session);
  return onward.what === 'step' ? { what: 'step', step: session.settings.plan![onward.step]!.id } : onward;
}

/** Whether somebody leads: the host, or the clock. */
export function hasCommonPace({ status, settings }: Session): boolean {
  return status === 'running' && settings.pacing !== 'self';
}
