import { PLAN_IDS, readyPlan } from '@relay/shared/lesson/plan';
import { minutesOf, PLAN_LIMITS, type PlanFile } from '@relay/shared/referee/plan/planFile';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { lazyPart } from '../../lazyPart';
import { Loading } from '../../parts/Loading';
import shared from '../../parts/shared.module.css';
import { PlanFileButtons } from './PlanFileButtons';
import styles from './PlanEditor.module.css';

const PlanEditor = lazyPart(async () => (await import('./PlanEditor')).PlanEditor, Loading);

interface PlanFieldProps {
  readonly plan: PlanFile;
  /** Chooses another plan; `network`: the one that it was made for. */
  readonly onChoose: (plan: PlanFile) => void;
}

/** Choice of the plan of a lesson: one that comes with the game, a file, or one's own changes. */
export function PlanField({ plan, onChoose }: PlanFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const ready = PLAN_IDS.map((id) => ({ id, file: readyPlan(id, t(`plan.ready.${id}.name`)) }));
  const same = ready.find(({ file }) => JSON.stringify(file.steps) === JSON.stringify(plan.steps));
  return (
    <div class={styles.field}>
      <div class={shared.field}>
        <label for="plan-ready">{t('plan.editor.plan')}</label>
        <select
          id="plan-ready"
          class={shared.input}
          value={same?.id ?? 'own'}
          aria-describedby="plan-text"
          onChange={({ currentTarget }) => {
            const chosen = ready.find(({ id }) => id === currentTarget.value);
            if (chosen) onChoose(chosen.file);
          }}
        >
          {ready.map(({ id, file }) => (
            <option key={id} value={id}>
              {file.name}
            </option>
          ))}
          {!same && <option value="own">{t('plan.editor.own', { name: plan.name })}</option>}
        </select>
        <p id="plan-text" class="hint">
          {same
            ? t(`plan.ready.${same.id}.text`)
            : t('plan.editor.ownText', { count: minutesOf(plan.steps) })}
        </p>
      </div>
      <details
        class={styles.field}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t('plan.editor.change')}</summary>
        {isOpen && (
          <div class={styles.field}>
            <label class={styles.rule}>
              {t('plan.editor.planName')}
              <input
                class={shared.input}
                maxLength={PLAN_LIMITS.nameLength}
                value={plan.name}
                onInput={({ currentTarget }) => onChoose({ ...plan, name: currentTarget.value })}
              />
            </label>
            <PlanEditor plan={plan} played={0} onChange={onChoose} />
            <PlanFileButtons plan={plan} onOpen={onChoose} />
          </div>
        )}
      </details>
    </div>
  );
}
