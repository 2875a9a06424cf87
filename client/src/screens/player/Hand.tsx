import type { RefObject } from 'preact';
import { isPlacesPart, type Part } from '@relay/shared/question/part';
import type { Note } from '../../input/answerSheet';
import type { Caret } from '../../input/caret';
import type { Line } from '../../input/draft';
import { t } from '../../strings/language';
import type { AnsweringProps } from './Answering';
import { Done } from './Done';
import { Keypad } from './Keypad';
import { BonusButton } from './relay/SpareTime';
import { VerdictZone } from './VerdictZone';

interface HandProps extends AnsweringProps {
  readonly hand: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Line[];
  /** What can be handed in. */
  readonly parts: readonly Part[];
  readonly openCard: Note | null;
  readonly covered: 'nothing' | 'numbers' | 'all';
  readonly isDone: boolean;
  readonly isTimeUp: boolean;
  readonly isPaused: boolean;
  readonly onEdit: (change: (caret: Caret) => Caret) => void;
  readonly onSend: () => void;
  readonly onCloseCard: () => void;
}

/** What lies at hand below the question: the newest verdict, the keys, and what covers them. */
export function Hand(props: HandProps) {
  const { hand, sheet, seat, own, state, lead, lines, parts, openCard, covered, isDone, isTimeUp } = props;
  const { newest } = sheet;
  const isNews = props.desk !== 'bonus' || newest.value?.part === 'bonus';
  const isSending = sheet.sending.value.size > 0;
  return (
    <div class="hand" ref={hand}>
      <VerdictZone
        newest={isNews ? newest.value : null}
        open={openCard}
        seat={newest.value?.part === 'bonus' ? own : seat}
        nameOf={props.nameOf}
        rightWorking={lead?.rightWorking ?? null}
        onClose={props.onCloseCard}
      />
      {lines.length > 0 ? (
        <Keypad onEdit={props.onEdit} onSend={props.onSend} isSending={isSending} covered={covered} />
      ) : (
        parts.some(isPlacesPart) &&
        !isDone && (
          <button type="button" class="key key-send" aria-busy={isSending} onClick={props.onSend}>
            {t('asks.sendPlaces')}
          </button>
        )
      )}
      {isDone ? (
        <Done seat={seat} state={state} lead={lead} onBonus={props.onBonus} />
      ) : isTimeUp ? (
        <TimeUp {...props} />
      ) : (
        props.isPaused && parts.length > 0 && <p class="cover cover-note">{t('play.paused')}</p>
      )}
    </div>
  );
}

/** Too late: where layers take turns the others have what they need all the same. */
function TimeUp({ own, facts: { run }, onBonus }: HandProps) {
  return (
    <div class="cover cover-note">
      <p>
        {run.isByLayer
          ? t(run.phase === 'forward' ? 'relay.late.forward' : 'relay.late.backward')
          : t('play.timeUp')}
      </p>
      <BonusButton seat={own} onBonus={onBonus} />
    </div>
  );
}
