import type { Press } from '@relay/shared/referee/press';
import type { NextStep, Skippable } from '@relay/shared/referee/session/nextStep';
import type { PlanWords } from '@relay/shared/referee/plan/planSteps';
import type { SessionView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { AskFirst } from '../../parts/AskFirst';
import { LockIcon } from '../../parts/icons';
import { stepWords } from './planWords';
import { LeadButton } from './LeadButton';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Controls.module.css';

const ADDED_MS = 30_000;

interface ControlsProps {
  readonly session: SessionView;
  /** Words that the host typed for steps of the plan. */
  readonly planWords: PlanWords;
  /** True while a clock runs, to which time can be added. */
  readonly hasClock: boolean;
  readonly onCommand: (press: Press) => void;
}

/** Label of the step that "Next" leads to. */
function nextStepText(nextStep: NextStep, planWords: PlanWords): string {
  switch (nextStep.what) {
    case 'start':
      return t('host.start');
    case 'round':
      return t('sessionControl.next', { what: t('sessionControl.round', { round: nextStep.round }) });
    case 'close':
      return t('sessionControl.next', { what: t(`sessionControl.close.${nextStep.activity}`) });
    case 'step':
      return t('sessionControl.next', { what: stepWords(nextStep.step, planWords).name });
    default:
      return t('sessionControl.next', { what: t(`sessionControl.what.${nextStep.what}`) });
  }
}

/**
 * Buttons of the session control. Start turns into Next, Pause into Resume: each button keeps its place and the focus.
 */
export function Controls({ session, planWords, hasClock, onCommand }: ControlsProps) {
  const { nextStep, skippable } = session.lead;
  const isLobby = session.stage === 'lobby';
  // Homework may start without players: they may join later.
  const canStart = session.players > 0 || session.settings.pacing === 'self';
  return (
    <>
      <div class={styles.controls}>
        {nextStep && (
          <LeadButton
            class={cx(styles.button, shared.buttonFirst, shared.buttonTall, styles.buttonTall)}
            testId="next"
            isDisabled={isLobby && !canStart}
            onPress={() => onCommand(isLobby ? { type: 'start' } : { type: 'next' })}
          >
            {nextStepText(nextStep, planWords)}
          </LeadButton>
        )}
        {!isLobby && <ClockControls session={session} hasClock={hasClock} onCommand={onCommand} />}
        <span class="push" />
        <LeadButton
          class={styles.button}
          isPressed={session.locked}
          onPress={() => onCommand({ type: 'lock', locked: !session.locked })}
        >
          <LockIcon />
          {t('host.lock')}
        </LeadButton>
        <AskFirst
          label={t('host.end')}
          class={cx(styles.button, shared.buttonEnd)}
          ask={t('sessionControl.end.ask')}
          yes={t('sessionControl.end.yes')}
          no={t('sessionControl.end.no')}
          onYes={() => onCommand({ type: 'end' })}
        />
      </div>
      {skippable && (
        <p id="skip-text" class="hint">
          {skipText(skippable, session, planWords)}
        </p>
      )}
    </>
  );
}

/** Pause and Resume; during answering also more time, and the way to skip it. */
function ClockControls({ session, hasClock, onCommand }: Omit<ControlsProps, 'planWords'>) {
  const { nextStep, skippable } = session.lead;
  const isPaused = session.pausedAt !== null;
  return (
    <>
      <LeadButton class={styles.button} onPress={() => onCommand({ type: isPaused ? 'resume' : 'pause' })}>
        {t(isPaused ? 'host.resume' : 'host.pause')}
      </LeadButton>
      {nextStep && (
        <>
          <LeadButton
            class={styles.button}
            isDisabled={!hasClock}
            onPress={() => onCommand({ type: 'addTime', ms: ADDED_MS })}
          >
            {t('host.addTime')}
          </LeadButton>
          <SkipButton skip={skippable} onSkip={() => onCommand({ type: 'skip' })} />
        </>
      )}
    </>
  );
}

function SkipButton({ skip, onSkip }: { readonly skip: Skippable | null; readonly onSkip: () => void }) {
  return (
    <LeadButton
      class={styles.button}
      isDisabled={skip === null}
      describedBy={skip ? 'skip-text' : undefined}
      onPress={onSkip}
    >
      {t(`sessionControl.skip.${skip ?? 'round'}`)}
    </LeadButton>
  );
}

function skipText(skip: Skippable, { settings, step }: SessionView, planWords: PlanWords): string {
  const next = settings.plan?.[step + 1]?.id ?? '';
  return t(`sessionControl.skipText.${skip}`, { step: stepWords(next, planWords).name });
}
