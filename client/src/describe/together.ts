import { t } from '../strings/language';
import { type Activity, expected } from '../view/together';
import type { PublicView } from '@relay/shared/referee/view';

/** "17 of 28 have voted" */
export function progressWords(view: PublicView, activity: Activity): string {
  const { type, answered } = activity;
  return t(`together.progress.${type}`, { answered, players: expected(view, activity) });
}

/** What is said when an activity begins, and when its outcome is there. */
export function activitySentence(activity: Activity): string {
  if (activity.type === 'vote') {
    const { outcome } = activity;
    return outcome
      ? t('together.vote.slipWas', { term: t(`play.term.${outcome.term}`) })
      : t('together.say.vote');
  }
  return t(activity.closed ? `together.say.closed` : `together.say.${activity.type}`);
}
