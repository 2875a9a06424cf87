import { computed } from '@preact/signals';
import type { HostRow } from '@relay/shared/referee/view';
import { useRef } from 'preact/hooks';
import { now } from '../../now';

/** Step of the silence, ms: coarser than `now()`, because a long table is slow to draw. */
const SILENCE_STEP_MS = 2_000;
const slowly = computed(() => Math.floor(now() / SILENCE_STEP_MS) * SILENCE_STEP_MS);

interface Seen {
  readonly content: string;
  readonly row: HostRow;
  readonly at: number;
}

/**
 * Measures for how long each row has been unchanged, since this page first saw its present content.
 *
 * @param moment  identifies the phase or pause; a change restarts every row
 */
export function useSilence(
  rows: Readonly<Record<string, HostRow>>,
  moment: string,
): (player: string) => number {
  const seen = useRef(new Map<string, Seen>());
  const before = useRef(moment);
  const at = slowly.value;
  if (before.current !== moment) {
    before.current = moment;
    seen.current.clear();
  }
  for (const [id, row] of Object.entries(rows)) {
    const last = seen.current.get(id);
    if (last?.row === row) continue;
    // A row may arrive again unchanged: the server sends it when a team mate's row changes.
    const content = JSON.stringify(row);
    seen.current.set(id, { row, content, at: last?.content === content ? last.at : at });
  }
  return (player) => at - (seen.current.get(player)?.at ?? at);
}
