import type { Signal } from '@preact/signals';
import { type ComponentChildren, createRef } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { isSettled } from '@relay/shared/referee/progress';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../describe/places';
import type { AnswerSheet, Note } from '../../input/answerSheet';
import { linesOf } from '../../input/answerSheet';
import { type Caret, insertValue } from '../../input/caret';
import type { Line } from '../../input/draft';
import type { Lever } from '../../input/lever';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import type { Formula } from '../../view/formula';
import type { RoundFacts } from '../../view/roundFacts';
import { say } from '../announcer';
import { focusMain, isFocusLost } from '../keptFocus';
import { remainingMs } from '../parts/Timer';
import { FORMS } from './asks/forms';
import { ActivationCurve } from './ActivationCurve';
import { Done } from './Done';
import { EntryLine } from './EntryLine';
import { Keypad } from './Keypad';
import type { Lead } from './lead';
import { PlacesNote } from './PlacesNote';
import type { Insert } from './tapToInsert';
import { VerdictZone } from './VerdictZone';

interface AnsweringProps {
  readonly sheet: AnswerSheet;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly facts: RoundFacts;
  /** null where no weight is in question. */
  readonly formula: Formula | null;
  readonly state: TableState;
  readonly lead: Lead | null;
  /** Filled here: what puts a value into the line in use. */
  readonly insert: { current: Insert };
  readonly mistake: Note | null;
  readonly onCloseMistake: () => void;
  readonly lever: Signal<Lever>;
  readonly nameOf: PlaceNames;
  /** That help fell away or came back; empty where it did not. */
  readonly helpChange: string;
}

/** The question: the formula to be filled, the lines to be answered, the keys. */
export function Answering(props: AnsweringProps) {
  const { sheet, seat, facts, formula, state, lead, mistake, onCloseMistake } = props;
  const { lever, nameOf, helpChange } = props;
  const lines = linesOf(seat.parts);
  const fields = useMemo(
    () => new Map(lines.map((line) => [line, createRef<HTMLInputElement>()])),
    [lines.join(' ')],
  );
  const fieldOf = (line: Line | undefined): HTMLInputElement | null | undefined =>
    line && fields.get(line)?.current;
  const isOpen = (line: Line): boolean => !isSettled(seat.answers[line]);
  const pausedAt = state.view?.session['']?.pausedAt ?? null;
  const { deadlineAt } = seat;
  const isTimeUp =
    seat.turn === 'closed' ||
    (deadlineAt !== null && remainingMs({ deadlineAt, pausedAt, clockOffsetMs: state.clockOffsetMs }) === 0);
  const isDone = seat.parts.every((part) => isSettled(seat.answers[part]));

  /** The line in use, or the first that is still open. */
  const activeLine = (): Line | undefined => {
    const focused = sheet.focus.value;
    return focused && isOpen(focused) && fieldOf(focused)
      ? focused
      : lines.find((line) => isOpen(line) && fieldOf(line));
  };
  const edit = (change: (caret: Caret) => Caret): HTMLInputElement | null => {
    const line = activeLine();
    const field = fieldOf(line);
    if (!line || !field) return null;
    const { value } = field;
    const isFocused = document.activeElement === field;
    const start = isFocused ? (field.selectionStart ?? value.length) : value.length;
    const end = isFocused ? (field.selectionEnd ?? value.length) : value.length;
    const caret = change({ text: value, start, end });
    field.value = caret.text;
    sheet.type(line, caret.text);
    // Who goes through the list of values by keyboard goes on from there.
    if (document.activeElement?.closest('.places')) return field;
    field.focus({ preventScroll: true });
    field.setSelectionRange(caret.start, caret.end);
    return field;
  };
  const insert: Insert = (value, operator) => edit((caret) => insertValue(caret, value, operator));
  props.insert.current = insert;
  const send = (): void => {
    if (!sheet.sendAll()) say(t('play.nothingNew'));
  };

  // The line that was just put right gives the cursor on to the next one, when the cursor was there.
  const rightCount = lines.filter((line) => seat.answers[line]?.right).length;
  useEffect(() => {
    const focused = sheet.focus.peek();
    if (!focused || isOpen(focused) || document.activeElement !== fieldOf(focused)) return;
    const next = lines.find(isOpen);
    fieldOf(next)?.focus({ preventScroll: true });
  }, [rightCount]);

  const isHalted = isTimeUp || pausedAt !== null;
  const openCard = isDone || isHalted ? null : mistake;
  const covered = isDone ? 'all' : openCard || isHalted ? 'numbers' : 'nothing';
  const hand = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const focusLine = (line: Line | undefined): void => {
    const field = fieldOf(line);
    const choice = form.current?.querySelector<HTMLElement>('[data-choice][aria-disabled="false"]');
    if (field) field.focus({ preventScroll: true });
    else if (choice) choice.focus({ preventScroll: true });
    else focusMain();
  };
  useEffect(() => {
    if (!isFocusLost()) return;
    const button = hand.current?.querySelector<HTMLElement>('.cover button');
    if (button) button.focus({ preventScroll: true });
    else if (covered !== 'nothing') focusLine(lines.at(-1));
  }, [covered]);
  const closeCard = (): void => {
    onCloseMistake();
    const part = openCard?.part;
    focusLine(part && part !== 'places' && isOpen(part) ? part : lines.find(isOpen));
  };

  const entry = (line: Line, before: ComponentChildren) => (
    <EntryLine key={line} line={line} sheet={sheet} answer={seat.answers[line]} field={fields.get(line)!}>
      {before}
    </EntryLine>
  );
  const Form = FORMS[seat.kind];
  const hasKeys = lines.length > 0;
  const isSending = sheet.sending.value.size > 0;
  return (
    <div
      class={`answering asks-${seat.kind} ${formula?.error ? 'asks-output' : ''} ${hasKeys ? '' : 'is-keyless'}`}
      ref={form}
    >
      {helpChange !== '' && <p class="help-change">{helpChange}</p>}
      <div class="ask">
        <h1>{t(`play.asks.${seat.kind}`, { unit: seat.unit })}</h1>
        {seat.parts.includes('places') && (
          <PlacesNote answer={seat.answers.places} taken={sheet.draft.value.taken.length} />
        )}
      </div>
      <Form
        sheet={sheet}
        seat={seat}
        facts={facts}
        formula={formula}
        lines={lines}
        state={state}
        lead={lead}
        lever={lever}
        onInsert={insert}
        entry={entry}
      />
      {seat.edge && seat.kind !== 'blank' && (
        <ActivationCurve
          layer={facts.network.layers[seat.edge.layer - 1]!}
          at={facts.pass.sums[seat.edge.layer - 1]![seat.edge.to]!}
          shows="tangent"
        >
          <b>{t('play.curve', { unit: seat.unit })}</b> {t('play.curveText')}
        </ActivationCurve>
      )}
      <div class="hand" ref={hand}>
        <VerdictZone
          newest={sheet.newest.value}
          open={openCard}
          seat={seat}
          nameOf={nameOf}
          rightWorking={lead?.rightWorking ?? null}
          onClose={closeCard}
        />
        {hasKeys ? (
          <Keypad onEdit={edit} onSend={send} isSending={isSending} covered={covered} />
        ) : (
          seat.parts.includes('places') &&
          !isDone && (
            <button type="button" class="key key-send" aria-busy={isSending} onClick={send}>
              {t('asks.sendPlaces')}
            </button>
          )
        )}
        {isDone ? (
          <Done seat={seat} state={state} lead={lead} />
        ) : isTimeUp ? (
          <p class="cover cover-note">{t('play.timeUp')}</p>
        ) : (
          pausedAt !== null && <p class="cover cover-note">{t('play.paused')}</p>
        )}
      </div>
    </div>
  );
}
