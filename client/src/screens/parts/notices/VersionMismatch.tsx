import { t } from '../../../strings/language';
import { isVersionMismatch } from '../../../table/versionMismatch';
import { cx } from '../../../styles/cx';
import shared from '../shared.module.css';
import styles from './Notices.module.css';

/** Says that the versions of page and server differ, and offers to reload. */
export function VersionMismatch() {
  if (!isVersionMismatch.value) return null;
  return (
    <div class={cx(styles.notice, styles.noticeWithButton)} role="alert" data-testid="version-mismatch">
      <p>{t('connection.outdated')}</p>
      <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={() => location.reload()}>
        {t('connection.reload')}
      </button>
    </div>
  );
}
