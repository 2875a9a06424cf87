import { unitByName } from '@relay/shared/maths/unit';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { QuestionFormProps } from '../questions/questionForm';
import { PreActivationBuilder } from '../questions/PreActivationBuilder';
import { cx } from '../../../styles/cx';
import symbols from '../../parts/symbols.module.css';
import askStyles from '../questions/ask.module.css';

/** Form of an extra question: one line, for a gradient or a pre-activation. */
export function ExtraQuestionForm({ entry, seat, facts, sheet }: QuestionFormProps) {
  const read = readNumber(sheet.draft.value.texts.extra ?? '');
  return (
    <div class={askStyles.formula}>
      {!seat.edge && (
        <PreActivationBuilder
          facts={facts}
          unit={unitByName(facts.network, seat.unit)!}
          sheet={sheet}
          line="extra"
          sum={read.ok ? read.value : null}
          isFixed={false}
        />
      )}
      <div class={askStyles.lines}>
        {entry(
          'extra',
          seat.edge ? (
            <span class={cx(symbols.diamond, symbols.soleDiamond)} aria-hidden="true">
              ◆
            </span>
          ) : (
            <span class={symbols.symbol}>u</span>
          ),
        )}
      </div>
    </div>
  );
}
