import { t } from '../strings/language';
import { expected } from '../picture/activities/activities';
import type { Activity, Asking, Trial } from '../picture/activities/activity';
import { targetFor } from '../picture/activities/trial';
import { written } from '../picture/numbers/written';
import type { PublicView } from '@relay/shared/referee/view';

/** Progress of an activity: "17 of 28 have voted". */
export function progressWords(view: PublicView, activity: Asking): string {
  const { type, answered } = activity;
  return t(`activities.progress.${type}`, { answered, players: expected(view, activity) });
}

/** Sentence about the inputs of a trial, before and after its end. */
export function trialWords(view: PublicView, { x, closed }: Trial): string {
  const target = targetFor(view, x);
  if (!closed) return t(target ? 'activities.trial.guess' : 'activities.trial.text');
  return target
    ? t('activities.trial.taught', { target: target.map(written).join(', ') })
    : t('activities.trial.neverTaught');
}

/** Sentence for the live region when an activity begins or ends. */
export function activitySentence(activity: Activity): string {
  if (activity.type === 'vote') {
    const { outcome } = activity;
    return outcome
      ? t('activities.vote.slipWas', { term: t(`play.term.${outcome.term}`) })
      : t('activities.say.vote');
  }
  if (activity.type === 'talk') return t('activities.say.talk');
  return t(activity.closed ? `activities.say.closed` : `activities.say.${activity.type}`);
}
