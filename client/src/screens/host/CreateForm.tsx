import { useState } from 'preact/hooks';
import { PRESETS } from '@relay/shared/lesson/presets';
import { t } from '../../strings/language';
import { createSession } from '../../table/door';
import { keepHost } from '../../table/keptTokens';
import { go } from '../address';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import { isNamedNetwork } from './networks';

const MOST_TEAMS = 12;

/** Asks for the host code and the network, and opens a session. */
export function CreateForm({ newest }: { readonly newest: string | null }) {
  useTitle(t('title.host'));
  const [hostCode, setHostCode] = useState('');
  const [network, setNetwork] = useState(PRESETS[0]!.id);
  const [teams, setTeams] = useState(1);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    const asked = await createSession({ hostCode: hostCode.trim(), network, teams });
    setBusy(false);
    if (!asked.ok) return setProblem(t(`rejection.${asked.rejection}`));
    const { code, sessionToken, projectorToken } = asked.reply;
    keepHost(code, { token: sessionToken, projectorToken });
    go(`/host?code=${code}`);
  };

  return (
    <Shell>
      <form class="sheet" onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('host.heading')}</h1>
        <div class="field">
          <label for="host-code">{t('host.hostCode')}</label>
          <input
            id="host-code"
            class="input"
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            value={hostCode}
            aria-invalid={problem !== ''}
            aria-describedby={problem === '' ? 'host-code-hint' : 'host-problem'}
            onInput={(event) => setHostCode(event.currentTarget.value)}
          />
          <p id="host-code-hint" class="hint">
            {t('host.hostCodeHint')}
          </p>
        </div>
        <div class="field">
          <label for="network">{t('host.network')}</label>
          <select
            id="network"
            class="input"
            value={network}
            aria-describedby="network-text"
            onChange={(event) => setNetwork(event.currentTarget.value)}
          >
            {PRESETS.map(({ id, file }) => (
              <option key={id} value={id}>
                {isNamedNetwork(id) ? t(`host.networks.${id}`) : file.name}
              </option>
            ))}
          </select>
          <p id="network-text" class="hint">
            {isNamedNetwork(network) ? t(`host.networkTexts.${network}`) : ''}
          </p>
        </div>
        <div class="field">
          <label for="teams">{t('host.teams')}</label>
          <select
            id="teams"
            class="input"
            value={teams}
            onChange={(event) => setTeams(Number(event.currentTarget.value))}
          >
            {Array.from({ length: MOST_TEAMS }, (_, i) => i + 1).map((count) => (
              <option key={count} value={count}>
                {count === 1 ? t('host.oneTeam') : count}
              </option>
            ))}
          </select>
        </div>
        <p id="host-problem" class="problem" role="alert">
          {problem}
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
