import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { PartView } from '@relay/shared/referee/view';
import { type FiguresWords, figuresWords } from '../../../describe/figures';
import { readingWords } from '../../../describe/reading';
import { partName } from '../../../describe/verdict';
import type { AnswerForm } from '../../../input/answerForm';
import type { Line } from '../../../input/draft';
import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
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
  /** Decimals in which the answer has as many figures as asked. */
  readonly decimals: number | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Left-hand side, before the "=": Σ, or S × ④. */
  readonly children: ComponentChildren;
}

/** An answer as typed; where the text has been erased, the number that was read. */
function textOf({ raw, verdict }: PartView): string {
  const read = 'read' in verdict ? verdict.read : null;
  return raw ?? (read === null ? '' : written(read));
}

/** Display state of a line: its text, and flags for right, wrong and out of tries. */
function standingOf(answer: PartView | undefined, text: string) {
  const isRight = answer?.right ?? false;
  return {
    isRight,
    isSpent: answer?.triesLeft === 0 && !isRight,
    isWrong: !isRight && answer?.verdict.outcome === 'wrong',
    isTried: (answer?.tries ?? 0) > 0,
    value: isRight && text === '' ? textOf(answer!) : text,
  };
}

/** Line for one number: typed, entered by keys, or composed of values from the network. */
export function EntryLine({ line, sheet, answer, decimals, field, children }: EntryLineProps) {
  const text = sheet.draft.value.texts[line] ?? '';
  const { isRight, isSpent, isWrong, isTried, value } = standingOf(answer, text);
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
        <div class={styles.lineTop}>
          <label for={id}>{partName(line)}</label>
          {decimals !== undefined && !isRight && !isSpent && (
            <Figures id={`${id}-figures`} words={figuresWords(line, decimals)} isBrief={isTried} />
          )}
        </div>
        <input
          id={id}
          ref={field}
          class={cx(styles.lineInput, 'digits')}
          {...numberField()}
          autoCapitalize="off"
          value={value}
          readOnly={isRight || isSpent}
          aria-invalid={isWrong}
          aria-describedby={`${id}-figures ${id}-note`}
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

interface FiguresProps {
  readonly id: string;
  readonly words: FiguresWords;
  /** True where the number of tries left stands beside it. */
  readonly isBrief: boolean;
}

/** Figures that the number needs: in full to screen readers, and as much in sight as the line has room for. */
function Figures({ id, words, isBrief }: FiguresProps) {
  return (
    <>
      <span class="visually-hidden" id={id}>
        {words.full}
      </span>
      <span class={cx(styles.figures, isBrief && styles.isBrief)} aria-hidden="true">
        <span class={styles.figuresShort}>{words.short}</span>
        <span class={styles.figuresBrief}>{words.decimals}</span>
      </span>
    </>
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
