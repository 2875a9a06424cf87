import { useRef, useState } from 'preact/hooks';
import { t } from '../../strings/language';
import { eraseTraces } from '../../table/eraseTraces';
import { type HttpRejection, joinSession } from '../../table/httpClient';
import { forgetTab, keepPlayer, type KeptPlayer } from '../../table/keptPlayers';
import { sameWhileSame } from '../../table/requestId';
import { bannedToken } from '../../table/tokenStore';
import { go } from '../address';
import { Shell } from '../parts/Shell';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';

interface UnknownHereProps {
  readonly code: string;
  readonly kept: KeptPlayer;
  /** Called when the server has let the player in again. */
  readonly onJoined: (kept: KeptPlayer) => void;
}

/** Page of a player whom the server has lost, for instance because it runs with an older journal. Nothing is erased unasked. */
export function UnknownHere({ code, kept, onJoined }: UnknownHereProps) {
  const name = kept.nickname;
  const { join, isBusy, problem } = useJoinAgain(code, kept, onJoined);
  const forget = (): void => {
    eraseTraces(code, kept.player);
    forgetTab(code);
    go(`/join?code=${code}`);
  };
  return (
    <Shell>
      <div class={pages.page} data-testid="unknown-here">
        <h1>{t('unknownHere.heading', { name })}</h1>
        <p>{t('unknownHere.text')}</p>
        <div class={pages.stack}>
          <button
            type="button"
            class={cx(shared.button, shared.buttonFirst)}
            disabled={isBusy}
            onClick={() => void join()}
          >
            {t('unknownHere.joinAgainAs', { name })}
          </button>
          <p class={shared.problem} role="alert">
            {problem === null ? '' : t(`rejection.${problem}`)}
          </p>
        </div>
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={forget}>
          {t('unknownHere.forget')}
        </button>
      </div>
    </Shell>
  );
}

/** Joins with the request of the first time, which gives the same player: what this browser has of it fits again. */
function useJoinAgain(code: string, kept: KeptPlayer, onJoined: (kept: KeptPlayer) => void) {
  const requestId = useRef(sameWhileSame());
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HttpRejection | null>(null);
  const join = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const known = bannedToken(code);
    const asked = { code, nickname: kept.nickname, ...(known && { known }) };
    const request = kept.request ?? requestId.current(asked);
    const answer = await joinSession({ ...asked, request });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.rejection);
    const { player, resumeToken: token, nickname, renamed: isRenamed } = answer.reply;
    const joined = { token, player, nickname, isRenamed, request };
    keepPlayer(code, joined);
    onJoined(joined);
  };
  return { join, isBusy, problem };
}
