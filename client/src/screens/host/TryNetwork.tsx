import { useState } from 'preact/hooks';
import { forward } from '@relay/shared/maths/forward';
import type { Network } from '@relay/shared/maths/network';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import { t } from '../../strings/language';
import { writtenShort } from '../../picture/numbers/written';
import { cx } from '../../styles/cx';
import { useIsSettled } from '../parts/settled';
import shared from '../parts/shared.module.css';
import styles from './TryNetwork.module.css';

/** Reads the number typed for each input; undefined while any text is no number. */
function readAll(texts: readonly string[]): number[] | undefined {
  const read = texts.map(readNumber);
  const values = read.flatMap((one) => (one.ok ? [one.value] : []));
  return values.length === read.length ? values : undefined;
}

interface TryNetworkProps {
  readonly network: Network;
  /** Starts a trial, in which the class guesses first; null while none can start. */
  readonly onTrial: ((x: readonly number[]) => void) | null;
}

/** Outputs of the current network for inputs that the host types, training data or not. */
export function TryNetwork({ network, onTrial }: TryNetworkProps) {
  const [texts, setTexts] = useState<readonly string[]>(() =>
    Array.from({ length: network.inputs }, () => ''),
  );
  const isSettled = useIsSettled();
  const inputs = readAll(texts);
  const outputs = inputs && forward(network, inputs).outputs.at(-1)!;
  return (
    <section class={cx(shared.card, styles.tryNetwork)}>
      <h2>{t('host.try.heading')}</h2>
      <p class="muted">{t('host.try.hint')}</p>
      <div class={styles.tryInputs}>
        {texts.map((text, i) => (
          <label key={i} class={styles.tryInput}>
            <span>x{i + 1}</span>
            <input
              type="text"
              inputmode="text"
              autocomplete="off"
              class={cx(shared.input, 'digits')}
              aria-label={t('host.try.input', { input: `x${i + 1}` })}
              value={text}
              maxLength={20}
              onInput={({ currentTarget: { value } }) =>
                setTexts(texts.map((other, j) => (j === i ? value : other)))
              }
            />
          </label>
        ))}
      </div>
      <p
        class={cx(outputs ? cx(styles.tryOutputs, 'digits') : 'muted')}
        data-testid="tried"
        aria-live="polite"
      >
        {outputs
          ? outputs.map((y, k) => `y${k + 1} ${writtenShort(y)}`).join(' · ')
          : texts.some((text) => text !== '') && t('host.try.nothing')}
      </p>
      {onTrial && (
        <>
          <button
            type="button"
            class={shared.button}
            aria-disabled={inputs === undefined || !isSettled}
            aria-describedby="trial-text"
            onClick={() => inputs && onTrial(inputs)}
          >
            {t('hostActivities.trial.open')}
          </button>
          <p id="trial-text" class="hint">
            {t(inputs ? 'hostActivities.trial.text' : 'hostActivities.trial.needs')}
          </p>
        </>
      )}
    </section>
  );
}
