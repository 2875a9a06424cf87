import { readyPlan } from '@relay/shared/lesson/plan';
import type { PlanFile } from '@relay/shared/referee/plan/planFile';
import { useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { createSession, type HttpRejection } from '../../table/httpClient';
import { keepHost } from '../../table/tokenStore';
import { go } from '../address';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import {
  type Choices,
  forgetHostCode,
  recallChoices,
  networkChosen,
  OWN,
  recallHostCode,
  rememberChoices,
  requestOf,
  settingsChosen,
} from './choices';
import { MoreChoices } from './MoreChoices';
import { KindCards } from './KindCards';
import { NetworkField, networkTitle } from './NetworkField';
import { PastSessions } from './PastSessions';
import type { Chosen } from './rules/ruleFields';
import { PlanField } from './plan/PlanField';
import { RecoverForm } from './RecoverForm';
import { TeamsField } from './TeamsField';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';
import styles from './CreateForm.module.css';

type Problem = HttpRejection | 'duePast' | null;

/** Choices for a new session, as the host left them last time. */
function useChoices() {
  const [choices, setChoices] = useState(recallChoices);
  const { kind, chosen } = choices;
  const choose = (change: Partial<Choices>): void => setChoices((before) => ({ ...before, ...change }));
  const setRules = (rules: Chosen): void => choose({ chosen: { ...chosen, [kind]: rules } });
  const rule = (change: Chosen): void => setRules({ ...chosen[kind], ...change });
  // The number of teams stays: the form itself asks for it.
  const resetRules = (): void => {
    const { teams } = chosen[kind];
    setRules(teams === undefined ? {} : { teams });
  };
  return { choices, choose, rule, resetRules };
}

/** Creates a session and opens its console. */
function useCreating(choices: Choices, hostCode: string) {
  const [problem, setProblem] = useState<Problem>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { dueAt } = settingsChosen(choices);
    if (dueAt !== null && dueAt <= Date.now()) return setProblem('duePast');
    setBusy(true);
    setProblem(null);
    const typed = hostCode.trim();
    const asked = await createSession(requestOf(choices, typed));
    setBusy(false);
    if (!asked.ok) {
      if (asked.rejection === 'wrongHostCode') forgetHostCode();
      return setProblem(asked.rejection);
    }
    const { code, sessionToken, projectorToken, recoveryWord } = asked.reply;
    rememberChoices(choices, typed);
    keepHost(code, { token: sessionToken, projectorToken, recoveryWord, title: networkTitle(choices) });
    go(`/host?code=${code}`);
  };
  return { problem, isBusy, submit, forgetProblem: () => setProblem(null) };
}

/** Sentence shown below the form. A network with nothing to ask is reported beside the rule instead. */
function problemWords(problem: Problem): string {
  if (problem === 'duePast') return t('rules.dueAt.past');
  return problem === null || problem === 'nothingToAsk' ? '' : t(`rejection.${problem}`);
}

/** Form that creates a session: host code, kind of session, network. Remembers the last choices. */
export function CreateForm({ newest }: { readonly newest: string | null }) {
  useTitle(t('title.host'));
  const [hostCode, setHostCode] = useState(recallHostCode);
  const { choices, choose, rule, resetRules } = useChoices();
  const { problem, isBusy, submit, forgetProblem } = useCreating(choices, hostCode);
  const { kind } = choices;
  const settings = settingsChosen(choices);
  return (
    <Shell>
      <form class={cx(pages.page, styles.create)} onSubmit={(event) => void submit(event)} noValidate>
        <h1>{t('host.heading')}</h1>
        <KindCards kind={kind} onChoose={(one) => choose({ kind: one })} />
        <div class={styles.createFields}>
          <HostCodeField
            hostCode={hostCode}
            problem={problem}
            onType={(typed) => {
              setHostCode(typed);
              forgetProblem();
            }}
          />
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
        <LessonPlan choices={choices} onChange={choose} />
        <MoreChoices
          choices={choices}
          isRefused={problem === 'nothingToAsk'}
          onChange={(change) => {
            rule(change);
            forgetProblem();
          }}
          onReset={resetRules}
        />
        <p id="host-problem" class={shared.problem} role="alert">
          {problemWords(problem)}
        </p>
        <button
          type="submit"
          class={cx(shared.button, shared.buttonFirst, shared.buttonTall)}
          disabled={isBusy}
        >
          {isBusy ? t('host.creating') : t('host.create')}
        </button>
        <Elsewhere newest={newest} />
        <PastSessions />
      </form>
      <RecoverForm />
    </Shell>
  );
}

/** Links to the session created last, and to the connection check. */
function Elsewhere({ newest }: { readonly newest: string | null }) {
  return (
    <>
      {newest !== null && (
        <Link to={`/host?code=${newest}`} class={shared.link}>
          {t('host.goBack', { code: newest })}
        </Link>
      )}
      <Link to="/report" class={shared.link}>
        {t('host.earlierReport')}
      </Link>
      <Link to="/check" class={shared.link}>
        {t('host.check')}
      </Link>
      <Link to="/sheets" class={shared.link}>
        {t('host.sheets')}
      </Link>
      <Link to="/guide" class={shared.link}>
        {t('host.guide')}
      </Link>
    </>
  );
}

interface LessonPlanProps {
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** Plan of a lesson; nothing for the other kinds of session. */
function LessonPlan({ choices, onChange }: LessonPlanProps) {
  if (choices.kind !== 'lesson') return null;
  return (
    <PlanField
      plan={choices.plan ?? readyPlan('lesson50', t('plan.ready.lesson50.name'))}
      onChoose={(plan) => onChange({ plan, ...networkOfPlan(plan) })}
    />
  );
}

/** Network that a plan was made for, as a choice of the form. */
function networkOfPlan({ network }: PlanFile): Partial<Choices> {
  if (network === undefined) return {};
  return typeof network === 'string' ? { lessonNetwork: network } : { lessonNetwork: OWN, own: network };
}

interface HostCodeFieldProps {
  readonly hostCode: string;
  readonly problem: Problem;
  readonly onType: (typed: string) => void;
}

function HostCodeField({ hostCode, problem, onType }: HostCodeFieldProps) {
  return (
    <div class={shared.field}>
      <label for="host-code">{t('host.hostCode')}</label>
      <input
        id="host-code"
        class={shared.input}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={hostCode}
        aria-invalid={problem === 'wrongHostCode'}
        aria-describedby={problem === null ? 'host-code-hint' : 'host-problem'}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <p id="host-code-hint" class="hint">
        {t('host.hostCodeHint')}
      </p>
    </div>
  );
}
