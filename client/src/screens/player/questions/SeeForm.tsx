import { valueAt } from '@relay/shared/question/places/place';
import { t } from '../../../strings/language';
import { liveWorking } from '../../../picture/numbers/liveWorking';
import { written } from '../../../picture/numbers/written';
import { Product, SlotView } from '../places/Slot';
import { Extras } from './Extras';
import type { QuestionFormProps } from './questionForm';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import styles from './SeeForm.module.css';

/** Form of the help level "see": only places are asked, and their values are computed, right or wrong. */
export function SeeForm({ facts, formula, onInsert }: QuestionFormProps) {
  if (!formula) return null;
  const { network, pass, sample } = facts;
  const live = liveWorking(formula, (place) => valueAt(network, pass, sample, place));
  const slot = { facts, onInsert };
  const { rows, error, valve, input } = formula;
  return (
    <div class={askStyles.formula}>
      <p class={cx('hint', styles.seeHint)}>{t('questions.level.see')}</p>
      {rows.length > 0 && (
        <div class={askStyles.sumRows}>
          {rows.map((row, i) => (
            <div key={i} class={askStyles.sumRow}>
              <Product slots={row} {...slot} />
              <Result value={live.rows[i] ?? null} />
            </div>
          ))}
        </div>
      )}
      <Extras places={formula.extras} {...slot} />
      {rows.length > 0 && (
        <div class={styles.seeLine}>
          <span class={symbols.sigma}>Σ</span>
          <Result value={live.S} />
        </div>
      )}
      <div class={styles.seeLine}>
        {error ? <SlotView slot={error} {...slot} /> : <span class={symbols.sigma}>Σ</span>}
        {valve && <span class={symbols.times}>×</span>}
        {valve && <SlotView slot={valve} {...slot} />}
        <Result value={live.delta} name="δ" />
      </div>
      <div class={styles.seeLine}>
        <span class={symbols.symbol}>δ</span>
        <span class={symbols.times}>×</span>
        {input ? <SlotView slot={input} {...slot} /> : <span class={cx(symbols.symbol, 'digits')}>1</span>}
        <Result value={live.G} name="◆" />
      </div>
    </div>
  );
}

/** Value of a product or sum, with its name. */
function Result({ value, name }: { readonly value: number | null; readonly name?: string }) {
  return (
    <span class={cx(styles.result, value === null && styles.isOpen)} data-testid="result">
      <span class={symbols.equals}>=</span>{' '}
      <span class="digits">{value === null ? t('questions.open') : written(value)}</span>
      {name && <span class={styles.resultName}> {name}</span>}
    </span>
  );
}
