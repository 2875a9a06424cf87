import { useState } from 'preact/hooks';
import { forward } from '@relay/shared/maths/forward';
import type { Network } from '@relay/shared/maths/network';
import { readNumber } from '@relay/shared/question/readNumber';
import { t } from '../../strings/language';
import { writtenShort } from '../../view/written';

/** Reads what was typed for each input; undefined as long as one of them is no number. */
function readAll(texts: readonly string[]): number[] | undefined {
  const read = texts.map(readNumber);
  const values = read.flatMap((one) => (one.ok ? [one.value] : []));
  return values.length === read.length ? values : undefined;
}

/** Asks the network as it is now what it makes of inputs that somebody calls out, also of ones it was never taught. */
export function TryNetwork({ network }: { readonly network: Network }) {
  const [texts, setTexts] = useState<readonly string[]>(() =>
    Array.from({ length: network.inputs }, () => ''),
  );
  const inputs = readAll(texts);
  const outputs = inputs && forward(network, inputs).outputs.at(-1)!;
  return (
    <section class="card try-network">
      <h2>{t('host.try.heading')}</h2>
      <p class="muted">{t('host.try.hint')}</p>
      <div class="try-inputs">
        {texts.map((text, i) => (
          <label key={i} class="try-input">
            <span>x{i + 1}</span>
            <input
              type="text"
              inputmode="text"
              autocomplete="off"
              class="input digits"
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
      <p class={outputs ? 'try-outputs digits' : 'muted'} data-testid="tried" aria-live="polite">
        {outputs
          ? outputs.map((y, k) => `y${k + 1} ${writtenShort(y)}`).join(' · ')
          : texts.some((text) => text !== '') && t('host.try.nothing')}
      </p>
    </section>
  );
}
