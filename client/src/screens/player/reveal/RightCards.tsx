import { setOfThree, valueAt } from '@relay/shared/question/places/place';
import { type EdgeRef, isBias, valueOfEdge } from '@relay/shared/maths/unit';
import type { Term, WrittenWorking } from '@relay/shared/question/question';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written } from '../../../picture/numbers/written';
import { termsOf, termText } from '../../../picture/numbers/writtenWorking';
import { cx } from '../../../styles/cx';
import scrapStyles from '../../parts/WorkingCard.module.css';
import styles from './RightCards.module.css';

interface RightCardsProps {
  readonly facts: RoundFacts;
  readonly edge: EdgeRef;
  readonly working: WrittenWorking;
  /** Term with the slip. */
  readonly term: string | undefined;
}

/** True terms of a weight, once the lane's values are public. */
function rightWorking({ network, pass, sample, lane }: RoundFacts, edge: EdgeRef): WrittenWorking | null {
  if (!lane.truth) return null;
  const l = edge.layer - 1;
  const { valve, input } = setOfThree(network, edge);
  const at = (place: Parameters<typeof valueAt>[3]): number => valueAt(network, pass, sample, place);
  return {
    S: lane.truth.arriving[l]?.[edge.to] ?? lane.truth.deltas[l]![edge.to]!,
    slope: valve === undefined ? null : at(valve),
    input: isBias(edge) || input === undefined ? 1 : at(input),
    product: valueOfEdge(lane.truth.gradients, edge),
  };
}

/** The wrong working again, with the right value beside the wrong term. */
export function RightCards({ facts, edge, working, term: slip }: RightCardsProps) {
  const right = rightWorking(facts, edge);
  if (!right) return null;
  const differs = (term: Term): boolean => termText(working, term) !== termText(right, term);
  return (
    <section class={scrapStyles.scrap}>
      <h2 class={scrapStyles.scrapTitle}>{t('questions.debug.note')}</h2>
      <ul class={styles.rightCards}>
        {termsOf(facts.network, edge).map((term) => (
          <li
            key={term}
            class={cx(term === slip && styles.isMistaken)}
            data-mistaken={term === slip || undefined}
          >
            <span class={cx(scrapStyles.cardName, styles.cardName)}>{t(`play.term.${term}`)}</span>
            <span class={cx('digits', differs(term) ? styles.isStruck : null)}>
              {termText(working, term)}
            </span>
            {differs(term) && <b class="digits">{written(right[term] ?? 1)}</b>}
            {term === slip && <span class={styles.mistakeNote}>{t('questions.reveal.wasWrong')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
