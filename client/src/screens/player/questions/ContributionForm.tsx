import { Product, SlotView } from '../places/Slot';
import type { QuestionFormProps } from './questionForm';
import { levelOf } from '../../../describe/help';
import { Extras } from './Extras';
import { SeeForm } from './SeeForm';
import { SinglePartForm } from './SinglePartForm';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';

/** Form of the set of three, by the player's help level. */
export function ContributionForm(props: QuestionFormProps) {
  switch (levelOf(props.seat.parts)) {
    case 'see':
      return <SeeForm {...props} />;
    case 'work':
      return <WorkForm {...props} />;
    case 'blank':
      return <SinglePartForm {...props} />;
  }
}

/** Form of the help level "work": taken places fill the formula, then sums and products are entered. */
function WorkForm({ facts, formula, lines, onInsert, entry }: QuestionFormProps) {
  if (!formula) return null;
  const slot = { facts, onInsert };
  const single = formula.error ? [formula.error, ...(formula.valve ? [formula.valve] : [])] : [];
  const input = formula.input ? (
    <SlotView slot={formula.input} {...slot} />
  ) : (
    <span class={cx(symbols.symbol, 'digits')}>1</span>
  );
  return (
    <div class={askStyles.formula}>
      {formula.rows.length > 0 && (
        <div class={askStyles.sumRows}>
          {formula.rows.map((row, i) => (
            <div key={i} class={askStyles.sumRow}>
              <Product slots={row} {...slot} />
            </div>
          ))}
        </div>
      )}
      <Extras places={formula.extras} {...slot} />
      <div class={askStyles.lines}>
        {lines.includes('S') && entry('S', <span class={symbols.sigma}>Σ</span>)}
        {lines.includes('delta') &&
          entry(
            'delta',
            formula.error ? (
              <Product slots={single} {...slot} />
            ) : (
              <>
                <span class={symbols.sigma}>Σ</span>
                <span class={symbols.times}>×</span>
                {formula.valve && <SlotView slot={formula.valve} {...slot} />}
              </>
            ),
          )}
        {lines.includes('G') &&
          entry(
            'G',
            <>
              {lines.includes('delta') ? (
                <span class={symbols.symbol}>δ</span>
              ) : (
                <Product slots={single} {...slot} />
              )}
              <span class={symbols.times}>×</span>
              {input}
            </>,
          )}
      </div>
    </div>
  );
}
