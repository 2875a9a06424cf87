import { TERMS } from '@relay/shared/question/question';
import type { SessionView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { writtenShort } from '../../../picture/numbers/written';
import { LeadButton } from '../control/LeadButton';
import { Timer } from '../../parts/Timer';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import tryNetworkStyles from '../TryNetwork.module.css';
import styles from './ActivityCard.module.css';

type Open = NonNullable<SessionView['activity']>;
type Of<Type> = Extract<Open, { type: Type }>;

interface ActivityCardProps {
  readonly session: SessionView;
  readonly activity: Open;
  readonly clockOffsetMs: number;
  readonly onNext: () => void;
}

const list = (values: readonly number[]): string => values.map(writtenShort).join(' · ');

/** Activity in progress: players who have answered, deadline, and the outcome once closed. */
export function ActivityCard({ session, activity, clockOffsetMs, onNext }: ActivityCardProps) {
  const { type, answered, closed, deadlineAt } = activity;
  const players = type === 'exitTicket' ? activity.asked : session.players;
  return (
    <section
      class={cx(shared.card, styles.activity)}
      data-testid="activity"
      aria-labelledby="activity-heading"
    >
      <div class={styles.activityHead}>
        <h2 id="activity-heading">
          {type === 'trial'
            ? t('hostActivities.open.trial', { x: list(activity.x) })
            : t(`hostActivities.open.${type}`)}
        </h2>
        {deadlineAt !== null && (
          <Timer
            deadlineAt={deadlineAt}
            pausedAt={session.pausedAt}
            clockOffsetMs={clockOffsetMs}
            isSpoken={false}
          />
        )}
      </div>
      <p class="digits" role="status">
        {t(`hostActivities.in.${type}`, { answered, players })}
      </p>
      {type === 'vote' && activity.outcome && <VoteOutcome outcome={activity.outcome} />}
      {type === 'trial' && activity.outcome && <TrialOutcome outcome={activity.outcome} />}
      {type === 'exitTicket' && activity.outcome && (
        <p class="digits">
          {t('hostActivities.exitTickets', { ...activity.outcome, asked: activity.asked })}
        </p>
      )}
      <LeadButton onPress={onNext}>
        {t(closed ? 'hostActivities.goOn' : `hostActivities.close.${type}`)}
      </LeadButton>
    </section>
  );
}

function VoteOutcome({ outcome }: { readonly outcome: NonNullable<Of<'vote'>['outcome']> }) {
  const { term, mistake, votes } = outcome;
  return (
    <>
      <p>
        {t('hostActivities.slipWas', {
          term: t(`play.term.${term}`),
          mistake: t(`mistakes.${mistake}.name`),
        })}
      </p>
      <ul class={styles.votes}>
        {TERMS.map((one) => (
          <li key={one} class={cx(one === term && styles.isRight)}>
            {t('hostActivities.votes', { term: t(`play.term.${one}`), count: votes[one] ?? 0 })}
          </li>
        ))}
      </ul>
    </>
  );
}

function TrialOutcome({ outcome }: { readonly outcome: NonNullable<Of<'trial'>['outcome']> }) {
  const { guesses } = outcome;
  const said = Object.entries(outcome.outputs);
  return (
    <>
      {said.map(([team, outputs]) => (
        <p key={team} class={cx(tryNetworkStyles.tryOutputs, 'digits')}>
          {said.length > 1
            ? t('hostActivities.teamSaid', { team, outputs: list(outputs) })
            : t('hostActivities.said', { outputs: list(outputs) })}
        </p>
      ))}
      <p class="digits">
        {guesses.length === 0
          ? t('hostActivities.noGuesses')
          : t('hostActivities.guesses', { guesses: guesses.map((guess) => `(${list(guess)})`).join(' ') })}
      </p>
    </>
  );
}
