import { useMemo } from 'preact/hooks';
import { moveLever, NOTCHES, shiftAt } from '../../../input/lever';
import { t } from '../../../strings/language';
import { nudging } from '../../../picture/numbers/nudged';
import { written, writtenUpTo } from '../../../picture/numbers/written';
import type { QuestionFormProps } from './questionForm';
import { NudgeCurve } from './NudgeCurve';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import valueStyles from './Value.module.css';
import styles from './NudgeForm.module.css';

/** Form with a lever on ◆: it moves the weight, and E follows. */
export function NudgeForm({ seat, facts, lever, onInsert, entry }: QuestionFormProps) {
  const { edge } = seat;
  const found = useMemo(() => (edge ? nudging(facts, edge) : null), [facts.network, facts.lane, edge]);
  if (!found) return null;
  const { notch, visited } = lever.value;
  const [rest, here] = [found.at(0), found.at(notch)];
  const w = found.weightAt(notch);
  const E = found.lossAt(notch);
  const deltaE = written(here.E - rest.E);
  const deltaW = writtenUpTo(shiftAt(notch), 1);
  const move = (to: number): void => {
    lever.value = moveLever(lever.peek(), to);
  };
  return (
    <div class={askStyles.formula}>
      <p class={cx('hint', styles.nudgeHint)}>{t('questions.nudge.text')}</p>
      <div class={styles.nudgeView}>
        <p class={cx(styles.readings, 'digits')} data-testid="readings" data-notch={notch}>
          <span class={cx(styles.reading, styles.isW)}>
            <b aria-hidden="true">◆</b> {t('questions.nudge.weight')} = {w}
          </span>
          <span class={styles.reading}>
            {t('questions.nudge.error')} = <b>{E}</b>
          </span>
        </p>
        <NudgeCurve nudging={found} visited={visited} notch={notch} />
      </div>
      <LeverRange notch={notch} text={t('questions.nudge.value', { weight: w, error: E })} onMove={move} />
      <div class={styles.quotient}>
        <Reading
          name={t('questions.nudge.deltaE')}
          value={deltaE}
          label={t('questions.nudge.insertE', { value: deltaE })}
          isOpen={notch !== 0}
          onPress={() => onInsert(deltaE)}
        />
        <span class={symbols.times}>÷</span>
        <Reading
          name={t('questions.nudge.deltaW')}
          value={deltaW}
          label={t('questions.nudge.insertW', { value: deltaW })}
          isOpen={notch !== 0}
          onPress={() => onInsert(deltaW, '÷')}
        />
        {notch === 0 && <span class="hint">{t('questions.nudge.still')}</span>}
      </div>
      <div class={askStyles.lines}>{entry('estimate', <span class={symbols.symbol}>≈ ◆</span>)}</div>
    </div>
  );
}

interface LeverRangeProps {
  readonly notch: number;
  /** Weight and E in words, for screen readers. */
  readonly text: string;
  readonly onMove: (to: number) => void;
}

/** Lever, with a button at each end. */
function LeverRange({ notch, text, onMove }: LeverRangeProps) {
  return (
    <div class={styles.lever}>
      <button
        type="button"
        class={styles.leverStep}
        aria-label={t('questions.nudge.less')}
        aria-disabled={notch <= -NOTCHES}
        onClick={() => onMove(notch - 1)}
      >
        −
      </button>
      <input
        type="range"
        class={styles.leverRange}
        min={-NOTCHES}
        max={NOTCHES}
        step={1}
        value={notch}
        aria-label={t('questions.nudge.lever')}
        aria-valuetext={text}
        onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
      />
      <button
        type="button"
        class={styles.leverStep}
        aria-label={t('questions.nudge.more')}
        aria-disabled={notch >= NOTCHES}
        onClick={() => onMove(notch + 1)}
      >
        +
      </button>
    </div>
  );
}

interface ReadingProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

/** Difference between the lever's position and its rest. */
function Reading({ name, value, label, isOpen, onPress }: ReadingProps) {
  return (
    <button
      type="button"
      class={valueStyles.value}
      aria-label={label}
      disabled={!isOpen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span class={valueStyles.valueSymbol}>{name}</span>
      <span class={cx(valueStyles.valueNumber, 'digits')}>{isOpen ? value : t('questions.open')}</span>
    </button>
  );
}
