import type { Term } from '@relay/shared/question/question';
import { t } from '../../../strings/language';
import { type Vote, voteBars } from '../../../view/together';
import { Creature } from '../Creature';
import { CheckIcon } from '../icons';

interface VoteOutcomeProps {
  readonly vote: Vote;
  /** The own vote, which is marked. */
  readonly own?: Term | null;
}

/** The creature that was at work, in a sentence. */
export function SlipCreature({ vote: { outcome } }: Pick<VoteOutcomeProps, 'vote'>) {
  if (!outcome) return null;
  const { mistake } = outcome;
  return (
    <div class="slip-creature">
      <Creature id={mistake} class="slip-portrait" />
      <div>
        <h2>{t(`mistakes.${mistake}.name`)}</h2>
        <p>{t(`mistakes.${mistake}.first`)}</p>
      </div>
    </div>
  );
}

/** How the class voted: a bar for each card, with its number. */
export function VoteBars({ vote, own = null }: VoteOutcomeProps) {
  const bars = voteBars(vote);
  if (!bars) return null;
  return (
    <section class="vote-bars" aria-labelledby="vote-bars">
      <h2 id="vote-bars">{t('together.vote.bars')}</h2>
      <ul>
        {bars.map(({ term, count, share, isSlip }) => (
          <li key={term} class={isSlip ? 'is-slip' : ''}>
            <span class="vote-term">
              {t(`play.term.${term}`)}
              {isSlip && (
                <>
                  <CheckIcon />
                  <span class="unseen">{t('asks.reveal.wasWrong')}</span>
                </>
              )}
              {term === own && <span class="vote-own">{t('together.vote.you')}</span>}
            </span>
            <span class="vote-bar" aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <b class="digits">{count}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
