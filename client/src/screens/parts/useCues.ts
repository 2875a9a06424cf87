import { useEffect, useRef, useState } from 'preact/hooks';
import type { PublicView } from '@relay/shared/referee/view';
import type { PagePhase } from '../../describe/phase';
import { type CueMoment, cuesFor } from '../../view/cues';
import type { Stage } from '../../view/stage';

/** A phase that began longer ago is not played again: the page was only loaded late. */
const FRESH_MS = 4_000;

/**
 * Plays what belongs to the beginning of each phase, and to each layer that closes.
 *
 * @param lane  the one that is drawn
 * @param serverNow  reads the server's clock
 * @returns whether the numbers are running forward just now
 */
export function useCues(
  stage: Stage | null,
  view: PublicView | null,
  run: string | null,
  lane: number,
  phase: PagePhase,
  serverNow: () => number,
): boolean {
  const [isEating, setEating] = useState(false);
  const before = useRef<CueMoment | null>(null);
  const facts = run === null ? undefined : view?.runs[run];
  const closed = (run === null ? undefined : view?.lanes[`${run}/${lane}`])?.closed.length ?? 0;
  const moment = `${run}/${lane}/${facts?.round ?? 0}/${phase}/${closed}`;
  useEffect(() => {
    if (!stage || !view || run === null || !facts) return;
    const isFresh = Math.abs(serverNow() - facts.phaseSince) <= FRESH_MS;
    const { cues, now } = cuesFor(before.current, { view, run, lane, phase, isFresh });
    before.current = now;
    if (cues.length === 0) return;
    // Only where nothing has come from the way forward do the units open their mouths for all of it.
    if (cues.some((cue) => cue.type === 'forward' && cue.layers === null)) setEating(true);
    void cues
      .reduce((played, cue) => played.then(() => stage.play(cue)), Promise.resolve())
      .finally(() => setEating(false));
  }, [stage, moment]);
  return isEating;
}
