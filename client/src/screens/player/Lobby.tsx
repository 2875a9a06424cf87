import { t } from '../../strings/language';
import type { TableState } from '../../table/table';
import { BellyToy } from './lobby/DripToy';

interface LobbyProps {
  readonly state: TableState;
  /** The name that was asked for was taken. */
  readonly isRenamed: boolean;
}

/** Waiting for the start: something to play with, who is here, and how it goes. */
export function Lobby({ state, isRenamed }: LobbyProps) {
  const { view, nickname, player } = state;
  const people = Object.entries(view?.players ?? {});
  return (
    <main class="lobby">
      <section class="lobby-me">
        <h1>{t('play.lobby.heading', { name: nickname ?? '' })}</h1>
        {isRenamed && <p>{t('play.lobby.renamed', { name: nickname ?? '' })}</p>}
        <p class="lead">{t('play.lobby.text')}</p>
      </section>
      <BellyToy />
      <section class="lobby-how">
        <h2>{t('play.lobby.together')}</h2>
        <ul class="names">
          {people.map(([id, { name, present }]) => (
            <li key={id} class={`name ${id === player ? 'is-me' : ''} ${present ? '' : 'is-away'}`}>
              {name}
            </li>
          ))}
        </ul>
        <h2>{t('play.lobby.how')}</h2>
        <ol class="how">
          <li>{t('play.lobby.how1')}</li>
          <li>{t('play.lobby.how2')}</li>
          <li>{t('play.lobby.how3')}</li>
        </ol>
      </section>
    </main>
  );
}
