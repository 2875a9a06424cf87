import { edgeName } from '@relay/shared/maths/unit';
import type { ExtraQuestionView, PlayerView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written } from '../../../picture/numbers/written';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './ExtraQuestionHeading.module.css';

type Asked = Pick<ExtraQuestionView, 'unit' | 'edge'>;

const list = (values: readonly number[]): string => values.map(written).join(' · ');

/** Weight or unit of an extra question, and its inputs and target. */
function extraQuestionWords({ unit, edge }: Asked, { network, sample }: RoundFacts) {
  const x = list(sample.x);
  if (!edge)
    return { name: t('relay.extra.belly', { unit }), about: t('relay.extra.inputs', { x }), text: '' };
  return {
    name: t('relay.extra.heading', { edge: edgeName(network, edge) }),
    about: t('relay.extra.sample', { x, t: list(sample.t) }),
    text: t('relay.extra.text'),
  };
}

/** Heading of an extra question as one sentence. */
export function extraQuestionSentence(asked: Asked, facts: RoundFacts): string {
  const { name, about, text } = extraQuestionWords(asked, facts);
  return [name, about, text].filter((piece) => piece !== '').join('. ');
}

interface BonusHeadProps {
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly facts: RoundFacts;
  readonly onAside: () => void;
}

export function ExtraQuestionHeading({ seat, facts, onAside }: BonusHeadProps) {
  const { name, about, text } = extraQuestionWords(seat, facts);
  return (
    <div class={styles.bonusHead}>
      <div>
        <h1>{name}</h1>
        <p class="hint">
          <span class="digits">{about}</span>
          <br />
          {text}
        </p>
      </div>
      <button type="button" class={cx(shared.button, styles.button, shared.buttonSmall)} onClick={onAside}>
        {t('relay.extra.aside')}
      </button>
    </div>
  );
}
