import { unitByName } from '@relay/shared/maths/unit';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { QuestionFormProps } from '../questions/ask';
import { PreActivationBuilder } from '../questions/FillingUp';

/** What is asked besides: one line, for the gradient of a further ◆ or for a belly. */
export function ExtraQuestionForm({ entry, seat, facts, sheet }: QuestionFormProps) {
  const read = readNumber(sheet.draft.value.texts.bonus ?? '');
  return (
    <div class="formula">
      {!seat.edge && (
        <PreActivationBuilder
          facts={facts}
          unit={unitByName(facts.network, seat.unit)!}
          sheet={sheet}
          line="bonus"
          sum={read.ok ? read.value : null}
          isFixed={false}
        />
      )}
      <div class="lines">
        {entry(
          'bonus',
          seat.edge ? (
            <span class="diamond sole-diamond" aria-hidden="true">
              ◆
            </span>
          ) : (
            <span class="symbol">u</span>
          ),
        )}
      </div>
    </div>
  );
}
