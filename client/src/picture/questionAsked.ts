import { questionModule } from '@relay/shared/question/kinds';
import { PARTS, valueAsked } from '@relay/shared/question/part';
import type { QuestionKind } from '@relay/shared/question/question';
import type { PublicView, RunView } from '@relay/shared/referee/view';

/** Question kind of a run's round in its present phase; from the reveal on, the kind it was about. */
export function askedIn(run: Pick<RunView, 'phase' | 'rules'> | undefined): QuestionKind {
  if (!run) return 'contribution';
  return run.phase === 'forward' || run.rules.asksFor === 'forward' ? 'forward' : run.rules.asks;
}

/** Question kind in the settings of a session. */
export function askedKind(view: PublicView | null): QuestionKind {
  return view?.session['']?.settings.asks ?? 'contribution';
}

/** Tells whether a question kind is about the forward pass. */
export const asksForward = (kind: QuestionKind): boolean => questionModule(kind).way === 'forward';

/** Tells whether a question kind is about the backward pass, so that its reveal shows error signals. */
export const asksParcel = (kind: QuestionKind): boolean => questionModule(kind).way === 'backward';

/** Tells whether a part of the question kind asks for places. */
export const asksPlaces = (kind: QuestionKind): boolean =>
  questionModule(kind).partKinds.some((part) => PARTS[part].form === 'places');

/** Tells whether the network is drawn without names and numbers while the question is open. */
export const isBareKind = (kind: QuestionKind): boolean => questionModule(kind).isBare === true;

/** Kind of place whose value a question asks for; the drawing must not give it away. */
export function placeAsked(kind: QuestionKind): 'valve' | 'error' | null {
  const values = questionModule(kind).partKinds.map(valueAsked);
  return (['valve', 'error'] as const).find((place) => values.includes(place)) ?? null;
}
