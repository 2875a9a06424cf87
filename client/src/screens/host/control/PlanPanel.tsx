import type { SessionView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { now } from '../../now';
import { latenessOf } from './lateness';
import { isStep, type PlanStepName } from './planWords';
import { cx } from '../../../styles/cx';
import pills from '../../parts/pills.module.css';
import shared from '../../parts/shared.module.css';
import styles from './PlanPanel.module.css';

interface PlanPanelProps {
  readonly session: SessionView;
  readonly clockOffsetMs: number;
}

/** Plan of the lesson: present step, sentence to say, and steps to leave out when time is short. */
export function PlanPanel({ session, clockOffsetMs }: PlanPanelProps) {
  const { settings, stage, step } = session;
  const plan = settings.plan ?? [];
  const present = stage === 'lobby' ? 'join' : stage === 'ended' ? 'end' : plan[Math.max(0, step)]?.id;
  const joinUntil = plan[0]?.minutes[0] ?? 0;
  const endFrom = plan.at(-1)?.minutes[1] ?? 0;
  return (
    <section class={cx(shared.card, styles.plan)} aria-labelledby="plan-heading">
      <div class={styles.planHead}>
        <h2 id="plan-heading">{t('plan.heading')}</h2>
        <Against session={session} clockOffsetMs={clockOffsetMs} />
      </div>
      {present !== undefined && <Words present={present} />}
      <ol class={styles.planSteps}>
        <Step id="join" minutes={[0, joinUntil]} isNow={present === 'join'} />
        {plan.map(({ id, minutes }) => (
          <Step key={id} id={id} minutes={minutes} isNow={present === id} />
        ))}
        <Step id="end" minutes={[endFrom, endFrom + END_MINUTES]} isNow={present === 'end'} />
      </ol>
    </section>
  );
}

/** Time for the podium and the exit tickets, minutes. */
const END_MINUTES = 6;

type Moment = 'join' | 'end' | PlanStepName;
const isMoment = (id: string): id is Moment => id === 'join' || id === 'end' || isStep(id);
const word = (id: Moment, what: 'name' | 'say' | 'short'): string =>
  id === 'join' || id === 'end' ? t(`plan.${id}.${what}`) : t(`plan.steps.${id}.${what}`);

function Against({ session, clockOffsetMs }: PlanPanelProps) {
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

function Words({ present }: { readonly present: string }) {
  if (!isMoment(present)) return null;
  return (
    <div class={styles.planWords} data-testid="plan-now">
      <h3>{word(present, 'name')}</h3>
      <p class={styles.planSay}>
        <b>{t('plan.say')}</b> {word(present, 'say')}
      </p>
      <p class="hint">
        <b>{t('plan.short')}</b> {word(present, 'short')}
      </p>
    </div>
  );
}

interface StepProps {
  readonly id: string;
  readonly minutes: readonly [number, number];
  readonly isNow: boolean;
}

function Step({ id, minutes: [from, to], isNow }: StepProps) {
  return (
    <li class={cx(isNow && styles.isNow)} aria-current={isNow ? 'step' : undefined}>
      <span class="muted digits">{t('plan.minutes', { from, to })}</span>{' '}
      <span>{isMoment(id) ? word(id, 'name') : id}</span>
      {isNow && <b class={styles.planHere}>{t('plan.now')}</b>}
    </li>
  );
}
