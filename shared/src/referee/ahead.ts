import type { Activity } from './activity.ts';
import { isAnswering, isRoundOver } from './progress.ts';
import type { PhaseName, Run } from './run.ts';
import { leapBefore, roundsToPlay } from './course.ts';
import { LIMITS, type Session } from './state.ts';
import { stepAfter } from './steps.ts';
import { teamRuns } from './teams.ts';

/**
 * Where the lead through a session stands, and where it goes from here. The commands go by it, and the host is told of
 * it, so that a button says what it will do.
 */

/** What the next press leads to. */
export type Ahead =
  | { readonly what: 'start' | 'results' | NextPhase }
  | { readonly what: 'round'; readonly round: number }
  | { readonly what: 'close'; readonly activity: Activity['type'] }
  /** The id of a step of the plan. */
  | { readonly what: 'step'; readonly step: string };

/** What can be passed over: what is open, the round that is on, the next step of the plan. */
export type Skippable = 'activity' | 'round' | 'step';

export interface Lead {
  /** Null where nobody leads: at the end, and where everyone works alone. */
  readonly ahead: Ahead | null;
  readonly skippable: Skippable | null;
  /** Whether something can be done between rounds. */
  readonly isFree: boolean;
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
export type OwnNext = NextPhase | 'machine' | 'round' | 'results';

/** Null where a run has ended, or is not its player's to lead. */
export function ownNextOf(session: Session, run: Run): OwnNext | null {
  if (run.kind !== 'own' || run.purpose !== 'lesson' || run.phase.name === 'ended') return null;
  const phase = phaseAfter(run);
  if (phase) return phase;
  const rounds = roundsToPlay(session);
  if (rounds !== null && run.round >= rounds) return 'results';
  // What the machine did in between is a sight of its own, where the weights are what is looked at.
  return run.phase.name === 'update' && leapBefore(session, run, run.phase.since) ? 'machine' : 'round';
}

/** Teams that are still in their round; those that came in between wait for them. */
export function laggards(session: Session): Run[] {
  return teamRuns(session).filter((run) => phaseAfter(run) !== null);
}

/** Whether the round is being talked about or over in every team, and nothing else is open. */
export function isFree(session: Session): boolean {
  return isLed(session) && session.activity === null && teamRuns(session).every(isRoundOver);
}

/** What comes after a round; a step of the plan by its place in it. */
export function onwardOf(
  session: Session,
):
  | { readonly what: 'round'; readonly round: number }
  | { readonly what: 'step'; readonly step: number }
  | { readonly what: 'results' } {
  const rounds = teamRuns(session).map(({ round }) => round);
  if (session.settings.plan) {
    const step = stepAfter(session);
    return step === undefined ? { what: 'results' } : { what: 'step', step };
  }
  const most = session.settings.rounds ?? LIMITS.rounds;
  return rounds.every((round) => round >= most)
    ? { what: 'results' }
    : { what: 'round', round: Math.max(0, ...rounds) + 1 };
}

/** What `skip` would pass over. */
export function skippableIn(session: Session): Skippable | null {
  if (!isLed(session)) return null;
  if (session.activity) return 'activity';
  if (teamRuns(session).some(isAnswering)) return 'round';
  const isLast = session.step + 1 >= (session.settings.plan?.length ?? 0);
  return laggards(session).length > 0 || isLast ? null : 'step';
}

export function leadOf(session: Session): Lead {
  return { ahead: aheadOf(session), skippable: skippableIn(session), isFree: isFree(session) };
}

/** Where a team has gone other ways than the others, this speaks of the first that is still in its round. */
function aheadOf(session: Session): Ahead | null {
  if (session.stage === 'lobby') return { what: 'start' };
  if (!isLed(session)) return null;
  const { activity } = session;
  if (activity?.closedAt === null) return { what: 'close', activity: activity.type };
  const [late] = laggards(session);
  if (late) return { what: phaseAfter(late)! };
  const onward = onwardOf(session);
  return onward.what === 'step' ? { what: 'step', step: session.settings.plan![onward.step]!.id } : onward;
}

/** Whether somebody leads: the host, or the clock. */
export function isLed({ stage, settings }: Session): boolean {
  return stage === 'running' && settings.pacing !== 'self';
}
