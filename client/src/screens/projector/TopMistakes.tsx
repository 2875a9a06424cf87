import type { MistakeId } from '@relay/shared/question/question';
import type { RunView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { Creature } from '../parts/Creature';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './TopMistakes.module.css';

/** Creatures that are shown to a class. */
const SHOWN = 3;

/** The mistakes of all teams together, most frequent first. */
function together(runs: readonly RunView[]): (readonly [MistakeId, number])[] {
  const counts = new Map<MistakeId, number>();
  for (const { mistakes } of runs) {
    for (const { id, players } of mistakes ?? []) counts.set(id, (counts.get(id) ?? 0) + players);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
}

/** What tripped the class up this round, without a name. */
export function TopMistakes({ runs }: { readonly runs: readonly RunView[] }) {
  const asked = runs.reduce((sum, run) => sum + run.asked, 0);
  const top = together(runs);
  return (
    <section class={cx(shared.card, styles.mistakes)}>
      <h2>{t('projector.slips')}</h2>
      {top.length === 0 ? (
        <p>{t('projector.noSlips')}</p>
      ) : (
        <ul>
          {top.map(([id, players]) => (
            <li key={id}>
              <Creature id={id} class={styles.portrait} />
              <span>
                <b class="digits">{t('projector.slipCount', { players, asked })}</b>
                {t(`mistakes.${id}.name`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
