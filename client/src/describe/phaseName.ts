import type { PublicView } from '@relay/shared/referee/view';
import { askedKind, asksForward } from '../picture/questionAsked';
import { isSelfPaced, sessionOf } from '../picture/session';
import type { PagePhase } from './phase';

/** Name of a phase as shown: `forward` while sums or outputs are asked for, `alone` in homework. */
export function phaseName(view: PublicView | null, phase: PagePhase): PagePhase | 'alone' {
  // Homework has no common phase: each player is at another point.
  if (phase === 'lobby' && sessionOf(view)?.stage === 'running' && isSelfPaced(view)) return 'alone';
  return phase === 'backward' && asksForward(askedKind(view)) ? 'forward' : phase;
}
