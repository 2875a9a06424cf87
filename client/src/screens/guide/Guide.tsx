import { LESSON_PLAN } from '@relay/shared/lesson/plan';
import { MISTAKE_IDS } from '@relay/shared/question/mistakes/mistakes';
import { mistakeName } from '../../describe/mistakes';
import { t } from '../../strings/language';
import { stepWords } from '../host/control/planWords';
import { Creature } from '../parts/Creature';
import { type Breed, CREATURES } from '../parts/creatures';
import { Link } from '../parts/Link';
import shared from '../parts/shared.module.css';
import { Shell } from '../parts/Shell';
import { useTitle } from '../useTitle';
import styles from './Guide.module.css';

const BREEDS: readonly Breed[] = ['valve', 'way', 'input', 'belly', 'loss', 'step', 'slip'];
const FOLLOW_UPS = ['deeper', 'homework', 'code'] as const;

/** Mistakes of one kind, in the words that students read. */
function Mistakes({ breed }: { readonly breed: Breed }) {
  const ids = MISTAKE_IDS.filter((id) => CREATURES[id].breed === breed);
  return (
    <section>
      <h3>{t(`guide.mistakes.families.${breed}`)}</h3>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('guide.mistakes.column.mistake')}</th>
            <th scope="col">{t('guide.mistakes.column.says')}</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <tr key={id}>
              <th scope="row">
                <Creature id={id} class={styles.creature} />
                <span>{mistakeName(id)}</span>
              </th>
              <td>{t(`mistakes.${id}.first`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Steps of the 50-minute lesson with what is said at each, as the console shows them. */
function Steps() {
  return (
    <ol class={styles.steps}>
      <Step {...stepWords('join')} />
      {LESSON_PLAN.map(({ id, minutes: [from, to] }) => {
        const words = stepWords(id);
        return (
          <Step key={id} {...words} name={`${words.name} · ${t('guide.steps.minutes', { from, to })}`} />
        );
      })}
      <Step {...stepWords('end')} />
    </ol>
  );
}

function Step({ name, say, short }: { readonly name: string; readonly say: string; readonly short: string }) {
  return (
    <li>
      <h3>{name}</h3>
      <p>{say}</p>
      <p class="hint">
        {t('guide.steps.short')} {short}
      </p>
    </li>
  );
}

/** The teacher's guide: what the lesson is for, mistakes, what to say, and what may follow. */
export function Guide() {
  useTitle(t('title.guide'));
  return (
    <Shell>
      <article class={styles.guide}>
        <h1>{t('guide.heading')}</h1>
        <section>
          <h2>{t('guide.purpose.heading')}</h2>
          <p>{t('guide.purpose.places')}</p>
          <p>{t('guide.purpose.depth')}</p>
          <p>{t('guide.purpose.need')}</p>
        </section>
        <section>
          <h2>{t('guide.steps.heading')}</h2>
          <Steps />
        </section>
        <section>
          <h2>{t('guide.mistakes.heading')}</h2>
          <p>{t('guide.mistakes.intro')}</p>
          {BREEDS.map((breed) => (
            <Mistakes key={breed} breed={breed} />
          ))}
        </section>
        <section>
          <h2>{t('guide.followUps.heading')}</h2>
          {FOLLOW_UPS.map((one) => (
            <section key={one}>
              <h3>{t(`guide.followUps.${one}.name`)}</h3>
              <p>{t(`guide.followUps.${one}.text`)}</p>
            </section>
          ))}
        </section>
        <p>
          <Link to="/sheets" class={shared.link}>
            {t('host.sheets')}
          </Link>{' '}
          <Link to="/host" class={shared.link}>
            {t('host.heading')}
          </Link>
        </p>
      </article>
    </Shell>
  );
}
