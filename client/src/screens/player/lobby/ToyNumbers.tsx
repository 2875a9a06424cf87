import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import type { ToyAnswer } from './dripping';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import styles from './ToyNumbers.module.css';

interface ToyNumbersProps {
  readonly sum: number;
  readonly answer: ToyAnswer;
}

/** Sum, output and slope as numbers with their symbols. */
export function ToyNumbers({ sum, answer }: ToyNumbersProps) {
  const rows = [
    ['sum', 'u', sum],
    ['output', 'f(u)', answer.output],
    ['slope', 'f\u2032(u)', answer.slope],
  ] as const;
  return (
    <dl class={styles.toyNumbers}>
      {rows.map(([name, symbol, value]) => (
        <div key={name} class={styles.toyRow} data-name={name}>
          <dt>
            <span class={cx(symbols.symbol, styles.symbol)}>{symbol}</span> {t(`lobby.${name}`)}
          </dt>
          <dd class="digits" data-testid={`toy-${name}`} data-value={value}>
            {written(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
