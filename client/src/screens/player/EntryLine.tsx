import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { PartView } from '@relay/shared/referee/view';
import { partName } from '../../describe/verdict';
import type { AnswerForm } from '../../input/answerSheet';
import type { Line } from '../../input/draft';
import { t } from '../../strings/language';
import { written } from '../../view/written';
import { AlertIcon, CheckIcon } from '../parts/icons';
import { usePoints } from '../points';
import { isEnter, numberField } from './numberField';
import { cx } from '../../styles/cx';
import symbols from '../parts/symbols.module.css';
import styles from './EntryLine.module.css';

interface EntryLineProps {
  readonly line: Line;
  readonly sheet: AnswerForm;
  readonly answer: PartView | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  /** What stands before the "=": Σ, or S × ④. */
  readonly children: ComponentChildren;
}

/** What an expression comes to, while it is typed. A plain number needs no echo. */
function preview(raw: string): string {
  const read = readNumber(raw);
  return read.ok && read.figures === null ? t('play.equals', { value: written(read.value) }) : '';
}

/** How it stands with a line: what it shows, and whether anything can still be written into it. */
function standingOf(answer: PartView | undefined, text: string) {
  const isRight = answer?.right ?? false;
  return {
    isRight,
    isSpent: answer?.triesLeft === 0 && !isRight,
    isWrong: !isRight && answer?.verdict.outcome === 'wrong',
    value: isRight && text === '' ? answer!.raw : text,
  };
}

/** Where one number is given: typed, tapped on the keys, or put together from the values. */
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
  // What is tapped into a line goes in at its end: that is what is to be seen of a long one.
  useLayoutEffect(() => {
    const input = field.current;
    if (input && input.selectionEnd === input.value.length) input.scrollLeft = input.scrollWidth;
  }, [value]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEnter(event)) return;
    event.preventDefault();
    sheet.sendPart(line);
  };
  // Names of units have points in them, which a style sheet would read as classes.
  const id = `line-${line.replace(/[:.]/g, '-')}`;
  return (
    <div class={cx(styles.line, look)}>
      <div class={styles.lineLeft}>
        {children}
        <span class={symbols.equals}>=</span>
      </div>
      <div class={styles.lineBox}>
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
        <span class={cx(styles.linePreview, 'digits')} aria-hidden="true">
          {isRight ? '' : preview(text)}
        </span>
        <span class={styles.lineNote} id={`${id}-note`}>
          <LineNote answer={answer} />
        </span>
      </div>
    </div>
  );
}

/** What a line has brought, or how often it can still be tried. */
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
  if (answer?.verdict.outcome !== 'wrong') return null;
  return (
    <>
      <AlertIcon />
      {t('play.triesLeft', { count: answer.triesLeft })}
    </>
  );
}
