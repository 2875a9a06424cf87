import type { HostRow, SessionView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { ruleValue } from '../rules/ruleWords';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Homework.module.css';

interface HomeworkProps {
  readonly session: SessionView;
  readonly rows: Readonly<Record<string, HostRow>>;
}

/** Status of self-paced work (homework, catch-up): due date, number of rounds, players who have finished. */
export function Homework({ session: { settings, players }, rows }: HomeworkProps) {
  const { dueAt, rounds } = settings;
  const through = Object.values(rows).filter(({ own }) => own?.ended).length;
  return (
    <section class={cx(shared.card, styles.homework)} data-testid="homework">
      <h2>
        {t(
          settings.weights === 'followed'
            ? 'sessionControl.homework.catchUp'
            : 'sessionControl.homework.heading',
        )}
      </h2>
      <p>
        <b>
          {dueAt === null
            ? t('sessionControl.homework.noDue')
            : t('sessionControl.homework.due', { moment: ruleValue('dueAt', dueAt) })}
        </b>
      </p>
      <p class="digits">
        {rounds !== null && `${t('sessionControl.homework.rounds', { rounds })} · `}
        {t('sessionControl.homework.through', { through, players })}
      </p>
      <p class="hint">{t('sessionControl.homework.text')}</p>
    </section>
  );
}
