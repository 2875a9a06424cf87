import { t } from '../strings/language';
import { HomeNet } from './home/HomeNet';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { useTitle } from './useTitle';

export function Home() {
  useTitle(t('title.home'));
  return (
    <Shell isHome>
      <div class="home">
        <HomeNet />
        <section class="home-words">
          <h1>{t('home.heading')}</h1>
          <p class="lead">{t('home.lead')}</p>
          <div class="home-doors">
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
