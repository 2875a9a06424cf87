import { useEffect, useRef, useState } from 'preact/hooks';
import type { PagePhase } from '../../describe/phase';
import type { PublicView } from '@relay/shared/referee/view';
import { askedKind, asksParcel } from '../../view/asked';
import type { Cue, Stage } from '../../view/stage';

/** A phase that began longer ago is not played again: the page was only loaded late. */
const FRESH_MS = 4_000;

function cueFor(phase: PagePhase, view: PublicView, run: string): Cue | null {
  if (phase === 'backward') return { type: 'forward' };
  if (phase === 'reveal') return { type: asksParcel(askedKind(view)) ? 'reveal' : 'forward' };
  const update = view.updates[run];
  return phase === 'update' && update ? { type: 'update', before: update.before.weights } : null;
}

/**
 * Plays what belongs to the beginning of each phase.
 *
 * @param serverNow  reads the server's clock
 * @returns whether the numbers are running forward just now
 */
export function useCues(
  stage: Stage | null,
  view: PublicView | null,
  run: string | null,
  phase: PagePhase,
  serverNow: () => number,
): boolean {
  const [isEating, setEating] = useState(false);
  const played = useRef('');
  const facts = run === null ? undefined : view?.runs[run];
  const moment = `${run}/${facts?.round ?? 0}/${phase}`;
  useEffect(() => {
    if (!stage || !view || run === null || !facts || played.current === moment) return;
    played.current = moment;
    if (Math.abs(serverNow() - facts.phaseSince) > FRESH_MS) return;
    const cue = cueFor(phase, view, run);
    if (!cue) return;
    if (cue.type === 'forward') setEating(true);
    void stage.play(cue).finally(() => setEating(false));
  }, [stage, moment]);
  return isEating;
}
