import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import { say } from '../../announcer';
import { Character } from '../../parts/Character';
import { ActivationCurve } from '../ActivationCurve';
import { toyAnswerOf, DROP_AMOUNTS, sumAfterDrop, TOY_FUNCTIONS, type ToyFunction } from './dripping';
import { ToyNumbers } from './ToyNumbers';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './BellyToy.module.css';

/** Number with its sign, as written on a drop. */
const signed = (drip: number): string => `${drip > 0 ? '+' : ''}${written(drip)}`;

/** Sum, last drop, and number of drops. */
interface Belly {
  readonly sum: number;
  readonly last: number | null;
  readonly drops: number;
}

const EMPTY: Belly = { sum: 0, last: null, drops: 0 };

/** Toy of the lobby: number drops change the sum in a belly, and its output follows. Not part of the game's rules. */
export function BellyToy() {
  const [belly, setBelly] = useState(EMPTY);
  const [activation, setActivation] = useState<ToyFunction>('sigmoid');
  const answer = toyAnswerOf(activation, belly.sum);

  const tell = (sum: number, name: ToyFunction): void => {
    const { output, slope, feeling } = toyAnswerOf(name, sum);
    say(
      `${t('lobby.said', { sum: written(sum), output: written(output), slope: written(slope) })} ${t(`lobby.feeling.${feeling}`)}`,
    );
  };
  const drip = (amount: number): void => {
    const sum = sumAfterDrop(belly.sum, amount);
    setBelly({ sum, last: amount, drops: belly.drops + 1 });
    tell(sum, activation);
  };
  const empty = (): void => {
    setBelly({ sum: 0, last: null, drops: belly.drops + 1 });
    tell(0, activation);
  };
  const choose = (name: ToyFunction): void => {
    setActivation(name);
    tell(belly.sum, name);
  };

  return (
    <section class={styles.toy} aria-labelledby="toy-heading">
      <h2 id="toy-heading">{t('lobby.heading')}</h2>
      <div class={styles.toyPicture}>
        <div class={styles.toyFigure}>
          <Character
            kind="hidden"
            class={styles.toyCharacter}
            mood={belly.drops === 0 ? 'wave' : belly.last === null ? 'idle' : 'eat'}
            filling={{ sum: belly.sum, opening: answer.opening, drops: belly.drops }}
          />
          {belly.last !== null && <Drop key={belly.drops} amount={belly.last} />}
        </div>
        <ToyNumbers sum={belly.sum} answer={answer} />
        <ActivationCurve
          class={styles.toyCurve}
          layer={{ units: 1, activation }}
          at={belly.sum}
          shows="tangent"
        />
      </div>
      <DripButtons onDrip={drip} onEmpty={empty} />
      <FunctionChoice chosen={activation} onChoose={choose} />
      <p class={styles.toyMore} data-testid="toy-more">
        {t('lobby.more')} <b>{t(`lobby.feeling.${answer.feeling}`)}</b>
      </p>
    </section>
  );
}

interface DripButtonsProps {
  readonly onDrip: (amount: number) => void;
  readonly onEmpty: () => void;
}

function DripButtons({ onDrip, onEmpty }: DripButtonsProps) {
  return (
    <div class={styles.toyDrips} role="group" aria-label={t('lobby.drips')}>
      {DROP_AMOUNTS.map((amount) => (
        <button
          key={amount}
          type="button"
          class={cx(
            shared.button,
            styles.button,
            'digits',
            styles.toyDrip,
            amount > 0 ? styles.isPlus : styles.isMinus,
          )}
          onClick={() => onDrip(amount)}
        >
          {signed(amount)}
        </button>
      ))}
      <button type="button" class={cx(shared.button, styles.button)} onClick={onEmpty}>
        {t('lobby.empty')}
      </button>
    </div>
  );
}

interface FunctionChoiceProps {
  readonly chosen: ToyFunction;
  readonly onChoose: (name: ToyFunction) => void;
}

function FunctionChoice({ chosen, onChoose }: FunctionChoiceProps) {
  return (
    <fieldset class={styles.toyFunctions}>
      <legend class="visually-hidden">{t('lobby.function')}</legend>
      {TOY_FUNCTIONS.map((name) => (
        <label key={name} class={cx(styles.toyFunction, name === chosen && styles.isChosen)}>
          <input
            type="radio"
            name="toy-function"
            value={name}
            checked={name === chosen}
            onChange={() => onChoose(name)}
          />
          {t(`play.f.${name}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Drop that falls into the mouth and disappears; smaller for a half. */
function Drop({ amount }: { readonly amount: number }) {
  const look = cx(amount > 0 ? styles.isPlus : styles.isMinus, Math.abs(amount) < 1 && styles.isSmall);
  return (
    <svg
      class={cx(styles.toyDrop, look)}
      data-testid="toy-drop"
      viewBox="0 0 40 52"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M20 2c8 14 17 21 17 32a17 16 0 0 1-34 0C3 23 12 16 20 2Z" />
      <text x="20" y="36">
        {amount > 0 ? '+' : '\u2212'}
      </text>
    </svg>
  );
}
