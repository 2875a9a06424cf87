import { planFileOf } from '@relay/shared/referee/plan/planSteps';
import type { PlanFile } from '@relay/shared/referee/plan/planFile';
import type { PlanWords } from '@relay/shared/referee/plan/planSteps';
import type { SessionView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import { changePlan, type HttpRejection } from '../../../table/httpClient';
import { lazyPart } from '../../lazyPart';
import { Loading } from '../../parts/Loading';
import shared from '../../parts/shared.module.css';
import { PlanFileButtons } from './PlanFileButtons';
import styles from './PlanEditor.module.css';

const PlanEditor = lazyPart(async () => (await import('./PlanEditor')).PlanEditor, Loading);

interface ChangePlanProps {
  readonly session: SessionView;
  readonly planWords: PlanWords;
  readonly code: string;
  readonly token: string;
}

/** Changes of the plan while the lesson runs: steps that have been played stay. */
export function ChangePlan({ session, planWords, code, token }: ChangePlanProps) {
  const { settings, step } = session;
  const [plan, setPlan] = useState<PlanFile | null>(null);
  const [problem, setProblem] = useState<HttpRejection | null>(null);
  if (!settings.plan || session.stage === 'ended') return null;
  const present = (): PlanFile =>
    planFileOf({ steps: settings.plan!, bell: settings.bell ?? 0, words: planWords }, t('plan.heading'));
  // The first step of the file is joining, which is not one of the session's.
  const played = step < 0 ? 0 : step + 2;
  const save = async (): Promise<void> => {
    const asked = await changePlan({
      code,
      token,
      plan: JSON.parse(JSON.stringify(plan)) as Record<string, unknown>,
    });
    setProblem(asked.ok ? null : asked.rejection);
    if (asked.ok) setPlan(null);
  };
  if (!plan)
    return (
      <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={() => setPlan(present())}>
        {t('plan.editor.change')}
      </button>
    );
  return (
    <div class={styles.field}>
      <PlanEditor plan={plan} played={played} onChange={setPlan} />
      <p class={shared.problem} role="alert">
        {problem && t(`rejection.${problem}`)}
      </p>
      <div class={styles.fieldButtons}>
        <button type="button" class={cx(shared.button, shared.buttonFirst)} onClick={() => void save()}>
          {t('plan.editor.use')}
        </button>
        <button type="button" class={shared.button} onClick={() => setPlan(null)}>
          {t('plan.editor.cancel')}
        </button>
      </div>
      <PlanFileButtons plan={plan} onOpen={setPlan} />
    </div>
  );
}
