import { t } from '../strings/language';
import { Character } from './parts/Character';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { useTitle } from './useTitle';

export function Home() {
  useTitle(t('title.home'));
  return (
    <Shell isHome>
      <div class="home">
        <section class="home-picture" aria-hidden="true">
          <svg viewBox="0 0 400 260" class="home-lines" focusable="false">
            <path class="home-line" d="M70 92C130 70 150 76 200 92" />
            <path class="home-line home-dashed" d="M70 176c50-8 70-54 130-74" />
            <path class="home-line" d="M72 178c50 18 80 20 128 4" />
            <path class="home-line" d="M236 92c40 6 60 22 94 40" />
            <path class="home-line home-question" d="M236 180c40-4 62-18 94-36" />
            <path class="home-line home-question-inner" d="M236 180c40-4 62-18 94-36" />
          </svg>
          <Character kind="input" class="at-x1" belly="1" />
          <Character kind="input" class="at-x2" belly="2" />
          <Character kind="hidden" class="at-h1" />
          <Character kind="hidden" class="at-h2" mood="wave" />
          <Character kind="output" class="at-y1" mood="hop" />
        </section>
        <section class="home-words">
          <h1>{t('home.heading')}</h1>
          <p class="lead">{t('home.lead')}</p>
          <div class="cards">
            <Link to="/join" class="card-link card-first" describedBy="about-join">
              {t('home.join')}
            </Link>
            <p id="about-join" class="card-text">
              {t('home.joinText')}
            </p>
            <Link to="/practise" class="card-link" describedBy="about-practise">
              {t('home.practise')}
            </Link>
            <p id="about-practise" class="card-text">
              {t('home.practiseText')}
            </p>
            <Link to="/host" class="card-link" describedBy="about-host">
              {t('home.host')}
            </Link>
            <p id="about-host" class="card-text">
              {t('home.hostText')}
            </p>
          </div>
        </section>
      </div>
    </Shell>
  );
}
