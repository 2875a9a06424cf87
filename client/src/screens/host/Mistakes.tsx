import type { MistakeId } from '@relay/shared/question/question';
import type { HostRow } from '@relay/shared/referee/view';
import { Creature } from '../parts/Creature';
import { t } from '../../strings/language';
import shared from '../parts/shared.module.css';
import styles from './Mistakes.module.css';

/** Counts players by the mistake that their newest wrong answer shows, most frequent first. */
function countMistakes(rows: Readonly<Record<string, HostRow>>): readonly (readonly [MistakeId, number])[] {
  const counts = new Map<MistakeId, number>();
  for (const { mistake } of Object.values(rows)) {
    if (mistake !== null) counts.set(mistake, (counts.get(mistake) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function Mistakes({ rows }: { readonly rows: Readonly<Record<string, HostRow>> }) {
  const counted = countMistakes(rows);
  return (
    <section class={shared.card}>
      <h2>{t('host.mistakes')}</h2>
      {counted.length === 0 ? (
        <p class="muted">{t('host.noMistakes')}</p>
      ) : (
        <ul class={styles.mistakeCounts}>
          {counted.map(([id, count]) => (
            <li key={id}>
              <b class="digits">{count}</b> <Creature id={id} /> {t(`mistakes.${id}.name`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
