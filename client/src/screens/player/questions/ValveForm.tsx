import { unitActivation } from '@relay/shared/maths/activations';
import { activationOf } from '@relay/shared/maths/activation';
import { unitByName } from '@relay/shared/maths/unit';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { writtenRoughly } from '../../../picture/numbers/written';
import { sumAt } from '../../../picture/roundFacts';
import { ActivationCurve } from '../ActivationCurve';
import type { QuestionFormProps } from './questionForm';
import { BellyButton } from './BellyButton';
import { FunctionFormula } from './FunctionFormula';
import { FunctionKeys } from './FunctionKeys';
import { functionChoices } from './functionOf';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import styles from './ValveForm.module.css';

/** Increases of the pre-activation, smaller and smaller: the difference quotient approaches the slope. */
const DROPS = [2, 1, 0.5] as const;

/** Form of a slope: a small increase of the pre-activation, and the increase of the output. */
export function ValveForm({ sheet, seat, facts, lines, onInsert, entry }: QuestionFormProps) {
  const [drop, setDrop] = useState<number>(DROPS[0]);
  const unit = unitByName(facts.network, seat.unit)!;
  const layer = facts.network.layers[unit.layer - 1]!;
  const sum = sumAt(facts, unit)!;
  const line = lines[0]!;
  const isFound = seat.answers[line]?.right ?? false;
  const f = activationOf(layer).value;
  const more = writtenRoughly(f(sum + drop) - f(sum));
  return (
    <div class={cx(askStyles.formula, styles.valveForm)}>
      <div class={cx(askStyles.bellyAndCurve, !unitActivation(layer.activation) && askStyles.isAlone)}>
        <BellyButton unit={seat.unit} sum={sum} onInsert={onInsert} />
        <ActivationCurve
          class={askStyles.formCurve}
          layer={layer}
          at={sum}
          shows={isFound ? 'tangent' : 'point'}
          drop={isFound ? undefined : drop}
        >
          <b>f: {t(`play.f.${layer.activation}`)}</b>
          <FunctionFormula layer={layer} isSlope />
        </ActivationCurve>
      </div>
      <div class={styles.drops} role="group" aria-label={t('play.drop.label')}>
        {DROPS.map((size) => (
          <button
            key={size}
            type="button"
            class={cx(styles.dropSize, 'digits')}
            aria-pressed={size === drop}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => setDrop(size)}
          >
            +{size}
          </button>
        ))}
        <p class={cx(styles.dropMore, 'digits')} aria-live="polite">
          {t('play.drop.more', { drop, more: more.startsWith('\u2212') ? more : `+${more}` })}
        </p>
      </div>
      <FunctionKeys keys={functionChoices(facts, unit)} line={line} sheet={sheet} own={null} />
      <div class={askStyles.lines}>{entry(line, <span class={symbols.symbol}>f′</span>)}</div>
    </div>
  );
}
