import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { MAX_ANSWER_LENGTH } from '@relay/shared/question/numbers/readNumber';
import { progressWords } from '../../../describe/activities';
import { type Caret } from '../../../input/caret';
import { trialWords } from '../../../describe/activities';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import { pausedAtOf } from '../../../picture/session';
import type { Trial } from '../../../picture/activities/activity';
import { readGuess } from '../../../picture/activities/trial';
import { written } from '../../../picture/numbers/written';
import { say } from '../../announcer';
import { AlertIcon } from '../../parts/icons';
import { Keypad } from '../answer/Keypad';
import { isEnter, numberField } from '../answer/numberField';
import { Reading } from '../answer/Reading';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import entryLineStyles from '../answer/EntryLine.module.css';
import togetherStyles from './Together.module.css';
import styles from './GuessForm.module.css';

interface GuessFormProps {
  readonly table: Table;
  readonly trial: Trial;
  /** Number of the network's outputs. */
  readonly outputs: number;
  readonly extra: ComponentChildren;
}

interface Problem {
  readonly text: string;
  /** Index of the line with the problem; null without one. */
  readonly field: number | null;
}

/** Lines of a guess: their texts, and the edits by keys to the line in use. */
function useGuessLines(outputs: number, guess: readonly number[] | null) {
  const [texts, setTexts] = useState<readonly string[]>(() =>
    Array.from({ length: outputs }, (_, k) => (guess?.[k] === undefined ? '' : written(guess[k]))),
  );
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const active = useRef(0);
  const setText = (k: number, text: string): void =>
    setTexts(texts.map((other, i) => (i === k ? text : other)));
  const edit = (change: (caret: Caret) => Caret): void => {
    const k = active.current;
    const field = fields.current[k];
    if (!field) return;
    const { value } = field;
    const end = value.length;
    const caret = change({
      text: value,
      start: field.selectionStart ?? end,
      end: field.selectionEnd ?? end,
    });
    field.value = caret.text;
    setText(k, caret.text);
    field.focus({ preventScroll: true });
    field.setSelectionRange(caret.start, caret.end);
  };
  return { texts, fields, active, setText, edit };
}

/** Sends a guess, and reports the reply. */
function useSending(table: Table, texts: readonly string[], focusField: (field: number) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const refuse = (text: string, field: number | null): void => {
    setProblem({ text, field });
    if (field !== null) focusField(field);
  };
  const send = async (): Promise<void> => {
    const read = readGuess(texts);
    if (!read.ok)
      return refuse(t('activities.trial.unreadable', { output: `y${read.field + 1}` }), read.field);
    setProblem(null);
    setSending(true);
    const reply = await table.send({ type: 'makeGuess', outputs: read.outputs });
    setSending(false);
    if (!reply.accepted) return refuse(t(`rejection.${reply.rejection}`), null);
    say(guessedWords(read.outputs));
  };
  return { problem, isSending, send };
}

const guessedWords = (outputs: readonly number[]): string =>
  t('activities.trial.guessed', { outputs: outputs.map(written).join(', ') });

/** Form of a guess: one line for each output, and the keys. */
export function GuessForm({ table, trial, outputs, extra }: GuessFormProps) {
  const { view, mine } = table.state.value;
  const guess = mine?.guess ?? null;
  const { texts, fields, active, setText, edit } = useGuessLines(outputs, guess);
  const { problem, isSending, send } = useSending(table, texts, (field) => fields.current[field]?.focus());
  const isPaused = pausedAtOf(view) !== null;
  return (
    <div class={togetherStyles.together}>
      <h1>{t('activities.trial.heading', { inputs: trial.x.map(written).join(', ') })}</h1>
      {view && <p>{trialWords(view, trial)}</p>}
      <div class={styles.guessFields}>
        {texts.map((text, k) => (
          <label key={k} class={styles.guessEntry}>
            <span class={styles.guessName}>
              {t('activities.trial.output', { output: `y${k + 1}` })}
              <Reading text={text} />
            </span>
            <input
              ref={(field) => {
                fields.current[k] = field;
              }}
              class={cx(entryLineStyles.lineInput, styles.lineInput, 'digits')}
              {...numberField()}
              maxLength={MAX_ANSWER_LENGTH}
              value={text}
              aria-invalid={problem?.field === k}
              onInput={({ currentTarget }) => setText(k, currentTarget.value)}
              onFocus={() => {
                active.current = k;
              }}
              onKeyDown={(event) => {
                if (isEnter(event)) void send();
              }}
            />
          </label>
        ))}
      </div>
      {problem && (
        <p class={shared.problem} role="alert">
          <AlertIcon /> {problem.text}
        </p>
      )}
      {(guess || isPaused) && (
        <p class={cx(togetherStyles.voteNote, togetherStyles.isCast)}>
          {isPaused ? t('play.paused') : guessedWords(guess!)}
        </p>
      )}
      {view && <p class={cx(togetherStyles.togetherCount, 'digits')}>{progressWords(view, trial)}</p>}
      <Keypad
        onEdit={edit}
        onSend={() => void send()}
        isSending={isSending}
        covered={isPaused ? 'all' : 'nothing'}
      />
      {extra}
    </div>
  );
}
