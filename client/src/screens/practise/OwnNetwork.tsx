import { useState } from 'preact/hooks';
import { OWN_NETWORK } from '@relay/shared/lesson/practice';
import { networkShape } from '../../describe/network';
import { t } from '../../strings/language';
import { AmbiguityReport } from '../networkFile/AmbiguityReport';
import { NetworkFileButton, NetworkFileProblems, useNetworkFile } from '../networkFile/NetworkFileInput';
import { Link } from '../parts/Link';
import { startOwnNetwork } from './lessonAttempt';
import { keptNetwork } from './ownNetwork';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import shapeStyles from '../networkFile/shape.module.css';
import styles from './OwnNetwork.module.css';

/** Practice on a network file of the player's own. The file stays on the device. */
export function OwnNetwork() {
  const [own, setOwn] = useState(keptNetwork);
  const { refused, open } = useNetworkFile((file) => {
    startOwnNetwork(file);
    setOwn(file);
  });
  return (
    <section class={cx(shared.card, styles.ownNetwork)} aria-labelledby="own-network">
      <h2 id="own-network">{t('practise.own.heading')}</h2>
      <p>{t('practise.own.text')}</p>
      {own && (
        <div class="hint">
          <p class={shapeStyles.networkShape}>
            <b>{own.name}</b> {networkShape(own)}
          </p>
          <AmbiguityReport file={own} />
        </div>
      )}
      <div class={shared.fieldRow}>
        {own && (
          <Link to={`/practise#${OWN_NETWORK}`} class={cx(shared.button, shared.buttonFirst)}>
            {t('practise.own.start')}
          </Link>
        )}
        <NetworkFileButton onOpen={open} />
      </div>
      <NetworkFileProblems refused={refused} />
    </section>
  );
}
