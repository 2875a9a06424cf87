import type { HostRow } from '@relay/shared/referee/view';

/** Wrong tries at what is not right yet, from which on somebody is stuck. */
const STUCK_TRIES = 2;
/** Without anything for so long, somebody may need help. */
const SILENT_MS = 30_000;

export type Need = 'stuck' | 'silent' | null;

/**
 * Who needs help: two wrong tries, or half a minute without anything while there is something to do.
 *
 * @param silentMs  since anything of the row has changed; null while nobody can do anything
 */
export function needOf(row: HostRow | undefined, silentMs: number | null): Need {
  if (!row) return null;
  const open = row.parts.filter(({ right }) => !right);
  if (open.length === 0) return null;
  if (open.reduce((sum, { tries }) => sum + tries, 0) >= STUCK_TRIES) return 'stuck';
  const isQuiet = silentMs !== null && silentMs >= SILENT_MS && row.present && !row.waiting;
  return isQuiet ? 'silent' : null;
}
