import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';
import { cx } from '../../styles/cx';
import pages from '../parts/pages.module.css';
import shared from '../parts/shared.module.css';

/** Page shown when no suitable network could be drawn. Rare; a press asks for another question. */
export function NoQuestionPage({ onAnother }: { readonly onAnother: () => void }) {
  return (
    <Shell>
      <div class={cx(pages.page, pages.pageCentred)}>
        <Character kind="hidden" class={pages.pageFigure} />
        <h1>{t('practise.noQuestion.heading')}</h1>
        <p>{t('practise.noQuestion.text')}</p>
        <div class={pages.stack}>
          <button type="button" class={cx(shared.button, shared.buttonFirst)} onClick={onAnother}>
            {t('practise.noQuestion.another')}
          </button>
          <Link to="/practise" class={shared.button}>
            {t('practise.toLessons')}
          </Link>
        </div>
      </div>
    </Shell>
  );
}
