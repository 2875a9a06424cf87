import type { Caret } from '../../../input/caret';
import { deleteBefore, insertAt } from '../../../input/caret';
import { t } from '../../../strings/language';
import { BackspaceIcon } from '../../parts/icons';
import { cx } from '../../../styles/cx';
import styles from './Keypad.module.css';

const ROWS = [
  ['7', '8', '9', '+', 'delete'],
  ['4', '5', '6', '\u2212', '('],
  ['1', '2', '3', '×', ')'],
  ['0', '.', '÷'],
] as const;
/** Orders of the keys on a phone on its side: as a line of digits with signs behind it, or as a block of them. */
const IN_TWO_ROWS: readonly Key[] = [
  ...(['1', '2', '3', '4', '5', '+', '\u2212', '(', 'delete'] as const),
  ...(['6', '7', '8', '9', '0', '.', '×', '÷', ')'] as const),
];
const IN_THREE_ROWS: readonly Key[] = [
  ...(['7', '8', '9', '+', '\u2212', 'delete'] as const),
  ...(['4', '5', '6', '×', '÷', '('] as const),
  ...(['1', '2', '3', '0', '.', ')'] as const),
];
/** The last row stays uncovered, with Send. */
const LAST_ROW = ROWS.length - 1;
type Key = (typeof ROWS)[number][number];

interface KeypadProps {
  readonly onEdit: (edit: (caret: Caret) => Caret) => void;
  readonly onSend: () => void;
  readonly isSending: boolean;
  /** Keys under the cover: neither pressed nor reached by Tab. */
  readonly covered: 'nothing' | 'numbers' | 'all';
}

function keyName(key: Key): string {
  switch (key) {
    case '+':
      return t('play.key.plus');
    case '\u2212':
      return t('play.key.minus');
    case '×':
      return t('play.key.times');
    case '÷':
      return t('play.key.divide');
    case '(':
      return t('play.key.open');
    case ')':
      return t('play.key.close');
    case '.':
      return t('play.key.point');
    case 'delete':
      return t('play.backspace');
    default:
      return key;
  }
}

/** Number keys that write into the line used last, without taking its focus away. */
export function Keypad({ onEdit, onSend, isSending, covered }: KeypadProps) {
  const press = (key: Key): void =>
    onEdit((caret) => (key === 'delete' ? deleteBefore(caret) : insertAt(caret, key)));
  return (
    <div class={styles.keypad} data-keypad role="group" aria-label={t('play.keypad')}>
      {ROWS.flatMap((row, i) =>
        row.map((key) => ({ key, isCovered: covered !== 'nothing' && i < LAST_ROW })),
      ).map(({ key, isCovered }) => (
        <button
          key={key}
          type="button"
          class={cx(styles.key, !/\d/u.test(key) && styles.keySign)}
          style={{ '--in-two-rows': IN_TWO_ROWS.indexOf(key), '--in-three-rows': IN_THREE_ROWS.indexOf(key) }}
          aria-label={keyName(key)}
          inert={isCovered || covered === 'all'}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => press(key)}
        >
          {key === 'delete' ? <BackspaceIcon /> : key}
        </button>
      ))}
      <button
        type="button"
        class={cx(styles.key, styles.keySend)}
        data-send
        inert={covered === 'all'}
        aria-busy={isSending}
        onClick={onSend}
      >
        {t('play.send')}
      </button>
    </div>
  );
}
