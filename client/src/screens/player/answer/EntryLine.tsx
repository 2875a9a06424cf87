import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { PartView } from '@relay/shared/referee/view';
import { readingWords } from '../../../describe/reading';
import { partName } from '../../../describe/verdict';
import type { AnswerForm } from '../../../input/answerForm';
import type { Line } from '../../../input/draft';
import { t } from '../../../strings/language';
import { AlertIcon, CheckIcon } from '../../parts/icons';
import { usePoints } from '../../points';
import { isEnter, numberField } from './numberField';
import { Reading } from './Reading';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import styles from './EntryLine.module.css';

interface EntryLineProps {
  readonly line: Line;
  readonly sheet: AnswerForm;
  readonly answer: PartView | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Left-hand side, before the "=": Σ, or S × ④. */
  readonly children: ComponentChildren;
}

/** Display state of a line: its text, and flags for right, wrong and out of tries. */
function standingOf(answer: PartView | undefined, text: string) {
  const isRight = answer?.right ?? false;
  return {
    isRight,
    isSpent: answer?.triesLeft === 0 && !isRight,
    isWrong: !isRight && answer?.verdict.outcome === 'wrong',
    value: isRight && text === '' ? answer!.raw : text,
  };
}

/** Line for one number: typed, entered by keys, or composed of values from the network. */
export function EntryLine({ line, sheet, answer, field, children }: EntryLineProps) {
  const text = sheet.draft.value.texts[line] ?? '';
  const { isRight, isSpent, isWrong, value } = standingOf(answer, text);
  const look = isRight
    ? styles.isRight
    : isWrong
      ? styles.isWrong
      : sheet.focus.value === line
        ? styles.isActive
        : '';
  // Taps append at the end, so a long line is scrolled to its end.
  useLayoutEffect(() => {
    const input = field.current;
    if (input && input.selectionEnd === input.value.length) input.scrollLeft = input.scrollWidth;
  }, [value]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEnter(event)) return;
    event.preventDefault();
    if (sheet.enter.isMeantFor(line, event.timeStamp)) sheet.sendPart(line);
  };
  // Unit names contain points, which a style sheet would read as class selectors.
  const id = `line-${line.replace(/[:.]/g, '-')}`;
  return (
    <div class={cx(styles.line, look)}>
      <div class={styles.lineLeft}>
        {children}
        <span class={symbols.equals}>=</span>
      </div>
      <div class={cx(styles.lineBox, !isRight && readingWords(text) && styles.hasReading)}>
        <label for={id}>{partName(line)}</label>
        <input
          id={id}
          ref={field}
          class={cx(styles.lineInput, 'digits')}
          {...numberField()}
          autoCapitalize="off"
          value={value}
          readOnly={isRight || isSpent}
          aria-invalid={isWrong}
          aria-describedby={`${id}-note`}
          onInput={(event) => sheet.type(line, event.currentTarget.value)}
          onFocus={() => {
            sheet.focus.value = line;
          }}
          onKeyDown={onKeyDown}
        />
        <Reading text={isRight ? '' : text} class={styles.lineReading} />
        <span class={styles.lineNote} id={`${id}-note`}>
          <LineNote answer={answer} />
        </span>
      </div>
    </div>
  );
}

/** Points of a line, or the number of tries left. */
function LineNote({ answer }: { readonly answer: PartView | undefined }) {
  const hasPoints = usePoints();
  if (answer?.right)
    return (
      <>
        <CheckIcon />
        {hasPoints && t('play.points', { points: Math.round(answer.points) })}
      </>
    );
  if (answer?.triesLeft === 0) return <>{t('play.noTries')}</>;
  if (!answer || answer.tries === 0) return null;
  return (
    <>
      <AlertIcon />
      {t('play.triesLeft', { count: answer.triesLeft })}
    </>
  );
}
