import type { MistakeId, Term } from '@relay/shared/question/question';
import { t } from '../../../strings/language';
import { voteBars } from '../../../picture/activities/activities';
import type { Vote } from '../../../picture/activities/activity';
import { Creature } from '../Creature';
import { CheckIcon } from '../icons';
import { cx } from '../../../styles/cx';
import styles from './VoteOutcome.module.css';

interface VoteOutcomeProps {
  readonly vote: Vote;
  /** Own vote, which is marked. */
  readonly own?: Term | null;
}

/** Creature of the slip, with a sentence. */
export function SlipCreature({ vote: { outcome } }: Pick<VoteOutcomeProps, 'vote'>) {
  return outcome && <MistakeCreature mistake={outcome.mistake} />;
}

/** Creature of a mistake, with a sentence. */
export function MistakeCreature({ mistake }: { readonly mistake: MistakeId }) {
  return (
    <div class={styles.mistake}>
      <Creature id={mistake} class={styles.portrait} />
      <div>
        <h2>{t(`mistakes.${mistake}.name`)}</h2>
        <p>{t(`mistakes.${mistake}.first`)}</p>
      </div>
    </div>
  );
}

/** Votes of the class: a bar for each card, with its number. */
export function VoteBars({ vote, own = null }: VoteOutcomeProps) {
  const bars = voteBars(vote);
  if (!bars) return null;
  return (
    <section class={styles.voteBars} aria-labelledby="vote-bars">
      <h2 id="vote-bars">{t('activities.vote.bars')}</h2>
      <ul>
        {bars.map(({ term, count, share, isSlip }) => (
          <li key={term} class={cx(isSlip && styles.isMistaken)}>
            <span class={styles.voteTerm}>
              {t(`play.term.${term}`)}
              {isSlip && (
                <>
                  <CheckIcon />
                  <span class="visually-hidden">{t('questions.reveal.wasWrong')}</span>
                </>
              )}
              {term === own && <span class={styles.voteOwn}>{t('activities.vote.you')}</span>}
            </span>
            <span class={styles.voteBar} aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <b class="digits">{count}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
