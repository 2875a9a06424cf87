import { t } from '../strings/language';
import { forgetPlayer, forgetTab, keepForTab, type KeptPlayer } from '../table/keptPlayers';
import { go, playAddress } from './address';
import { Shell } from './parts/Shell';
import { cx } from '../styles/cx';
import pages from './parts/pages.module.css';
import shared from './parts/shared.module.css';

interface KnownPlayersProps {
  readonly code: string;
  /** Players of the session that this browser holds; not empty. */
  readonly players: readonly KeptPlayer[];
  /** Called when it is somebody else who wants to join. */
  readonly onNew: () => void;
}

/** Question to a page that is opened in a browser that has been in the session before: who is it? */
export function KnownPlayers({ code, players, onNew }: KnownPlayersProps) {
  const continueAs = (kept: KeptPlayer): void => {
    keepForTab(code, kept);
    go(playAddress(code));
  };
  const forget = (): void => {
    for (const { player } of players) forgetPlayer(code, player);
    forgetTab(code);
    onNew();
  };
  return (
    <Shell>
      <div class={pages.page}>
        <h1>{t('join.heading')}</h1>
        <p>{t('who.known', { code })}</p>
        <div class={pages.stack}>
          {players.map((kept) => (
            <button
              key={kept.player}
              type="button"
              class={cx(shared.button, shared.buttonFirst)}
              onClick={() => continueAs(kept)}
            >
              {t('who.continueAs', { name: kept.nickname })}
            </button>
          ))}
          <button type="button" class={shared.button} onClick={onNew}>
            {t('who.someoneElse')}
          </button>
        </div>
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={forget}>
          {t('who.forget')}
        </button>
      </div>
    </Shell>
  );
}
