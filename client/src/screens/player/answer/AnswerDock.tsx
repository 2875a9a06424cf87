import type { RefObject } from 'preact';
import { isPlacesPart, type Part } from '@relay/shared/question/part';
import { isSettled } from '@relay/shared/referee/round/progress';
import type { Caret } from '../../../input/caret';
import type { Line } from '../../../input/draft';
import { figuresWords } from '../../../describe/figures';
import { partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import { Done } from '../Done';
import { Keypad } from './Keypad';
import { ExtraQuestionButton } from '../relay/SpareTime';
import { type Seat, useOpenQuestion } from '../RoundContext';
import type { Standing } from './standing';
import { VerdictZone } from '../verdict/VerdictZone';
import { cx } from '../../../styles/cx';
import keypadStyles from './Keypad.module.css';
import styles from './AnswerDock.module.css';

interface HandProps {
  readonly hand: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Line[];
  /** Parts that can be sent. */
  readonly parts: readonly Part[];
  readonly standing: Standing;
  readonly onEdit: (change: (caret: Caret) => Caret) => void;
  readonly onSend: () => void;
  readonly onCloseCard: () => void;
}

/** Answer dock below the question: newest verdict, keys, and the cover over the keys. */
export function AnswerDock(props: HandProps) {
  const { hand, lines, standing, onCloseCard } = props;
  const { sheet, seat, own, lead, desk, nameOf } = useOpenQuestion();
  const newest = sheet.newest.value;
  const isExtra = newest?.part === 'extra';
  return (
    <div class={styles.hand} ref={hand}>
      <VerdictZone
        newest={desk !== 'extra' || isExtra ? newest : null}
        open={standing.openCard}
        seat={isExtra ? own : seat}
        nameOf={nameOf}
        rightWorking={lead?.rightWorking ?? null}
        before={figuresOf(lines, sheet.focus.value, seat)}
        onClose={onCloseCard}
      />
      <Keys {...props} />
      <Cover {...props} />
    </div>
  );
}

/** Figures that the line in use needs, or the first open one; empty where no number is asked. */
function figuresOf(lines: readonly Line[], focused: Line | null, seat: Seat): string {
  const open = lines.filter((line) => !isSettled(seat.answers[line]) && seat.decimals[line] !== undefined);
  const line = open.find((one) => one === focused) ?? open[0];
  if (line === undefined) return '';
  const { full } = figuresWords(line, seat.decimals[line]!);
  return lines.length > 1 ? t('play.figures.of', { part: partName(line), figures: full }) : full;
}

/** Keypad; for questions without a typed line, only the button that sends the places. */
function Keys({ lines, parts, standing, onEdit, onSend }: HandProps) {
  const { sheet } = useOpenQuestion();
  const isSending = sheet.sending.value.size > 0;
  if (lines.length > 0)
    return <Keypad onEdit={onEdit} onSend={onSend} isSending={isSending} covered={standing.covered} />;
  if (!parts.some(isPlacesPart) || standing.isDone) return null;
  return (
    <button
      type="button"
      class={cx(keypadStyles.key, keypadStyles.keySend)}
      data-send
      aria-busy={isSending}
      onClick={onSend}
    >
      {t('questions.sendPlaces')}
    </button>
  );
}

/** Cover over the keys while nothing can be sent. */
function Cover({ parts, standing: { isDone, isTimeUp, isPaused } }: HandProps) {
  const { seat, state, lead, onExtraQuestion } = useOpenQuestion();
  if (isDone) return <Done seat={seat} state={state} lead={lead} onExtraQuestion={onExtraQuestion} />;
  if (isTimeUp) return <TimeUp />;
  return isPaused && parts.length > 0 ? (
    <p class={cx(styles.cover, styles.coverNote)} data-cover>
      {t('play.paused')}
    </p>
  ) : null;
}

/** Notice that the time is up: in a relay the next layer receives the right values all the same. */
function TimeUp() {
  const { own, onExtraQuestion, facts } = useOpenQuestion();
  const { phase, isByLayer } = facts.run;
  return (
    <div class={cx(styles.cover, styles.coverNote)} data-cover>
      <p>
        {isByLayer ? t(phase === 'forward' ? 'relay.late.forward' : 'relay.late.backward') : t('play.timeUp')}
      </p>
      <ExtraQuestionButton seat={own} onExtraQuestion={onExtraQuestion} />
    </div>
  );
}
