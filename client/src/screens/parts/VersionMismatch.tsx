import { t } from '../../strings/language';
import { isVersionMismatch } from '../../table/versionMismatch';
import { cx } from '../../styles/cx';
import shared from './shared.module.css';
import styles from './VersionMismatch.module.css';

/** Says that this page and the server are of different versions, and offers the reload that changes it. */
export function VersionMismatch() {
  if (!isVersionMismatch.value) return null;
  return (
    <div class={cx(shared.ribbon, styles.ribbonOutdated)} role="alert" data-testid="version-mismatch">
      <p>{t('connection.outdated')}</p>
      <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={() => location.reload()}>
        {t('connection.reload')}
      </button>
    </div>
  );
}
