import { computed } from '@preact/signals';
import type { HostRow } from '@relay/shared/referee/view';
import { useRef } from 'preact/hooks';
import { now } from '../../now';

/** A long table is not drawn again four times a second. */
const STEP_MS = 2_000;
const slowly = computed(() => Math.floor(now() / STEP_MS) * STEP_MS);

interface Seen {
  readonly content: string;
  readonly row: HostRow;
  readonly at: number;
}

/**
 * How long nothing of each row has changed, since this page first saw it so.
 *
 * @param moment  what begins anew for everyone when it changes: a pause that is over, a phase
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
    // A row can come again as it was: what happens to others of the team sends it along.
    const content = JSON.stringify(row);
    seen.current.set(id, { row, content, at: last?.content === content ? last.at : at });
  }
  return (player) => at - (seen.current.get(player)?.at ?? at);
}
