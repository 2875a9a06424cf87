import type { HostRow } from '@relay/shared/referee/view';

/** Wrong tries at a part that is still open, from which on a player counts as stuck. */
const STUCK_TRIES = 2;
/** Silence after which a player may need help, ms. */
const SILENT_MS = 30_000;

export type Need = 'stuck' | 'silent' | null;

/**
 * Reason why a player needs help: two wrong tries, or half a minute of silence while there is a question to answer.
 *
 * @param silentMs  time since anything in the row changed; null while no player has a question
 */
export function needOf(row: HostRow | undefined, silentMs: number | null): Need {
  if (!row) return null;
  const open = row.parts.filter(({ right }) => !right);
  if (open.length === 0) return null;
  if (open.reduce((sum, { tries }) => sum + tries, 0) >= STUCK_TRIES) return 'stuck';
  const isQuiet = silentMs !== null && silentMs >= SILENT_MS && row.present && !row.waiting;
  return isQuiet ? 'silent' : null;
}
