import { t } from '../../strings/language';
import { forgetTab, type KeptPlayer } from '../../table/keptPlayers';
import { go } from '../address';
import { Shell } from '../parts/Shell';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';

interface OpenElsewhereProps {
  readonly code: string;
  readonly kept: KeptPlayer;
  readonly onTakeOver: () => void;
}

/** Page of a player whom another page of this browser has: a duplicated tab, or one that was opened once more. */
export function OpenElsewhere({ code, kept, onTakeOver }: OpenElsewhereProps) {
  const name = kept.nickname;
  const joinAsOther = (): void => {
    forgetTab(code);
    go(`/join?code=${code}`);
  };
  return (
    <Shell>
      <div class={pages.page} data-testid="open-elsewhere">
        <h1>{t('who.elsewhereHeading', { name })}</h1>
        <p>{t('who.elsewhere')}</p>
        <div class={pages.stack}>
          <button type="button" class={cx(shared.button, shared.buttonFirst)} onClick={onTakeOver}>
            {t('who.continueHereAs', { name })}
          </button>
          <button type="button" class={shared.button} onClick={joinAsOther}>
            {t('who.someoneElse')}
          </button>
        </div>
      </div>
    </Shell>
  );
}
