import { useEffect, useRef, useState } from 'preact/hooks';
import type { PublicView } from '@relay/shared/referee/view';
import type { PagePhase } from '../../describe/phase';
import { type CueMoment, cuesFor } from '../../picture/cues';
import type { Stage } from '../../picture/stage';

/** Age from which on a phase's animation is skipped: the page was loaded late, ms. */
const FRESH_MS = 4_000;

/**
 * Plays the animation at the beginning of each phase and at the close of each layer.
 *
 * @param lane  lane that is drawn
 * @param serverNow  reads the server's clock
 * @returns true while values animate forward through the network
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
    // Units open their mouths only when the whole forward pass is played at once.
    if (cues.some((cue) => cue.type === 'forward' && cue.layers === null)) setEating(true);
    void cues
      .reduce((played, cue) => played.then(() => stage.play(cue)), Promise.resolve())
      .finally(() => setEating(false));
  }, [stage, moment]);
  return isEating;
}
