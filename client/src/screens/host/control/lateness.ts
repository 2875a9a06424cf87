import type { PlanStep } from '@relay/shared/referee/session/settings';

const MINUTE_MS = 60_000;

export interface Lateness {
  /** Minute of the lesson, counted as in the plan. */
  readonly minute: number;
  /** Whole minutes behind the plan; negative: ahead of it; 0: within the minutes of the present step. */
  readonly behind: number;
}

/**
 * Compares a lesson with its plan. The plan counts from the moment when players begin to join; the clock from the start
 * of its first step.
 *
 * @param step  index of the present step, from 0; −1 before the first
 * @param elapsedMs  time since the start of the first step
 */
export function latenessOf(plan: readonly PlanStep[], step: number, elapsedMs: number): Lateness {
  const startsAt = plan[0]?.minutes[0] ?? 0;
  const exact = startsAt + Math.max(0, elapsedMs) / MINUTE_MS;
  const minute = Math.floor(exact);
  const [from, to] = plan[Math.max(0, step)]?.minutes ?? [minute, minute];
  if (exact > to) return { minute, behind: Math.ceil(exact - to) };
  return { minute, behind: exact < from ? -Math.floor(from - exact) + 0 : 0 };
}
