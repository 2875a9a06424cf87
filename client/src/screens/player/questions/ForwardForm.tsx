import { unitByName } from '@relay/shared/maths/unit';
import { partKind, partUnit, unitPart } from '@relay/shared/question/part';
import { isSettled } from '@relay/shared/referee/round/progress';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import { useState } from 'preact/hooks';
import type { Line } from '../../../input/draft';
import { t } from '../../../strings/language';
import { CheckIcon } from '../../parts/icons';
import type { QuestionFormProps } from './questionForm';
import { PreActivationBuilder } from './PreActivationBuilder';
import { OutputBuilder } from './OutputBuilder';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import styles from './ForwardForm.module.css';

const SYMBOLS: Partial<Record<string, string>> = { u: 'u', a: 'a' };

/** Form of a forward question, unit by unit: the pre-activation from its terms, then the output through f. */
export function ForwardForm(props: QuestionFormProps) {
  const { sheet, seat, facts, lines, onInsert, entry } = props;
  const [chosen, choose] = useState<string | null>(null);
  const units = [...new Set(lines.map((line) => partUnit(line)!))];
  const isThrough = (line: Line): boolean => isSettled(seat.answers[line]);
  const isOpen = (unit: string): boolean => lines.some((line) => partUnit(line) === unit && !isThrough(line));
  const unit = chosen !== null && isOpen(chosen) ? chosen : (units.find(isOpen) ?? units.at(-1)!);
  const ref = unitByName(facts.network, unit)!;
  const own = lines.filter((line) => partUnit(line) === unit);
  const current = own.find((line) => !isThrough(line)) ?? own.at(-1)!;

  const read = readNumber(sheet.draft.value.texts[current] ?? '');
  const sumLine: Line = unitPart('u', unit);
  const asksSum = own.includes(sumLine);
  // A whole network has too many lines for one page: only the line in use is shown.
  const shown = units.length > 1 ? [current] : own;
  return (
    <div class={cx(askStyles.formula, styles.filling, units.length > 1 && styles.hasSteps)}>
      {units.length > 1 && <Stepper units={units} current={unit} isOpen={isOpen} onChoose={choose} />}
      {asksSum && (current === sumLine || !own.some((line) => partKind(line) === 'a')) ? (
        <PreActivationBuilder
          key={unit}
          facts={facts}
          unit={ref}
          sheet={sheet}
          line={sumLine}
          sum={read.ok ? read.value : null}
          isFixed={isThrough(sumLine)}
        />
      ) : (
        <OutputBuilder
          key={unit}
          facts={facts}
          unit={ref}
          sheet={sheet}
          line={current}
          isChoice={!asksSum}
          isFound={seat.answers[current]?.right ?? false}
          onInsert={onInsert}
        />
      )}
      <div class={askStyles.lines}>
        {shown.map((line) => entry(line, <span class={symbols.symbol}>{SYMBOLS[partKind(line)]}</span>))}
      </div>
    </div>
  );
}

interface StepperProps {
  readonly units: readonly string[];
  readonly current: string;
  readonly isOpen: (unit: string) => boolean;
  readonly onChoose: (unit: string) => void;
}

/** Units of a whole network, one step each. */
function Stepper({ units, current, isOpen, onChoose }: StepperProps) {
  return (
    <ol class={styles.stepper} aria-label={t('play.steps')}>
      {units.map((name) => (
        <li key={name}>
          <button
            type="button"
            class={cx(styles.stepUnit, !isOpen(name) && styles.isThrough)}
            aria-current={name === current ? 'step' : undefined}
            aria-disabled={!isOpen(name)}
            onClick={() => onChoose(name)}
          >
            {!isOpen(name) && <CheckIcon />}
            {name}
          </button>
        </li>
      ))}
    </ol>
  );
}
