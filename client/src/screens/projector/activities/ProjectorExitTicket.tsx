import { progressWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import type { PublicView } from '@relay/shared/referee/view';
import type { ExitTicket } from '../../../picture/activities/activity';
import { Character } from '../../parts/Character';
import { cx } from '../../../styles/cx';
import projectorStyles from '../Projector.module.css';
import styles from './ProjectorExitTicket.module.css';

interface BigSheetProps {
  readonly view: PublicView;
  readonly sheet: ExitTicket;
}

/** Figures drawn at most; further players are only counted. */
const MOST_FIGURES = 40;
/** Number of figures up to which they are larger. */
const FEW_FIGURES = 12;

/** Exit ticket on the projector: number of players done, then number right. Names nobody. */
export function ProjectorExitTicket({ view, sheet }: BigSheetProps) {
  const { outcome, asked, answered } = sheet;
  const hopping = outcome ? outcome.right : answered;
  return (
    <main class={styles.bigSheet}>
      <h1>{t(outcome ? 'activities.exitTicket.collected' : 'activities.exitTicket.heading')}</h1>
      {asked <= MOST_FIGURES && (
        <div class={cx(styles.bigFigures, asked <= FEW_FIGURES && styles.isFew)} aria-hidden="true">
          {Array.from({ length: asked }, (_, i) => (
            <Character
              key={i}
              kind={i % 2 === 0 ? 'hidden' : 'output'}
              mood={i < hopping ? 'hop' : 'idle'}
              class={cx(styles.bigUnit, !(i < hopping) && styles.isOpen)}
            />
          ))}
        </div>
      )}
      {outcome ? (
        <div class={styles.bigResultsLine}>
          <p>
            <b class="digits">{t('activities.exitTicket.of', { count: outcome.right, asked })}</b>
            {t('activities.exitTicket.right')}
          </p>
          <p>
            <b class="digits">{t('activities.exitTicket.of', { count: outcome.atOnce, asked })}</b>
            {t('activities.exitTicket.atOnce')}
          </p>
        </div>
      ) : (
        <>
          <p class={cx(styles.bigDone, 'digits')}>{progressWords(view, sheet)}</p>
          <p class={projectorStyles.bigLead}>{t('activities.exitTicket.text')}</p>
        </>
      )}
    </main>
  );
}
