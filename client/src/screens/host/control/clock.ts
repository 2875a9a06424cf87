import type { PublicView, RunView } from '@relay/shared/referee/view';

/** Runs of the teams, in the session's order. */
export function teamsIn(view: PublicView | null): RunView[] {
  return (view?.session['']?.runs ?? []).flatMap((id) => view?.runs[id] ?? []);
}

/** Deadlines further ahead than this stand for "no clock", ms. */
const NO_CLOCK_MS = 365 * 86_400_000;

/**
 * Moment at which the clock goes on: closes the activity or the answering; where the clock leads it also ends the other
 * phases.
 *
 * @returns ms on the server's clock; null where no clock runs
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
  { id, lanes: count, isAnswering, isByLayer, deadlines }: RunView,
): number | null {
  if (!isAnswering) return deadlines.phase;
  if (!isByLayer) return Math.max(deadlines.hidden, deadlines.output);
  const turns = Array.from({ length: count }, (_, i) => lanes[`${id}/${i}`]?.turn?.deadlineAt ?? null);
  const open = turns.filter((at) => at !== null);
  return open.length > 0 ? Math.max(...open) : null;
}
