import { t } from '../strings/language';
import { HomeNet } from './home/HomeNet';
import { Link } from './parts/Link';
import { Shell } from './parts/Shell';
import { useTitle } from './useTitle';
import { cx } from '../styles/cx';
import styles from './Home.module.css';

export function Home() {
  useTitle(t('title.home'));
  return (
    <Shell isHome>
      <div class={styles.home}>
        <HomeNet />
        <section class={styles.homeWords}>
          <h1>{t('home.heading')}</h1>
          <p class="lead">{t('home.lead')}</p>
          <div class={styles.homeDoors}>
            <Link to="/join" class={cx(styles.cardLink, styles.cardFirst)} describedBy="about-join">
              {t('home.join')}
            </Link>
            <p id="about-join" class={styles.cardText}>
              {t('home.joinText')}
            </p>
            <Link to="/practise" class={styles.cardLink} describedBy="about-practise">
              {t('home.practise')}
            </Link>
            <p id="about-practise" class={styles.cardText}>
              {t('home.practiseText')}
            </p>
            <Link to="/host" class={styles.cardLink} describedBy="about-host">
              {t('home.host')}
            </Link>
            <p id="about-host" class={styles.cardText}>
              {t('home.hostText')}
            </p>
          </div>
        </section>
      </div>
    </Shell>
  );
}
