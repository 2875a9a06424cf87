import type { ComponentChildren } from 'preact';
import type { Network } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import type { Term, WrittenWorking } from '@relay/shared/question/question';
import { t } from '../../strings/language';
import { termsOf, termText } from '../../picture/numbers/writtenWorking';
import { cx } from '../../styles/cx';
import symbols from './symbols.module.css';
import styles from './WorkingCard.module.css';

const SIGNS: Record<Term, string> = { S: '', slope: '×', input: '×', product: '=' };

interface ScrapProps {
  readonly network: Network;
  readonly edge: EdgeRef;
  readonly working: WrittenWorking;
  /** Title above the cards; by default it says that somebody wrote them. */
  readonly title?: string;
  /** Sentence about the own answer. */
  readonly note?: ComponentChildren;
  /** Card of one term: a button to choose by, or text. */
  readonly card: (term: Term, content: ComponentChildren) => ComponentChildren;
}

/** Written working: one card for each term. */
export function WorkingCard({ network, edge, working, title, note, card }: ScrapProps) {
  return (
    <div class={styles.scrap} role="group" aria-labelledby="scrap-title">
      <div class={styles.scrapTitle}>
        <p id="scrap-title">
          {title ?? t('questions.debug.note')} <span class="muted">{t('questions.debug.for')}</span>
        </p>
        {note}
      </div>
      <div class={styles.cards}>
        {termsOf(network, edge).map((term) => (
          <div key={term} class={styles.cardCell}>
            <span class={cx(styles.cardSign, symbols.times)} aria-hidden="true">
              {SIGNS[term]}
            </span>
            {card(
              term,
              <>
                <span
                  data-testid="card-number"
                  class={cx(styles.cardNumber, 'digits', working[term] === null && styles.isGap)}
                >
                  {termText(working, term)}
                </span>
                <span class={styles.cardName}>{t(`play.term.${term}`)}</span>
                {working[term] === null && <span class="visually-hidden">{t('questions.debug.gap')}</span>}
              </>,
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
