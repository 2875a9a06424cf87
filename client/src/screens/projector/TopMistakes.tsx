import type { MistakeId } from '@relay/shared/question/question';
import type { RunView } from '@relay/shared/referee/view';
import { t } from '../../strings/language';
import { Creature } from '../parts/Creature';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './TopMistakes.module.css';

/** Creatures shown at most. */
const SHOWN = 3;

/** Mistakes of all teams added up, most frequent first. */
function addUpMistakes(runs: readonly RunView[]): (readonly [MistakeId, number])[] {
  const counts = new Map<MistakeId, number>();
  for (const { mistakes } of runs) {
    for (const { id, players } of mistakes ?? []) counts.set(id, (counts.get(id) ?? 0) + players);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
}

/** Most frequent mistakes of this round, without names of players. */
export function TopMistakes({ runs }: { readonly runs: readonly RunView[] }) {
  const asked = runs.reduce((sum, run) => sum + run.asked, 0);
  const top = addUpMistakes(runs);
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
