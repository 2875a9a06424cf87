import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../../strings/language';
import { currentRun } from '../../../picture/session';
import { writtenTime } from '../../../picture/numbers/written';
import { now } from '../../now';
import { ClockIcon } from '../../parts/icons';
import type { QuestionFormProps } from './questionForm';
import { keepBlankTime, lastBlankTime } from './blankTimes';
import { cx } from '../../../styles/cx';
import askStyles from './ask.module.css';
import styles from './BlankForm.module.css';

/** Compares the time with the last one. */
function raceWords(last: number | null, hasWon: boolean): string {
  if (last === null) return t('questions.blank.first');
  return hasWon ? t('questions.blank.faster') : t('questions.blank.last', { time: writtenTime(last) });
}

/** Form of a blank network: ◆ and shapes only. In practice the time competes with the player's last one. */
export function BlankForm({ seat, state, lead }: QuestionFormProps) {
  const { code, clockOffsetMs } = state;
  const since = currentRun(state)?.phaseSince ?? 0;
  // Only practice compares with the last time.
  const isRace = lead !== null;
  const last = useMemo(() => (isRace ? lastBlankTime(code) : null), [code, isRace]);
  const isRight = seat.answers.places?.right ?? false;
  const elapsed = Math.max(0, now() + clockOffsetMs - since);
  const stopped = useMemo(() => (isRight ? elapsed : null), [isRight]);
  const time = stopped ?? elapsed;
  useEffect(() => {
    if (stopped !== null && isRace) keepBlankTime(code, stopped);
  }, [stopped]);
  const isFaster = last !== null && time < last;
  return (
    <div class={askStyles.formula}>
      <p class="hint">{t('questions.blank.text')}</p>
      <div class={cx(styles.stopwatch, last !== null && !isFaster && styles.isSlower)}>
        <ClockIcon />
        <span class={cx(styles.stopwatchTime, 'digits')} role="timer" aria-label={t('questions.blank.time')}>
          {writtenTime(time)}
        </span>
        <span class={styles.stopwatchLast}>{isRace && raceWords(last, isRight && isFaster)}</span>
        {last !== null && (
          <span class={styles.stopwatchBar} aria-hidden="true">
            <span style={{ width: `${Math.min(100, (time / last) * 100)}%` }} />
          </span>
        )}
      </div>
    </div>
  );
}
