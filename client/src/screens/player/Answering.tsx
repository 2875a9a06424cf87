import type { ComponentChildren } from 'preact';
import type { Part } from '@relay/shared/question/question';
import { linesOf } from '../../input/answerForm';
import type { Line } from '../../input/draft';
import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { isBareKind } from '../../picture/questionAsked';
import { activityOf } from '../../picture/activities/activity';
import { say } from '../announcer';
import { ActivationCurve } from './ActivationCurve';
import { partsIn } from './answer/answerable';
import { QuestionHeading } from './QuestionHeading';
import { formOf } from './questions/forms';
import { EntryLine } from './answer/EntryLine';
import { AnswerDock } from './answer/AnswerDock';
import { Finishing } from './relay/Finishing';
import { SpareTime } from './relay/SpareTime';
import { TurnStrip } from './relay/TurnStrip';
import { WarmUpStrip } from './relay/WarmUp';
import { type OpenQuestion, type RoundValue, useOpenQuestion } from './RoundContext';
import { type Standing, standingOf } from './answer/standing';
import { useHints } from './relay/useHints';
import { useAnswerFocus } from './answer/useAnswerFocus';
import { type Lines, useLines } from './answer/useLines';
import { cx } from '../../styles/cx';
import styles from './Answering.module.css';

/** Tells if a player can put a warm-up aside and return to a vote or a trial. */
function canLeave({ view }: TableState): boolean {
  const type = activityOf(view)?.type;
  return type === 'vote' || type === 'trial';
}

/** Tells if the player waits for a turn without an extra question. */
const isIdle = ({ own, desk }: OpenQuestion & Pick<RoundValue, 'desk'>): boolean =>
  own.turn === 'waiting' && desk !== 'extra';

/**
 * Tells if the formula is short (an output unit, no misplaced values), which leaves room for the curve beside the form.
 */
const isShort = ({ formula }: RoundValue): boolean => !!formula?.error && formula.extras.length === 0;

/** Tells if a cover lies over the keys or replaces them. */
const hasCover = ({ isDone, isTimeUp, isPaused, openCard }: Standing, parts: readonly Part[]): boolean =>
  isDone || isTimeUp || openCard !== null || (isPaused && parts.length > 0);

/** Question page: the formula to fill in, the lines to answer, the keys. */
export function Answering() {
  const round = useOpenQuestion();
  const { sheet, seat, own, desk, wishes } = round;
  const parts = partsIn(desk, seat);
  const lines = linesOf(parts);
  const keys = useLines(sheet, seat, lines);
  round.insert.current = keys.insert;
  const standing = standingOf(round);
  const hintable = standing.isDone || standing.isHalted ? [] : parts;
  const { hand, form, closeCard } = useAnswerFocus(standing, lines, keys, round.onCloseMistake);
  const hints = useHints(round, hintable);
  const send = (): void => {
    if (!sheet.sendAll(parts)) say(t('play.nothingNew'));
  };
  return (
    <div
      class={cx(styles.answering, isShort(round) && styles.isShort)}
      data-mode={desk}
      data-kind={seat.kind}
      data-keys={lines.length > 0 ? 'pad' : 'none'}
      data-cover={hasCover(standing, parts) || undefined}
      data-hints={hints.isOpen ? 'open' : hints.told.length > 0 ? 'told' : undefined}
      ref={form}
    >
      <Strips />
      <QuestionHeading hints={hints} />
      <QuestionForm lines={lines} keys={keys} />
      <OwnCurve />
      {isIdle(round) && <SpareTime seat={own} wishes={wishes} onExtraQuestion={round.onExtraQuestion} />}
      <AnswerDock
        hand={hand}
        lines={lines}
        parts={parts}
        standing={standing}
        onEdit={keys.edit}
        onSend={send}
        onCloseCard={closeCard}
      />
    </div>
  );
}

/** Notices above the question: changed help, extra time after the reveal, warm-up, whose turn it is. */
function Strips() {
  const round = useOpenQuestion();
  const { helpChange, own, wishes, state, facts } = round;
  return (
    <>
      {helpChange !== '' && (
        <p class={styles.helpChange} data-testid="help-change">
          {helpChange}
        </p>
      )}
      {own.finishing && <Finishing wishes={wishes} isSheet={facts.run.isPrivate} />}
      {state.mine?.warmUp === 'open' && <WarmUpStrip onAside={canLeave(state) ? round.onAside : null} />}
      {isIdle(round) && <TurnStrip facts={facts} lane={own.lane} state={state} />}
    </>
  );
}

interface QuestionFormProps {
  readonly lines: readonly Line[];
  readonly keys: Lines;
}

/** Form of the question, by its kind. */
function QuestionForm({ lines, keys }: QuestionFormProps) {
  const { sheet, seat, desk, facts, formula, state, lead, lever } = useOpenQuestion();
  const Form = formOf(desk, seat);
  if (!Form) return null;
  const entry = (line: Line, before: ComponentChildren) => (
    <EntryLine
      key={line}
      line={line}
      sheet={sheet}
      answer={seat.answers[line]}
      decimals={seat.decimals[line]}
      field={keys.refOf(line)}
    >
      {before}
    </EntryLine>
  );
  const given = { sheet, seat, facts, formula, lines, state, lead, lever };
  return <Form {...given} onInsert={keys.insert} entry={entry} />;
}

/** Activation curve of the player's unit with its tangent; none for a blank network. */
function OwnCurve() {
  const { desk, seat, facts } = useOpenQuestion();
  const { edge } = seat;
  if (desk !== 'work' || !edge || isBareKind(seat.kind)) return null;
  return (
    <ActivationCurve
      layer={facts.network.layers[edge.layer - 1]!}
      at={facts.pass.sums[edge.layer - 1]![edge.to]!}
      shows="tangent"
    >
      <b>{t('play.curve', { unit: seat.unit })}</b> {t('play.curveText')}
    </ActivationCurve>
  );
}
