import { stepsToLeaveOut } from '@relay/shared/lesson/leaveOut';
import type { StepWords } from '@relay/shared/referee/plan/planFile';
import { planFileOf, type PlanWords } from '@relay/shared/referee/plan/planSteps';
import type { SessionView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { now } from '../../now';
import { latenessOf } from './lateness';
import { ChangePlan } from '../plan/ChangePlan';
import { stepWords } from './planWords';
import { cx } from '../../../styles/cx';
import pills from '../../parts/pills.module.css';
import shared from '../../parts/shared.module.css';
import styles from './PlanPanel.module.css';

interface PlanPanelProps {
  readonly session: SessionView;
  /** Words that the host typed. */
  readonly planWords: PlanWords;
  readonly clockOffsetMs: number;
  readonly code: string;
  /** Token of the host. */
  readonly token: string;
}

/** Plan of the lesson: present step, sentence to say, and steps to leave out when time is short. */
export function PlanPanel({ session, planWords, clockOffsetMs, code, token }: PlanPanelProps) {
  const { settings, stage, step } = session;
  const plan = settings.plan ?? [];
  const named = (id: string): string => stepWords(id, planWords).name;
  const present = stage === 'lobby' ? 'join' : stage === 'ended' ? 'end' : plan[Math.max(0, step)]?.id;
  const joinUntil = plan[0]?.minutes[0] ?? 0;
  const endFrom = plan.at(-1)?.minutes[1] ?? 0;
  return (
    <section class={cx(shared.card, styles.plan)} aria-labelledby="plan-heading">
      <div class={styles.planHead}>
        <h2 id="plan-heading">{t('plan.heading')}</h2>
        <Against session={session} clockOffsetMs={clockOffsetMs} />
      </div>
      {present !== undefined && <Words words={stepWords(present, planWords)} />}
      <ol class={styles.planSteps}>
        <Step name={named('join')} minutes={[0, joinUntil]} isNow={present === 'join'} />
        {plan.map(({ id, minutes }) => (
          <Step key={id} name={named(id)} minutes={minutes} isNow={present === id} />
        ))}
        <Step
          name={named('end')}
          minutes={[endFrom, Math.max(endFrom, settings.bell ?? 0)]}
          isNow={present === 'end'}
        />
      </ol>
      <LeaveOut session={session} planWords={planWords} clockOffsetMs={clockOffsetMs} />
      <ChangePlan session={session} planWords={planWords} code={code} token={token} />
    </section>
  );
}

/** Steps to leave out, so that a lesson behind its plan is back on time. */
function LeaveOut({ session, planWords, clockOffsetMs }: Omit<PlanPanelProps, 'code' | 'token'>) {
  const { settings, stage, step, startedAt, pausedAt } = session;
  if (!settings.plan || stage !== 'running' || startedAt === null) return null;
  const elapsed = (pausedAt ?? now() + clockOffsetMs) - startedAt;
  const { behind } = latenessOf(settings.plan, step, elapsed);
  const plan = { steps: settings.plan, bell: settings.bell ?? 0, words: planWords };
  const { steps } = planFileOf(plan, '');
  // The first step of the file is joining, and the present one goes on.
  const names = behind > 0 ? stepsToLeaveOut(steps, step + 2, behind) : [];
  if (names.length === 0) return null;
  const named = names.map((index) => stepWords(plan.steps[index - 1]!.id, planWords).name);
  return <p>{t('plan.editor.behind', { names: named.join(t('plan.editor.and')) })}</p>;
}

function Against({ session, clockOffsetMs }: Pick<PlanPanelProps, 'session' | 'clockOffsetMs'>) {
  const { settings, stage, step, startedAt, pausedAt } = session;
  if (!settings.plan || stage !== 'running' || startedAt === null) return null;
  const elapsed = (pausedAt ?? now() + clockOffsetMs) - startedAt;
  const { minute, behind } = latenessOf(settings.plan, step, elapsed);
  const where = behind > 0 ? 'behind' : behind < 0 ? 'ahead' : null;
  return (
    <p
      class={cx(pills.pill, styles.planClock, where === 'behind' && styles.isBehind)}
      data-testid="plan-clock"
    >
      {where === null
        ? t('plan.onTime', { minute })
        : t(`plan.${where}`, { count: Math.abs(behind), minute })}
    </p>
  );
}

function Words({ words: { name, say, short } }: { readonly words: Required<StepWords> }) {
  return (
    <div class={styles.planWords} data-testid="plan-now">
      <h3>{name}</h3>
      {say !== '' && (
        <p class={styles.planSay}>
          <b>{t('plan.say')}</b> {say}
        </p>
      )}
      {short !== '' && (
        <p class="hint">
          <b>{t('plan.short')}</b> {short}
        </p>
      )}
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly minutes: readonly [number, number];
  readonly isNow: boolean;
}

function Step({ name, minutes: [from, to], isNow }: StepProps) {
  return (
    <li class={cx(isNow && styles.isNow)} aria-current={isNow ? 'step' : undefined}>
      <span class="muted digits">{t('plan.minutes', { from, to })}</span> <span>{name}</span>
      {isNow && <b class={styles.planHere}>{t('plan.now')}</b>}
    </li>
  );
}
