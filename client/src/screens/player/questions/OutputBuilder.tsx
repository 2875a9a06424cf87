import { unitActivation } from '@relay/shared/maths/activations';
import type { UnitRef } from '@relay/shared/maths/unit';
import { unitName } from '@relay/shared/maths/unit';
import type { AnswerForm } from '../../../input/answerForm';
import type { Line } from '../../../input/draft';
import { t } from '../../../strings/language';
import { type RoundFacts, sumAt } from '../../../picture/roundFacts';
import { ActivationCurve } from '../ActivationCurve';
import { BellyButton } from './BellyButton';
import { FunctionFormula } from './FunctionFormula';
import { FunctionKeys } from './FunctionKeys';
import { functionChoices, fKey } from './functionOf';
import { cx } from '../../../styles/cx';
import askStyles from './ask.module.css';
import styles from './OutputBuilder.module.css';

interface HandingOnProps {
  readonly facts: RoundFacts;
  readonly unit: UnitRef;
  readonly sheet: AnswerForm;
  readonly line: Line;
  /** True where the sum is given and the player chooses the function. */
  readonly isChoice: boolean;
  /** True once the point on the curve may be shown. */
  readonly isFound: boolean;
  readonly onInsert: (value: string) => void;
}

/** Steps from the pre-activation through f to the unit's output. */
export function OutputBuilder({ facts, unit, sheet, line, isChoice, isFound, onInsert }: HandingOnProps) {
  const layer = facts.network.layers[unit.layer - 1]!;
  const known = sumAt(facts, unit)!;
  const sum = Number.isNaN(known) ? null : known;
  return (
    <div class={styles.handingOn}>
      <div class={cx(askStyles.bellyAndCurve, !unitActivation(layer.activation) && askStyles.isAlone)}>
        <BellyButton unit={unitName(facts.network, unit)} sum={sum} onInsert={onInsert} />
        <ActivationCurve
          class={askStyles.formCurve}
          layer={layer}
          at={sum}
          shows={isFound || !isChoice ? 'point' : 'sum'}
        >
          <b>f: {t(`play.f.${layer.activation}`)}</b>
          <FunctionFormula layer={layer} />
        </ActivationCurve>
      </div>
      <FunctionKeys
        keys={isChoice ? functionChoices(facts, unit) : [fKey(facts, unit)]}
        line={line}
        sheet={sheet}
        own={isChoice ? null : sum}
      />
    </div>
  );
}
