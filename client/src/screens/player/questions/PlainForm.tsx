import { isChoicePart, optionsOf, partKind, partUnit } from '@relay/shared/question/part';
import { ownWords, partName } from '../../../describe/verdict';
import { t } from '../../../strings/language';
import type { QuestionFormProps } from './ask';
import { Choice, ChoiceNote } from './Choices';

/** The form of a kind of question without one of its own: the options of every choice, a line for every number. */
export function PlainForm({ sheet, seat, lines, entry }: QuestionFormProps) {
  return (
    <div class="formula">
      {seat.parts.filter(isChoicePart).map((part) => {
        const answer = seat.answers[part];
        return (
          <div key={part} class="ways">
            <p class="ways-ask">{partName(part)}</p>
            <ChoiceNote answer={answer} />
            <div class="ways-choices" role="group" aria-label={partName(part)}>
              {optionsOf(part).map((value) => (
                <Choice
                  key={value}
                  part={part}
                  value={value}
                  sheet={sheet}
                  answer={answer}
                  class="choice-way"
                >
                  {ownWords(part, value)}
                </Choice>
              ))}
            </div>
          </div>
        );
      })}
      <div class="lines">
        {lines.map((line) =>
          entry(
            line,
            <span class="symbol">{t(`play.short.${partKind(line)}`, { unit: partUnit(line) ?? '' })}</span>,
          ),
        )}
      </div>
    </div>
  );
}
