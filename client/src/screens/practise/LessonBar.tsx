import { CLEAN_TO_FINISH, type PracticeProgress } from '@relay/shared/lesson/practice';
import type { PagePhase } from '../../describe/phase';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { PhaseFact, UnitFact } from '../parts/facts';
import { CheckIcon } from '../parts/icons';
import { LanguageSwitch } from '../parts/LanguageSwitch';
import { Link } from '../parts/Link';
import { cx } from '../../styles/cx';
import pills from '../parts/pills.module.css';
import shared from '../parts/shared.module.css';
import barStyles from '../player/Bar.module.css';
import styles from './LessonBar.module.css';

interface LessonBarProps {
  readonly state: TableState;
  readonly phase: PagePhase;
  readonly progress: PracticeProgress;
  /** Gives up on this question; null where it is answered. */
  readonly onShow: (() => void) | null;
}

/** Top line of a lesson: no clock, and a button to give up on a question. */
export function LessonBar({ state, phase, progress, onShow }: LessonBarProps) {
  const cleanOf = t('practise.cleanOf', { clean: progress.clean, all: CLEAN_TO_FINISH });
  return (
    <>
      <header class={barStyles.bar} data-bar="player">
        <PhaseFact phase={phase} view={state.view} />
        <UnitFact state={state} />
        <span class="push" />
        <span class={cx(pills.pill, styles.pillClean)}>
          <CheckIcon />
          <span class={pills.pillLabel}>{t('practise.clean')}</span>
          <span class="digits" data-testid="clean" data-value={progress.clean}>
            {cleanOf}
          </span>
        </span>
        {onShow && (
          <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={onShow}>
            {t('practise.show')}
          </button>
        )}
      </header>
      <footer class={barStyles.barMore}>
        <Link to="/practise" class={cx(shared.button, shared.buttonSmall)}>
          {t('practise.toLessons')}
        </Link>
        <LanguageSwitch />
      </footer>
    </>
  );
}
