import type { Settings } from '@relay/shared/referee/session/settings';

/** Time without a command after which a session ends and its code is freed. */
const IDLE_MS = 12 * 60 * 60 * 1_000;
/** The same for homework without a due date; with one, homework ends when it is due. */
const HOMEWORK_IDLE_MS = 31 * 24 * 60 * 60 * 1_000;

/** Time after which a session ends, ms since the epoch. */
export function expiryOf({ pacing, dueAt }: Settings, activeAt: number): number {
  if (pacing !== 'self') return activeAt + IDLE_MS;
  return dueAt ?? activeAt + HOMEWORK_IDLE_MS;
}
