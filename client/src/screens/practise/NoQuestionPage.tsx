import { t } from '../../strings/language';
import { Character } from '../parts/Character';
import { Link } from '../parts/Link';
import { Shell } from '../parts/Shell';

/** Nothing good could be drawn: seldom enough, and another question is one press away. */
export function NoQuestionPage({ onAnother }: { readonly onAnother: () => void }) {
  return (
    <Shell>
      <div class="sheet sheet-centre">
        <Character kind="hidden" class="sheet-figure" />
        <h1>{t('practise.noQuestion.heading')}</h1>
        <p>{t('practise.noQuestion.text')}</p>
        <div class="stack">
          <button type="button" class="button button-first" onClick={onAnother}>
            {t('practise.noQuestion.another')}
          </button>
          <Link to="/practise" class="button">
            {t('practise.toLessons')}
          </Link>
        </div>
      </div>
    </Shell>
  );
}
