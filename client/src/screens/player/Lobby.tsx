import { useEffect } from 'preact/hooks';
import { loadOtherLanguages, t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { sessionOf } from '../../picture/session';
import { useGame } from '../game';
import { keepFonts } from '../keepFonts';
import { Goal } from '../parts/Goal';
import { loadPlot } from '../parts/loadPlot';
import { loadNext, loadWhenIdle } from '../whenIdle';
import { Round } from './inSession';
import { BellyToy } from './lobby/BellyToy';
import styles from './Lobby.module.css';

interface LobbyProps {
  readonly state: TableState;
  /** True where the server changed the nickname, because another player has it. */
  readonly isRenamed: boolean;
}

/** Lobby of a player: a toy, the number of players present, and how to play. Names stand on the projector. */
export function Lobby({ state, isRenamed }: LobbyProps) {
  const { view, nickname } = state;
  const { loadStage } = useGame();
  useEffect(() => {
    // The host may start at once.
    void loadNext([() => Promise.all([loadStage(), Round.load()]), keepFonts]);
    void loadWhenIdle([loadPlot, loadOtherLanguages]);
  }, []);
  return (
    <main class={styles.lobby}>
      <section class={styles.lobbyMe}>
        <h1>{t('play.lobby.heading', { name: nickname ?? '' })}</h1>
        {isRenamed && <p>{t('play.lobby.renamed', { name: nickname ?? '' })}</p>}
        <p class="lead">{t('play.lobby.text')}</p>
        <Goal view={view} class={styles.lobbyGoal} />
      </section>
      <BellyToy />
      <section class={styles.lobbyHow}>
        <p class={styles.lobbyCount} data-testid="present">
          {t('play.lobby.present', { present: sessionOf(view)?.present ?? 1 })}
        </p>
        <h2>{t('play.lobby.how')}</h2>
        <ol class={styles.how}>
          <li>{t('play.lobby.how1')}</li>
          <li>{t('play.lobby.how2')}</li>
          <li>{t('play.lobby.how3')}</li>
        </ol>
      </section>
    </main>
  );
}
