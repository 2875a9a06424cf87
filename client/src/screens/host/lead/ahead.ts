import { LIMITS } from '@relay/shared/referee/state';
import type { PublicView, RunView, SessionView } from '@relay/shared/referee/view';

/**
 * What the next press leads to, so that it can be said on the button. The referee alone decides; where a team has
 * gone other ways than the others, this speaks of the first that is still in its round.
 */
export type Ahead =
  | { readonly what: 'start' | 'backward' | 'reveal' | 'update' | 'results' }
  | { readonly what: 'round'; readonly round: number }
  | { readonly what: 'close'; readonly activity: 'vote' | 'trial' | 'sheet' }
  | { readonly what: 'step'; readonly step: string };

/** What can be skipped now: what is open, the round that is on, the next step of the plan. */
export type Skippable = 'activity' | 'round' | 'step';

/** Teams, in the order in which the session names them. */
export function teamsIn(view: PublicView | null): RunView[] {
  return (view?.session['']?.runs ?? []).flatMap((id) => view?.runs[id] ?? []);
}

/** A round that does not train is over with its reveal. */
function isBetweenRounds({ phase, rules }: RunView): boolean {
  return phase === 'update' || (phase === 'reveal' && !rules.trains);
}

/** The next step of the plan: a vote needs a mistake that somebody has made. */
function stepAfter({ settings, step }: SessionView, teams: readonly RunView[]): string | undefined {
  const hasMistakes = teams.some(({ mistakes }) => (mistakes ?? []).length > 0);
  return settings.plan?.slice(step + 1).find(({ type }) => type !== 'vote' || hasMistakes)?.id;
}

/** @returns null where nobody leads: at the end, and where everyone works alone */
export function aheadOf(view: PublicView | null): Ahead | null {
  const session = view?.session[''];
  if (!session || session.stage === 'ended') return null;
  if (session.stage === 'lobby') return { what: 'start' };
  const { settings, activity } = session;
  if (settings.pacing === 'self') return null;
  if (activity && !activity.closed) return { what: 'close', activity: activity.type };
  const teams = teamsIn(view);
  const late = teams.find((run) => !isBetweenRounds(run));
  if (late?.phase === 'forward' && late.rules.asksFor === 'both') return { what: 'backward' };
  if (late) return { what: late.phase === 'reveal' ? 'update' : 'reveal' };
  if (settings.plan) {
    const step = stepAfter(session, teams);
    return step === undefined ? { what: 'results' } : { what: 'step', step };
  }
  const played = Math.max(0, ...teams.map(({ round }) => round));
  if (teams.every(({ round }) => round >= (settings.rounds ?? LIMITS.rounds))) return { what: 'results' };
  return { what: 'round', round: played + 1 };
}

export function skippable(view: PublicView | null): Skippable | null {
  const session = view?.session[''];
  if (session?.stage !== 'running' || session.settings.pacing === 'self') return null;
  if (session.activity) return 'activity';
  const teams = teamsIn(view);
  if (teams.some(({ phase }) => phase === 'forward' || phase === 'backward')) return 'round';
  const steps = session.settings.plan?.length ?? 0;
  return teams.every(isBetweenRounds) && session.step + 1 < steps ? 'step' : null;
}

/** Whether something can be done between rounds: while one is talked about, and nothing else is open. */
export function isFree(view: PublicView | null): boolean {
  const session = view?.session[''];
  return (
    session?.stage === 'running' &&
    session.settings.pacing !== 'self' &&
    session.activity === null &&
    teamsIn(view).every(({ phase }) => phase === 'reveal' || phase === 'update')
  );
}

/** A clock that no one lives to see is none. */
const NO_CLOCK_MS = 365 * 86_400_000;

/**
 * When the clock goes on: it closes what is open or the answering, and where it leads it ends the other phases too.
 *
 * @returns on the server's clock; null where no clock runs
 */
export function clockOf(view: PublicView | null, run: string | null): number | null {
  const session = view?.session[''];
  const facts = run === null ? undefined : view?.runs[run];
  if (session?.stage !== 'running' || !facts) return null;
  const at = session.activity ? session.activity.deadlineAt : endsAt(view!, facts);
  return at === null || at - facts.phaseSince > NO_CLOCK_MS ? null : at;
}

function endsAt(
  { lanes }: PublicView,
  { id, lanes: count, phase, rules, deadlines }: RunView,
): number | null {
  if (phase === 'backward' && rules.style === 'parallel') return Math.max(deadlines.hidden, deadlines.output);
  if (phase !== 'forward' && phase !== 'backward') return deadlines.phase;
  const turns = Array.from({ length: count }, (_, i) => lanes[`${id}/${i}`]?.turn?.deadlineAt ?? null);
  const open = turns.filter((at) => at !== null);
  return open.length > 0 ? Math.max(...open) : null;
}
