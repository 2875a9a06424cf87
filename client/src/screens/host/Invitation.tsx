import { useEffect } from 'preact/hooks';
import { t } from '../../strings/language';
import { hrefOf } from '../address';
import { ScreenIcon } from '../parts/icons';
import { isLoopback, joinAddress, joinHost, joinOrigin, learnJoinOrigin } from '../parts/joinAddress';
import { Qr } from '../parts/Qr';

interface InvitationProps {
  readonly code: string;
  readonly projectorToken: string;
  readonly isLarge: boolean;
}

/** Code, address and QR, and the way to the big screen. */
export function Invitation({ code, projectorToken, isLarge }: InvitationProps) {
  useEffect(learnJoinOrigin, []);
  return (
    <section class={`card invitation ${isLarge ? 'is-large' : ''}`}>
      <Qr class="invitation-qr" text={joinAddress(code)} />
      <div class="invitation-words">
        <p class="muted">{t('host.joinAt')}</p>
        <p class="invitation-address">{joinHost()}/join</p>
        {isLoopback(joinOrigin.value) && <p class="hint">{t('host.loopback')}</p>}
        <a
          class="button"
          href={hrefOf(`/projector?code=${code}#${projectorToken}`)}
          target="_blank"
          rel="noopener"
        >
          <ScreenIcon />
          {t('host.projector')}
        </a>
      </div>
    </section>
  );
}
