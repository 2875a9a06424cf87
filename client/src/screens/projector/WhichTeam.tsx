import { useEffect } from 'preact/hooks';
import type { PublicView } from '@relay/shared/referee/view';
import { drawnTeamWords } from '../../describe/drawnTeam';
import { t } from '../../strings/language';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './WhichTeam.module.css';

interface WhichTeamProps {
  readonly view: PublicView;
  /** Run of the team whose network is drawn. */
  readonly run: string;
  readonly onChoose: (run: string) => void;
}

const STEPS = { ArrowLeft: -1, ArrowRight: 1 } as const;

/** Name of the team whose network is drawn, and the way to the others: two buttons, or the arrow keys. */
export function WhichTeam({ view, run, onChoose }: WhichTeamProps) {
  const runs = view.session['']?.runs ?? [];
  const step = (by: number): void => onChoose(runs[(runs.indexOf(run) + by + runs.length) % runs.length]!);
  useEffect(() => {
    const listen = ({ key, target, repeat }: KeyboardEvent): void => {
      // Scrollable elements keep their keys.
      if (target instanceof Element && target.closest('[tabindex]')) return;
      if (!repeat && (key === 'ArrowLeft' || key === 'ArrowRight')) step(STEPS[key]);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [run, runs.length]);
  if (runs.length < 2) return null;
  return (
    <div class={styles.bigWhich}>
      <button
        type="button"
        class={cx(shared.button, styles.button)}
        aria-label={t('projector.teamBefore')}
        onClick={() => step(STEPS.ArrowLeft)}
      >
        <span aria-hidden="true">◀</span>
      </button>
      <b>{drawnTeamWords(view, run)}</b>
      <button
        type="button"
        class={cx(shared.button, styles.button)}
        aria-label={t('projector.teamAfter')}
        onClick={() => step(STEPS.ArrowRight)}
      >
        <span aria-hidden="true">▶</span>
      </button>
    </div>
  );
}
