import { t } from '../../../strings/language';
import { WorkingCard } from '../../parts/WorkingCard';
import type { QuestionFormProps } from './questionForm';
import { Choice, ChoiceNote } from './Choices';
import askStyles from './ask.module.css';
import choicesStyles from './Choices.module.css';

/** Form that asks for the wrong card in a written working. */
export function DebugForm({ sheet, seat, facts }: QuestionFormProps) {
  if (seat.given?.type !== 'working' || !seat.edge) return null;
  const answer = seat.answers.term;
  return (
    <div class={askStyles.formula}>
      <WorkingCard
        network={facts.network}
        edge={seat.edge}
        working={seat.given.working}
        note={<ChoiceNote answer={answer} />}
        card={(term, content) => (
          <Choice part="term" value={term} sheet={sheet} answer={answer} class={choicesStyles.choiceCard}>
            {content}
          </Choice>
        )}
      />
      <p class="hint">{t('questions.debug.choose')}</p>
    </div>
  );
}
