import type { UnitRef } from '@relay/shared/maths/unit';
import type { AnswerForm } from '../../../input/answerForm';
import type { Line } from '../../../input/draft';
import { t } from '../../../strings/language';
import { type RoundFacts, sumAt } from '../../../picture/roundFacts';
import { Porthole } from '../../parts/Porthole';
import { termsOfSum, isTermInLine, withTermToggled } from './sumTerms';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import styles from './PreActivationBuilder.module.css';

interface FillingUpProps {
  readonly facts: RoundFacts;
  readonly unit: UnitRef;
  readonly sheet: AnswerForm;
  readonly line: Line;
  /** Value of the player's line; null while it is no number. */
  readonly sum: number | null;
  readonly isFixed: boolean;
}

/** Terms of a pre-activation as drops: tapped in any order, they add up in the line. */
export function PreActivationBuilder({ facts, unit, sheet, line, sum, isFixed }: FillingUpProps) {
  const text = sheet.draft.value.texts[line] ?? '';
  const flows = termsOfSum(facts, unit);
  const inside = flows.filter((_, i) => isTermInLine(text, flows, i)).length;
  const known = sumAt(facts, unit)!;
  return (
    <div class={styles.bellyAndFlows}>
      <Porthole sum={isFixed && !Number.isNaN(known) ? known : sum} drops={inside} />
      <ul class={styles.flows} aria-label={t('play.flow.label')}>
        {flows.map(({ source, input, weight, term }, i) => {
          const isThere = isTermInLine(text, flows, i);
          return (
            <li key={source}>
              <button
                type="button"
                class={styles.flow}
                aria-pressed={isThere}
                aria-disabled={term === null || isFixed}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => {
                  if (term === null || isFixed) return;
                  sheet.type(line, withTermToggled(text, term, isThere));
                  sheet.focus.value = line;
                }}
              >
                <span class={cx(askStyles.flowSource, styles.flowSource)}>
                  {source ?? t('play.flow.bias')}
                </span>
                <span class={cx(styles.flowProduct, 'digits')}>
                  {source !== null && (
                    <>
                      {input}
                      <span class={cx(symbols.times, styles.times)}>×</span>
                    </>
                  )}
                  {weight}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
