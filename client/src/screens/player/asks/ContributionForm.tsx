import { t } from '../../../strings/language';
import { Product, SlotView } from '../Slot';
import type { AskProps } from './ask';

/** The set of three as a form: the taken places fall into it, then sums and products are given. */
export function ContributionForm({ facts, formula, lines, onInsert, entry }: AskProps) {
  if (!formula) return null;
  const slot = { facts, onInsert };
  const single = formula.error ? [formula.error, ...(formula.valve ? [formula.valve] : [])] : [];
  const input = formula.input ? (
    <SlotView slot={formula.input} {...slot} />
  ) : (
    <span class="symbol digits">1</span>
  );
  return (
    <div class="formula">
      {formula.rows.length > 0 && (
        <div class="sum-rows">
          {formula.rows.map((row, i) => (
            <div key={i} class="sum-row">
              <Product slots={row} {...slot} />
            </div>
          ))}
        </div>
      )}
      {formula.extras.length > 0 && (
        <div class="extras">
          <span class="extras-label">{t('play.extras')}</span>
          {formula.extras.map((place) => (
            <SlotView key={place} slot={{ number: null, place }} {...slot} />
          ))}
        </div>
      )}
      <div class="lines">
        {lines.includes('S') && entry('S', <span class="sigma">Σ</span>)}
        {lines.includes('delta') &&
          entry(
            'delta',
            formula.error ? (
              <Product slots={single} {...slot} />
            ) : (
              <>
                <span class="sigma">Σ</span>
                <span class="times">×</span>
                {formula.valve && <SlotView slot={formula.valve} {...slot} />}
              </>
            ),
          )}
        {lines.includes('G') &&
          entry(
            'G',
            <>
              {lines.includes('delta') ? <span class="symbol">δ</span> : <Product slots={single} {...slot} />}
              <span class="times">×</span>
              {input}
            </>,
          )}
      </div>
    </div>
  );
}
