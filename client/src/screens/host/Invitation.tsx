import { useEffect } from 'preact/hooks';
import { t } from '../../strings/language';
import { hrefOf } from '../address';
import { ScreenIcon } from '../parts/icons';
import { isLoopback, joinAddress, joinHost, joinOrigin, learnJoinOrigin } from '../parts/joinAddress';
import { Qr } from '../parts/Qr';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './Invitation.module.css';

interface InvitationProps {
  readonly code: string;
  readonly projectorToken: string;
  readonly isLarge: boolean;
}

/** Session code, join address and QR code, with the link to the projector. */
export function Invitation({ code, projectorToken, isLarge }: InvitationProps) {
  useEffect(learnJoinOrigin, []);
  const address = `${joinHost()}/join`;
  return (
    <section class={cx(shared.card, styles.invitation, isLarge && styles.isLarge)}>
      <Qr class={styles.invitationQr} text={joinAddress(code)} alt={t('host.qr')} />
      <div class={styles.invitationWords}>
        <p class="muted">{t('host.joinAt')}</p>
        <p class={styles.invitationAddress} style={{ '--characters': String(address.length) }}>
          {address}
        </p>
        {isLoopback(joinOrigin.value) && <p class="hint">{t('host.loopback')}</p>}
        <a
          class={shared.button}
          href={hrefOf(`/projector?code=${code}#${projectorToken}`)}
          target="_blank"
          rel="noopener"
        >
          <ScreenIcon />
          {t('host.projector')}
        </a>
        <a class={shared.link} href={hrefOf('/check')} target="_blank" rel="noopener">
          {t('host.check')}
        </a>
      </div>
    </section>
  );
}
