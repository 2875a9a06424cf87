import { isChoicePart, optionsOf, partKind, partUnit } from '@relay/shared/question/part';
import { ownWords, partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import type { QuestionFormProps } from './questionForm';
import { Choice, ChoiceNote } from './Choices';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import choicesStyles from './Choices.module.css';

/** Default form of a question kind: options of every choice, a line for every number. */
export function PlainForm({ sheet, seat, lines, entry }: QuestionFormProps) {
  return (
    <div class={askStyles.formula}>
      {seat.parts.filter(isChoicePart).map((part) => {
        const answer = seat.answers[part];
        return (
          <div key={part} class={choicesStyles.ways}>
            <p class={choicesStyles.waysAsk}>{partName(part)}</p>
            <ChoiceNote answer={answer} />
            <div class={choicesStyles.waysChoices} role="group" aria-label={partName(part)}>
              {optionsOf(part).map((value) => (
                <Choice
                  key={value}
                  part={part}
                  value={value}
                  sheet={sheet}
                  answer={answer}
                  class={choicesStyles.choiceWay}
                >
                  {ownWords(part, value)}
                </Choice>
              ))}
            </div>
          </div>
        );
      })}
      <div class={askStyles.lines}>
        {lines.map((line) =>
          entry(
            line,
            <span class={symbols.symbol}>
              {t(`play.short.${partKind(line)}`, { unit: partUnit(line) ?? '' })}
            </span>,
          ),
        )}
      </div>
    </div>
  );
}
