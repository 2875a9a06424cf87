import { useEffect, useRef } from 'preact/hooks';
import type { PlayerView } from '@relay/shared/referee/view';
import type { AnswerSheet, Note } from '../../input/answerSheet';
import { linesOf } from '../../input/answerSheet';
import { type Caret, insertValue } from '../../input/caret';
import type { Line } from '../../input/draft';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import type { Formula } from '../../view/formula';
import type { RoundFacts } from '../../view/roundFacts';
import { say } from '../announcer';
import { focusMain, isFocusLost } from '../keptFocus';
import { remainingMs } from '../parts/Timer';
import { ActivationCurve } from './ActivationCurve';
import { Done } from './Done';
import { EntryLine } from './EntryLine';
import { Keypad } from './Keypad';
import type { Lead } from './lead';
import { PlacesNote } from './PlacesNote';
import { Product, SlotView } from './Slot';
import { VerdictZone } from './VerdictZone';

interface AnsweringProps {
  readonly sheet: AnswerSheet;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly facts: RoundFacts;
  readonly formula: Formula;
  readonly state: TableState;
  readonly lead: Lead | null;
  readonly mistake: Note | null;
  readonly onCloseMistake: () => void;
}

/** The question: the formula to be filled, the lines to be answered, the keys. */
export function Answering(props: AnsweringProps) {
  const { sheet, seat, facts, formula, state, lead, mistake, onCloseMistake } = props;
  const fields = {
    S: useRef<HTMLInputElement>(null),
    delta: useRef<HTMLInputElement>(null),
    G: useRef<HTMLInputElement>(null),
  };
  const lines = linesOf(seat.parts);
  const isOpen = (line: Line): boolean => !seat.answers[line]?.right && seat.answers[line]?.triesLeft !== 0;
  const pausedAt = state.view?.session['']?.pausedAt ?? null;
  const isTimeUp =
    remainingMs({ deadlineAt: seat.deadlineAt, pausedAt, clockOffsetMs: state.clockOffsetMs }) === 0;
  const isDone = seat.parts.every((part) => seat.answers[part]?.right || seat.answers[part]?.triesLeft === 0);

  /** The line in use, or the first that is still open. */
  const activeLine = (): Line | undefined => {
    const focused = sheet.focus.value;
    return focused && isOpen(focused) ? focused : lines.find(isOpen);
  };
  const edit = (change: (caret: Caret) => Caret): void => {
    const line = activeLine();
    const field = line && fields[line].current;
    if (!line || !field) return;
    const { value } = field;
    const isFocused = document.activeElement === field;
    const start = isFocused ? (field.selectionStart ?? value.length) : value.length;
    const end = isFocused ? (field.selectionEnd ?? value.length) : value.length;
    const caret = change({ text: value, start, end });
    field.value = caret.text;
    field.focus({ preventScroll: true });
    field.setSelectionRange(caret.start, caret.end);
    sheet.type(line, caret.text);
  };
  const insert = (value: string): void => edit((caret) => insertValue(caret, value));
  const send = (): void => {
    if (!sheet.sendAll()) say(t('play.nothingNew'));
  };

  // The line that was just put right gives the cursor on to the next one, when the cursor was there.
  const rightCount = lines.filter((line) => seat.answers[line]?.right).length;
  useEffect(() => {
    const focused = sheet.focus.peek();
    if (!focused || isOpen(focused) || document.activeElement !== fields[focused].current) return;
    const next = lines.find(isOpen);
    if (next) fields[next].current?.focus({ preventScroll: true });
  }, [rightCount]);

  const isHalted = isTimeUp || pausedAt !== null;
  const openCard = isDone || isHalted ? null : mistake;
  const covered = isDone ? 'all' : openCard || isHalted ? 'numbers' : 'nothing';
  const hand = useRef<HTMLDivElement>(null);
  const focusLine = (line: Line | undefined): void => {
    if (line) fields[line].current?.focus({ preventScroll: true });
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

  const slot = { facts, onInsert: insert };
  const single = formula.error ? [formula.error, ...(formula.valve ? [formula.valve] : [])] : [];
  const entry = (line: Line) => ({ line, sheet, answer: seat.answers[line], field: fields[line] });
  return (
    <div class={`answering ${formula.error ? 'asks-output' : ''}`}>
      <div class="ask">
        <h1>{t('play.ask')}</h1>
        <PlacesNote answer={seat.answers.places} taken={sheet.draft.value.taken.length} />
      </div>
      <div class="formula">
        {formula.rows.length > 0 && (
          <div class="sum-rows">
            {formula.rows.map((row, i) => (
              <div key={i} class="sum-row">
                <Product slots={row} {...slot} />
              </div>
            ))}
          </div>
        )}
        {formula.extras.length > 0 && (
          <div class="extras">
            <span class="extras-label">{t('play.extras')}</span>
            {formula.extras.map((place) => (
              <SlotView key={place} slot={{ number: null, place }} {...slot} />
            ))}
          </div>
        )}
        <div class="lines">
          {lines.includes('S') && (
            <EntryLine {...entry('S')}>
              <span class="sigma">Σ</span>
            </EntryLine>
          )}
          {lines.includes('delta') && (
            <EntryLine {...entry('delta')}>
              {formula.error ? (
                <Product slots={single} {...slot} />
              ) : (
                <>
                  <span class="sigma">Σ</span>
                  <span class="times">×</span>
                  {formula.valve && <SlotView slot={formula.valve} {...slot} />}
                </>
              )}
            </EntryLine>
          )}
          {lines.includes('G') && (
            <EntryLine {...entry('G')}>
              {lines.includes('delta') ? <span class="symbol">δ</span> : <Product slots={single} {...slot} />}
              <span class="times">×</span>
              <SlotView slot={formula.input} {...slot} />
            </EntryLine>
          )}
        </div>
      </div>
      <ActivationCurve facts={facts} unit={{ layer: seat.edge.layer, index: seat.edge.to }} />
      <div class="hand" ref={hand}>
        <VerdictZone newest={sheet.newest.value} open={openCard} seat={seat} onClose={closeCard} />
        <Keypad onEdit={edit} onSend={send} isSending={sheet.sending.value.size > 0} covered={covered} />
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
