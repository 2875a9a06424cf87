import { t } from '../../strings/language';
import { ScreenIcon } from '../parts/icons';
import { Qr } from '../parts/Qr';

interface InvitationProps {
  readonly code: string;
  readonly projectorToken: string;
  readonly isLarge: boolean;
}

/** Where players join, as this browser reaches the server. */
export const joinAddress = (code: string): string => `${location.origin}/join?code=${code}`;

/** Addresses that only this machine itself can reach. */
const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

/** Code, address and QR, and the way to the big screen. */
export function Invitation({ code, projectorToken, isLarge }: InvitationProps) {
  return (
    <section class={`card invitation ${isLarge ? 'is-large' : ''}`}>
      <Qr text={joinAddress(code)} />
      <div class="invitation-words">
        <p class="muted">{t('host.joinAt')}</p>
        <p class="invitation-address">{location.host}/join</p>
        {isLoopback && <p class="hint">{t('host.loopback')}</p>}
        <a class="button" href={`/projector?code=${code}#${projectorToken}`} target="_blank" rel="noopener">
          <ScreenIcon />
          {t('host.projector')}
        </a>
      </div>
    </section>
  );
}
