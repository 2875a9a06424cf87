import { useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { type HttpRejection, recoverSession } from '../../table/httpClient';
import { keepHost } from '../../table/tokenStore';
import { go } from '../address';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './RecoverForm.module.css';

/** Fields of the form: the session's code, the host code of the server, and the session's recovery word. */
const FIELDS = ['code', 'hostCode', 'word'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Field that a refusal is about. */
const FIELD_OF: Partial<Record<HttpRejection, (typeof FIELDS)[number]>> = {
  unknownCode: 'code',
  wrongHostCode: 'hostCode',
  wrongRecoveryWord: 'word',
};

/** Form that opens the console of a session whose browser is lost, or on a further device. */
export function RecoverForm() {
  const [typed, setTyped] = useState<Typed>({ code: '', hostCode: '', word: '' });
  const [problem, setProblem] = useState<HttpRejection | null>(null);
  const [isBusy, setBusy] = useState(false);
  const wrong = problem === null ? undefined : FIELD_OF[problem];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const asked = await recoverSession({ ...typed, hostCode: typed.hostCode.trim() });
    setBusy(false);
    setProblem(asked.ok ? null : asked.rejection);
    if (!asked.ok) return;
    const { code, sessionToken, projectorToken, recoveryWord } = asked.reply;
    keepHost(code, { token: sessionToken, projectorToken, recoveryWord });
    go(`/host?code=${code}`);
  };
  return (
    <details class={styles.recover}>
      <summary>{t('host.recover.heading')}</summary>
      <form class={styles.fields} onSubmit={(event) => void submit(event)} noValidate>
        <p class="hint">{t('host.recover.text')}</p>
        {FIELDS.map((name) => (
          <div key={name} class={shared.field}>
            <label for={`recover-${name}`}>{t(`host.recover.${name}`)}</label>
            <input
              id={`recover-${name}`}
              class={shared.input}
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              inputMode={name === 'code' ? 'numeric' : 'text'}
              maxLength={name === 'code' ? 20 : 100}
              value={typed[name]}
              aria-invalid={wrong === name}
              aria-describedby="recover-problem"
              onInput={({ currentTarget }) => {
                setTyped({ ...typed, [name]: currentTarget.value });
                setProblem(null);
              }}
            />
          </div>
        ))}
        <p id="recover-problem" class={shared.problem} role="alert">
          {problem && t(`rejection.${problem}`)}
        </p>
        <button type="submit" class={cx(shared.button, shared.buttonFirst)} disabled={isBusy}>
          {t('host.recover.open')}
        </button>
      </form>
    </details>
  );
}
