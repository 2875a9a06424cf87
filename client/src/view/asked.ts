import type { QuestionKind } from '@relay/shared/question/question';
import type { PublicView, RunView } from '@relay/shared/referee/view';

/** What a round asks in its present phase; from the reveal on, what it was about. */
export function askedIn(run: Pick<RunView, 'phase' | 'rules'> | undefined): QuestionKind {
  if (!run) return 'contribution';
  return run.phase === 'forward' || run.rules.asksFor === 'forward' ? 'forward' : run.rules.asks;
}

/** What the rounds of a session ask. */
export function askedKind(view: PublicView | null): QuestionKind {
  return view?.session['']?.settings.asks ?? 'contribution';
}

const FORWARD: readonly QuestionKind[] = ['belly', 'output', 'forward', 'wholeForward'];

/** The question is on the way from the inputs to the outputs. */
export const asksForward = (kind: QuestionKind): boolean => FORWARD.includes(kind);

/** What is asked has to do with what a unit hands back: its parcel belongs to the reveal. */
export const asksParcel = (kind: QuestionKind): boolean =>
  !asksForward(kind) && kind !== 'valve' && kind !== 'error';

/** The places themselves are what is looked for. */
export const asksPlaces = (kind: QuestionKind): boolean => kind === 'contribution' || kind === 'blank';
