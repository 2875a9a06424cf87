import { questionModule } from '@relay/shared/question/kinds';
import { PARTS, valueAsked } from '@relay/shared/question/part';
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

/** Whether a question is about the way from the inputs to the outputs. */
export const asksForward = (kind: QuestionKind): boolean => questionModule(kind).way === 'forward';

/** Whether a question has to do with what a unit hands back: its parcel belongs to the reveal. */
export const asksParcel = (kind: QuestionKind): boolean => questionModule(kind).way === 'backward';

/** Whether places themselves are looked for. */
export const asksPlaces = (kind: QuestionKind): boolean =>
  questionModule(kind).partKinds.some((part) => PARTS[part].form === 'places');

/** Whether the network is drawn without names and numbers while the question is open. */
export const isBareKind = (kind: QuestionKind): boolean => questionModule(kind).isBare === true;

/** The places whose values a question asks for, so that they are to be read off nothing. */
export function placeAsked(kind: QuestionKind): 'valve' | 'error' | null {
  const values = questionModule(kind).partKinds.map(valueAsked);
  return (['valve', 'error'] as const).find((place) => values.includes(place)) ?? null;
}
