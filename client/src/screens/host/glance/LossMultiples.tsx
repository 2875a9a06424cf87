import type { RunView } from '@relay/shared/referee/view';
import { writtenLoss } from '../../../picture/numbers/written';
import { t } from '../../../strings/language';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './LossMultiples.module.css';

/** Size of one curve, in units of its drawing. */
const WIDTH = 100;
const HEIGHT = 40;

/** Points of a curve; all curves have the same axes, so that teams can be compared. */
function pointsOf(losses: readonly number[], steps: number, most: number): string {
  const x = (i: number): number => (WIDTH * i) / Math.max(1, steps);
  const y = (loss: number): number => HEIGHT * (1 - loss / most);
  return losses.map((loss, i) => `${x(i).toFixed(1)},${y(loss).toFixed(1)}`).join(' ');
}

/** Loss curves of all teams as small multiples; a single team has its curve beside the list. */
export function LossMultiples({ teams }: { readonly teams: readonly RunView[] }) {
  const trained = teams.filter(({ losses }) => losses.length > 0);
  if (teams.length < 2 || trained.length === 0) return null;
  const steps = Math.max(...trained.map(({ losses }) => losses.length - 1));
  const most = Math.max(
    1e-9,
    ...trained.flatMap(({ losses, referenceLosses }) => [...losses, ...referenceLosses]),
  );
  return (
    <section class={shared.card} aria-labelledby="loss-multiples">
      <h2 id="loss-multiples">{t('hostConsole.losses')}</h2>
      <ul class={styles.multiples}>
        {trained.map(({ id, losses, referenceLosses }) => (
          <li key={id}>
            <span class={styles.caption}>
              <b>{id}</b> <span class="digits">{writtenLoss(losses.at(-1)!)}</span>
            </span>
            <svg
              viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
              role="img"
              aria-label={t('loss.chart', {
                first: writtenLoss(losses[0]!),
                last: writtenLoss(losses.at(-1)!),
              })}
            >
              <polyline
                class={cx(styles.curve, styles.reference)}
                points={pointsOf(referenceLosses, steps, most)}
              />
              <polyline class={styles.curve} points={pointsOf(losses, steps, most)} />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
