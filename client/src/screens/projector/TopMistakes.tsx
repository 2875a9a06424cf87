import { addUpCounts } from '@relay/shared/question/diagnosis/mistakesMade';
import type { RunView } from '@relay/shared/referee/view';
import { eitherName } from '../../describe/mistakes';
import { t } from '../../strings/language';
import { Creature } from '../parts/Creature';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './TopMistakes.module.css';

/** Creatures shown at most. */
const SHOWN = 3;

/** Most frequent mistakes of this round, without names of players. */
export function TopMistakes({
  runs,
  leavesOut = 0,
}: {
  readonly runs: readonly RunView[];
  /** Number of creatures without room. */
  readonly leavesOut?: number;
}) {
  const asked = runs.reduce((sum, run) => sum + run.asked, 0);
  const top = addUpCounts(runs.flatMap(({ mistakes }) => mistakes ?? [])).slice(
    0,
    Math.max(1, SHOWN - leavesOut),
  );
  return (
    <section class={cx(shared.card, styles.mistakes)}>
      <h2>{t('projector.slips')}</h2>
      {top.length === 0 ? (
        <p>{t('projector.noSlips')}</p>
      ) : (
        <ul>
          {top.map(({ ids, players }) => (
            <li key={ids[0]}>
              <Creature id={ids[0]} class={styles.portrait} />
              <span>
                <b class="digits">{t('projector.slipCount', { players, asked })}</b>
                {eitherName(ids)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
