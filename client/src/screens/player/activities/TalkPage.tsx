import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { Character } from '../../parts/Character';
import pages from '../../parts/pages.module.css';
import waitingStyles from '../Waiting.module.css';
import styles from './TalkPage.module.css';

/** Page while the teacher speaks: dark and without anything to press, so that eyes go to the front. */
export function TalkPage() {
  return (
    <main class={cx(pages.connecting, waitingStyles.waiting, styles.talk)}>
      <Character kind="hidden" class={waitingStyles.waitingFigure} />
      <h1>{t('activities.talk.heading')}</h1>
      <p>{t('activities.talk.text')}</p>
    </main>
  );
}
