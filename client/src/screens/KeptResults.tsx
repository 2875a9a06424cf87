import { useMemo } from 'preact/hooks';
import { t } from '../strings/language';
import { keptResults } from '../table/keptResults';
import { resultAddress } from './address';
import { Link } from './parts/Link';
import { cx } from '../styles/cx';
import pages from './parts/pages.module.css';
import styles from './KeptResults.module.css';

/** List of the results that are kept on this device. */
export function KeptResults() {
  const results = useMemo(() => keptResults(Date.now()), []);
  if (results.length === 0) return null;
  return (
    <section class={cx(pages.page, styles.results)}>
      <h2>{t('result.heading')}</h2>
      <ul class={pages.stack}>
        {results.map(({ code, player, nickname }) => (
          <li key={`${code}/${player}`}>
            <Link to={resultAddress(code, player)}>{t('result.of', { name: nickname, code })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
