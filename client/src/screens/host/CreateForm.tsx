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
  networkChosen,
  recallHostCode,
  rememberChoices,
  requestOf,
  settingsChosen,
} from './choices';
import { MoreChoices } from './MoreChoices';
import { KindCards } from './KindCards';
import { NetworkField } from './NetworkField';
import type { Chosen } from './rules/ruleFields';
import { TeamsField } from './TeamsField';

/** Asks for the host code and what is to be played, and opens a session. Comes back as it was left. */
export function CreateForm({ newest }: { readonly newest: string | null }) {
  useTitle(t('title.host'));
  const [hostCode, setHostCode] = useState(recallHostCode);
  const [choices, setChoices] = useState(recallChoices);
  const [problem, setProblem] = useState<Refused | 'duePast' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const choose = (change: Partial<Choices>): void => setChoices((before) => ({ ...before, ...change }));
  const { kind } = choices;
  const settings = settingsChosen(choices);
  const setRules = (rules: Chosen): void => choose({ chosen: { ...choices.chosen, [kind]: rules } });
  const rule = (change: Chosen): void => setRules({ ...choices.chosen[kind], ...change });

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (settings.dueAt !== null && settings.dueAt <= Date.now()) return setProblem('duePast');
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
        <KindCards kind={kind} onChoose={(one) => choose({ kind: one })} />
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
          {settings.pacing !== 'self' && (
            <TeamsField settings={settings} onChoose={(teams) => rule({ teams })} />
          )}
          <NetworkField
            network={networkChosen(choices)}
            own={choices.own}
            onChoose={(network, own) =>
              choose({ own, ...(kind === 'lesson' ? { lessonNetwork: network } : { network }) })
            }
          />
        </div>
        <MoreChoices
          choices={choices}
          isRefused={problem === 'nothingToAsk'}
          onChange={(change) => {
            rule(change);
            setProblem(null);
          }}
          onReset={() => {
            const { teams } = choices.chosen[kind];
            setRules(teams === undefined ? {} : { teams });
          }}
        />
        <p id="host-problem" class="problem" role="alert">
          {problem === 'duePast'
            ? t('rules.dueAt.past')
            : problem !== null && problem !== 'nothingToAsk' && t(`rejection.${problem}`)}
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
