import { t } from '../../strings/language';
import { isVersionMismatch } from '../../table/versionMismatch';

/** Says that this page and the server are of different versions, and offers the reload that changes it. */
export function VersionMismatch() {
  if (!isVersionMismatch.value) return null;
  return (
    <div class="ribbon ribbon-outdated" role="alert" data-testid="version-mismatch">
      <p>{t('connection.outdated')}</p>
      <button type="button" class="button button-small" onClick={() => location.reload()}>
        {t('connection.reload')}
      </button>
    </div>
  );
}
