import { addUpCounts, type MistakeCount } from '@relay/shared/question/diagnosis/mistakesMade';
import type { HostRow } from '@relay/shared/referee/view';
import { eitherName } from '../../describe/mistakes';
import { Creature } from '../parts/Creature';
import { t } from '../../strings/language';
import shared from '../parts/shared.module.css';
import styles from './Mistakes.module.css';

/** Counts players by the mistakes that their newest wrong answer shows, most frequent first. */
const countMistakes = (rows: Readonly<Record<string, HostRow>>): MistakeCount[] =>
  addUpCounts(Object.values(rows).flatMap(({ mistakes }) => mistakes.map((ids) => ({ ids, players: 1 }))));

export function Mistakes({ rows }: { readonly rows: Readonly<Record<string, HostRow>> }) {
  const counted = countMistakes(rows);
  return (
    <section class={shared.card}>
      <h2>{t('host.mistakes')}</h2>
      {counted.length === 0 ? (
        <p class="muted">{t('host.noMistakes')}</p>
      ) : (
        <ul class={styles.mistakeCounts}>
          {counted.map(({ ids, players }) => (
            <li key={ids[0]}>
              <b class="digits">{players}</b> <Creature id={ids[0]} /> {eitherName(ids)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
