import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { AnswerForm } from '../../../input/answerForm';
import type { Line } from '../../../input/draft';
import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import { say } from '../../announcer';
import type { FunctionKey } from './functionOf';
import { cx } from '../../../styles/cx';
import keypadStyles from '../answer/Keypad.module.css';
import styles from './FunctionKeys.module.css';

interface FunctionKeysProps {
  readonly keys: readonly FunctionKey[];
  readonly line: Line;
  readonly sheet: AnswerForm;
  /** Number used while the line is empty; null: a number has to be entered first. */
  readonly own: number | null;
}

function nameOf({ id, activation }: FunctionKey): string {
  if (id === 'other') return t(`play.f.${activation}`);
  return id === 'slope' ? 'f′' : 'f';
}

/** Keys for functions that no keypad has: a press replaces the number in the line by the function's value. */
export function FunctionKeys({ keys, line, sheet, own }: FunctionKeysProps) {
  const read = readNumber(sheet.draft.value.texts[line] ?? '');
  const input = read.ok ? read.value : own;
  const press = (key: FunctionKey): void => {
    if (input === null) return say(t('play.functions.empty'));
    const value = written(key.of(input));
    sheet.type(line, value);
    sheet.focus.value = line;
    say(t('play.functions.said', { name: nameOf(key), input: written(input), value }));
  };
  return (
    <div class={styles.functionKeys} role="group" aria-label={t('play.functions.label')}>
      {keys.map((key) => (
        <button
          key={key.id}
          type="button"
          class={cx(keypadStyles.key, styles.functionKey, 'digits')}
          aria-disabled={input === null}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => press(key)}
        >
          {nameOf(key)}
          <span class={styles.functionInput}>({input === null ? '…' : written(input)})</span>
        </button>
      ))}
    </div>
  );
}
