import { useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { createSession, type Refused } from '../../table/door';
import { keepHost } from '../../table/keptTokens';
import { go } from '../address';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import {
  type Choices,
  forgetHostCode,
  recallChoices,
  recallHostCode,
  rememberChoices,
  requestOf,
} from './choices';
import { MoreChoices } from './MoreChoices';
import { KindCards } from './KindCards';
import { NetworkField } from './NetworkField';
import { TeamsField } from './TeamsField';

/** Asks for the host code and what is to be played, and opens a session. Comes back as it was left. */
export function CreateForm({ newest }: { readonly newest: string | null }) {
  useTitle(t('title.host'));
  const [hostCode, setHostCode] = useState(recallHostCode);
  const [choices, setChoices] = useState(recallChoices);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const choose = (change: Partial<Choices>): void => setChoices((before) => ({ ...before, ...change }));

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const typed = hostCode.trim();
    const asked = await createSession(requestOf(choices, typed));
    setBusy(false);
    if (!asked.ok) {
      if (asked.rejection === 'wrongHostCode') forgetHostCode();
      return setProblem(asked.rejection);
    }
    const { code, sessionToken, projectorToken } = asked.reply;
    rememberChoices(choices, typed);
    keepHost(code, { token: sessionToken, projectorToken });
    go(`/host?code=${code}`);
  };

  return (
    <Shell>
      <form class="sheet sheet-create" onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('host.heading')}</h1>
        <KindCards kind={choices.kind} onChoose={(kind) => choose({ kind })} />
        <div class="create-fields">
          <div class="field">
            <label for="host-code">{t('host.hostCode')}</label>
            <input
              id="host-code"
              class="input"
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              value={hostCode}
              aria-invalid={problem === 'wrongHostCode'}
              aria-describedby={problem === null ? 'host-code-hint' : 'host-problem'}
              onInput={(event) => {
                setHostCode(event.currentTarget.value);
                setProblem(null);
              }}
            />
            <p id="host-code-hint" class="hint">
              {t('host.hostCodeHint')}
            </p>
          </div>
          <TeamsField
            kind={choices.kind}
            teams={choices.teams[choices.kind]}
            onChoose={(teams) => choose({ teams: { ...choices.teams, [choices.kind]: teams } })}
          />
          <NetworkField
            network={choices.network}
            own={choices.own}
            onChoose={(network, own) => choose({ network, own })}
          />
        </div>
        <MoreChoices
          asks={choices.asks}
          help={choices.help}
          isRefused={problem === 'nothingToAsk'}
          onChoose={(change) => {
            choose(change);
            setProblem(null);
          }}
        />
        <p id="host-problem" class="problem" role="alert">
          {problem !== null && problem !== 'nothingToAsk' && t(`rejection.${problem}`)}
        </p>
        <button type="submit" class="button button-first button-tall" disabled={isBusy}>
          {isBusy ? t('host.creating') : t('host.create')}
        </button>
        {newest !== null && (
          <Link to={`/host?code=${newest}`} class="link">
            {t('host.goBack', { code: newest })}
          </Link>
        )}
      </form>
    </Shell>
  );
}
