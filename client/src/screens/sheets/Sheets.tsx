import { useMemo, useState } from 'preact/hooks';
import { worksheetHtml } from '@relay/shared/sheet/worksheetHtml';
import { language, t } from '../../strings/language';
import '../../styles/paper.css';
import { token } from '../../styles/token';
import { cx } from '../../styles/cx';
import { Link } from '../parts/Link';
import shared from '../parts/shared.module.css';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import { changed, edgesAsked, fileAsked, FIRST_SHEET, type Sheet } from './sheet';
import { SheetsForm } from './SheetsForm';
import { SlideDrawing } from './SlideDrawing';
import styles from './Sheets.module.css';

/** Sheet as it is printed. Every text in its HTML is escaped where it is written. On a phone it scrolls, by keyboard too. */
function PrintedSheet({ html, label }: { readonly html: string; readonly label: string }) {
  return (
    <div
      class={styles.page}
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** Page that prints sheets of any network, and saves drawings of it. */
export function Sheets() {
  useTitle(t('title.sheets'));
  const [sheet, setSheet] = useState(FIRST_SHEET);
  const change = (part: Partial<Sheet>): void => setSheet((before) => changed(before, part));
  const lang = language();
  const { network, own, sample, count, seed, chosen, places, hasSolutions } = sheet;
  const paper = useMemo(
    () =>
      worksheetHtml(fileAsked(sheet), {
        edges: edgesAsked(sheet),
        sample,
        places,
        language: lang,
        palette: token,
      }),
    [network, own, sample, count, seed, chosen, places, lang],
  );
  return (
    <Shell>
      <div class={styles.sheets}>
        <div class={styles.choices}>
          <h1>{t('sheets.heading')}</h1>
          <p class="lead">{t('sheets.intro')}</p>
          <SheetsForm sheet={sheet} onChange={change} />
          <button
            type="button"
            class={cx(shared.button, shared.buttonFirst, shared.buttonTall)}
            onClick={() => print()}
          >
            {t('sheets.print')}
          </button>
          <Link to="/host" class={shared.link}>
            {t('host.heading')}
          </Link>
        </div>
        <section class={styles.preview} aria-label={t('sheets.preview')}>
          <PrintedSheet html={paper.questions} label={t('sheets.questions')} />
          {hasSolutions && <PrintedSheet html={paper.solutions} label={t('sheets.answers')} />}
        </section>
        <div class={styles.choices}>
          <SlideDrawing sheet={sheet} onChange={change} />
        </div>
      </div>
    </Shell>
  );
}
