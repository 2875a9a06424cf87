import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../describe/places';
import { type AnswerSheet, linesOf, type Note } from '../../input/answerSheet';
import type { Line } from '../../input/draft';
import type { Lever } from '../../input/lever';
import type { Wishes } from '../../input/wishes';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { isBareKind } from '../../view/asked';
import { type Desk, isDone as isThrough } from '../../view/desk';
import type { Formula } from '../../view/formula';
import type { RoundFacts } from '../../view/roundFacts';
import { activityOf } from '../../view/together';
import { say } from '../announcer';
import { focusMain, isFocusLost } from '../keptFocus';
import { remainingMs } from '../parts/Timer';
import { ActivationCurve } from './ActivationCurve';
import { AskHead } from './AskHead';
import { formOf } from './questions/forms';
import { EntryLine } from './EntryLine';
import { Hand } from './Hand';
import type { Lead } from './lead';
import { Finishing } from './relay/Finishing';
import { SpareTime } from './relay/SpareTime';
import { TurnStrip } from './relay/TurnStrip';
import { WarmUpStrip } from './relay/WarmUp';
import type { Insert } from './tapToInsert';
import { useLines } from './useLines';

type Seat = NonNullable<PlayerView['seat']>;

export interface AnsweringProps {
  readonly sheet: AnswerSheet;
  /** The player's own. */
  readonly own: Seat;
  /** What is asked of it now: of a further ◆, a seat at that one. */
  readonly seat: Seat;
  readonly desk: Desk;
  readonly facts: RoundFacts;
  /** null where no weight is in question. */
  readonly formula: Formula | null;
  readonly state: TableState;
  readonly lead: Lead | null;
  readonly wishes: Wishes;
  /** Asks for a further ◆, or goes back to it. */
  readonly onBonus: () => void;
  readonly onAside: () => void;
  /** Filled here: what puts a value into the line in use. */
  readonly insert: { current: Insert };
  readonly mistake: Note | null;
  readonly onCloseMistake: () => void;
  readonly lever: Signal<Lever>;
  readonly nameOf: PlaceNames;
  /** That help fell away or came back; empty where it did not. */
  readonly helpChange: string;
}

/** What can be handed in at a desk. */
function partsAt(desk: Desk, seat: Seat): readonly Part[] {
  if (desk === 'work') return seat.parts;
  return desk === 'wait' ? [] : [desk];
}

/** Whether there is something else to go back to: a vote that can be changed, a guess. */
function canLeave({ view }: TableState): boolean {
  const type = activityOf(view)?.type;
  return type === 'vote' || type === 'trial';
}

/** The question: the formula to be filled, the lines to be answered, the keys. */
export function Answering(props: AnsweringProps) {
  const { sheet, seat, own, desk, facts, formula, state, lead, lever, mistake } = props;
  const parts = partsAt(desk, seat);
  const lines = linesOf(parts);
  const { refOf, fieldOf, isOpen, edit, insert } = useLines(sheet, seat, lines);
  props.insert.current = insert;
  const pausedAt = state.view?.session['']?.pausedAt ?? null;
  const { deadlineAt } = seat;
  const isLate =
    seat.turn === 'closed' ||
    (deadlineAt !== null && remainingMs({ deadlineAt, pausedAt, clockOffsetMs: state.clockOffsetMs }) === 0);
  const isTimeUp = desk === 'work' && isLate;
  const isDone = desk === 'work' && isThrough(seat);
  const send = (): void => {
    if (!sheet.sendAll(parts)) say(t('play.nothingNew'));
  };

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
    props.onCloseMistake();
    const part = openCard?.part as Line | undefined;
    focusLine(part && lines.includes(part) && isOpen(part) ? part : lines.find(isOpen));
  };

  const entry = (line: Line, before: ComponentChildren) => (
    <EntryLine key={line} line={line} sheet={sheet} answer={seat.answers[line]} field={refOf(line)}>
      {before}
    </EntryLine>
  );
  const Form = formOf(desk, seat);
  const isWaiting = own.turn === 'waiting';
  const shape = `${formula?.error ? 'asks-output' : ''} ${lines.length > 0 ? '' : 'is-keyless'}`;
  return (
    <div class={`answering desk-${desk} asks-${seat.kind} ${shape}`} ref={form}>
      {props.helpChange !== '' && <p class="help-change">{props.helpChange}</p>}
      {own.finishing && <Finishing wishes={props.wishes} isSheet={facts.run.isPrivate} />}
      {state.mine?.warmUp === 'open' && <WarmUpStrip onAside={canLeave(state) ? props.onAside : null} />}
      {isWaiting && desk !== 'bonus' && <TurnStrip facts={facts} lane={own.lane} state={state} />}
      <AskHead {...props} hintable={isDone || isHalted ? [] : parts} />
      {Form && (
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
      )}
      {desk === 'work' && seat.edge && !isBareKind(seat.kind) && (
        <ActivationCurve
          layer={facts.network.layers[seat.edge.layer - 1]!}
          at={facts.pass.sums[seat.edge.layer - 1]![seat.edge.to]!}
          shows="tangent"
        >
          <b>{t('play.curve', { unit: seat.unit })}</b> {t('play.curveText')}
        </ActivationCurve>
      )}
      {isWaiting && desk !== 'bonus' && (
        <SpareTime seat={own} wishes={props.wishes} onBonus={props.onBonus} />
      )}
      <Hand
        {...props}
        hand={hand}
        lines={lines}
        parts={parts}
        openCard={openCard}
        covered={covered}
        isDone={isDone}
        isTimeUp={isTimeUp}
        isPaused={pausedAt !== null}
        onEdit={edit}
        onSend={send}
        onCloseCard={closeCard}
      />
    </div>
  );
}
