import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { progressWords } from '../../../describe/together';
import { type Caret } from '../../../input/caret';
import { trialWords } from '../../../describe/together';
import { t } from '../../../strings/language';
import type { Table } from '../../../table/table';
import type { Trial } from '../../../view/together';
import { readGuess } from '../../../view/trial';
import { written } from '../../../view/written';
import { say } from '../../announcer';
import { isTouch } from '../../motion';
import { AlertIcon } from '../../parts/icons';
import { Keypad } from '../Keypad';

interface GuessFormProps {
  readonly table: Table;
  readonly trial: Trial;
  /** How many the network has. */
  readonly outputs: number;
  readonly extra: ComponentChildren;
}

/** One line for each output, and the keys. */
export function GuessForm({ table, trial, outputs, extra }: GuessFormProps) {
  const { view, mine } = table.state.value;
  const guess = mine?.guess ?? null;
  const [texts, type] = useState<readonly string[]>(() =>
    Array.from({ length: outputs }, (_, k) => (guess?.[k] === undefined ? '' : written(guess[k]))),
  );
  const [problem, complain] = useState<{ readonly text: string; readonly field: number | null } | null>(null);
  const [isSending, setSending] = useState(false);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const active = useRef(0);
  const put = (k: number, text: string): void => type(texts.map((other, i) => (i === k ? text : other)));

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
    put(k, caret.text);
    field.focus({ preventScroll: true });
    field.setSelectionRange(caret.start, caret.end);
  };
  const refuse = (text: string, field: number | null): void => {
    complain({ text, field });
    if (field !== null) fields.current[field]?.focus();
  };
  const send = async (): Promise<void> => {
    const read = readGuess(texts);
    if (!read.ok) return refuse(t('together.trial.unreadable', { output: `y${read.field + 1}` }), read.field);
    complain(null);
    setSending(true);
    const reply = await table.send({ type: 'makeGuess', outputs: read.outputs });
    setSending(false);
    if (!reply.accepted) return refuse(t(`rejection.${reply.rejection}`), null);
    say(t('together.trial.guessed', { outputs: read.outputs.map(written).join(', ') }));
  };
  const isPaused = (view?.session['']?.pausedAt ?? null) !== null;
  return (
    <div class="together">
      <h1>{t('together.trial.heading', { inputs: trial.x.map(written).join(', ') })}</h1>
      {view && <p>{trialWords(view, trial)}</p>}
      <div class="guess-fields">
        {texts.map((text, k) => (
          <label key={k} class="guess-entry">
            <span>{t('together.trial.output', { output: `y${k + 1}` })}</span>
            <input
              ref={(field) => {
                fields.current[k] = field;
              }}
              class="line-input digits"
              type="text"
              inputMode={isTouch() ? 'none' : 'text'}
              enterKeyHint="send"
              autoComplete="off"
              spellcheck={false}
              maxLength={64}
              value={text}
              aria-invalid={problem?.field === k}
              onInput={({ currentTarget }) => put(k, currentTarget.value)}
              onFocus={() => {
                active.current = k;
              }}
              onKeyDown={(event) => {
                // While a word is being composed, Enter belongs to the composition.
                if (event.key === 'Enter' && !event.isComposing && event.keyCode !== 229) void send();
              }}
            />
          </label>
        ))}
      </div>
      {problem && (
        <p class="problem" role="alert">
          <AlertIcon /> {problem.text}
        </p>
      )}
      {(guess || isPaused) && (
        <p class="vote-note is-cast">
          {isPaused
            ? t('play.paused')
            : t('together.trial.guessed', { outputs: guess!.map(written).join(', ') })}
        </p>
      )}
      {view && <p class="together-count digits">{progressWords(view, trial)}</p>}
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
