import { isBias } from '@relay/shared/maths/unit';
import { t } from '../../../strings/language';
import { SlotView } from '../places/Slot';
import type { QuestionFormProps } from '../questions/questionForm';
import { Extras } from '../questions/Extras';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from '../questions/ask.module.css';
import styles from './OwnForm.module.css';

/** Form for the places that the unit knows before its turn: its slope and the input. */
export function OwnPlacesForm({ facts, formula, onInsert, sheet }: QuestionFormProps) {
  if (!formula) return null;
  const { valve, input } = formula;
  const others = sheet.placeGroups().own.filter((place) => place !== valve?.place && place !== input?.place);
  const slot = { facts, onInsert };
  return (
    <div class={askStyles.formula}>
      <div class={styles.ownSlots}>
        <span class={cx(symbols.sigma, symbols.isWaiting)} aria-hidden="true">
          Σ
        </span>
        <span class={symbols.times}>×</span>
        {valve && <SlotView slot={valve} {...slot} />}
        {input && (
          <>
            <span class={symbols.times}>×</span>
            <SlotView slot={input} {...slot} />
          </>
        )}
      </div>
      <Extras places={others} {...slot} />
    </div>
  );
}

export const ownHeading = (edge: Parameters<typeof isBias>[0]): string =>
  t(isBias(edge) ? 'relay.own.bias' : 'relay.own.heading');
