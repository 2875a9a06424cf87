import { valueOfEdge } from '@relay/shared/maths/unit';
import type { PartView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { written } from '../../../picture/numbers/written';
import { insertedText } from '../../../picture/numbers/insertedText';
import type { QuestionFormProps } from './questionForm';
import { Choice, ChoiceNote } from './Choices';
import { LossHill } from './LossHill';
import { Value } from './Value';
import symbols from '../../parts/symbols.module.css';
import askStyles from './ask.module.css';
import choicesStyles from './Choices.module.css';
import styles from './UpdateForm.module.css';

/** Form of an update: the gradient is given; first the direction is asked, then the new weight. */
export function UpdateForm({ sheet, seat, facts, onInsert, entry }: QuestionFormProps) {
  const { network } = facts;
  if (!seat.edge || seat.given?.type !== 'gradient') return null;
  const { G } = seat.given;
  const answer = seat.answers.direction;
  const way = answer?.right ? (answer.raw as 'up' | 'down' | 'stay') : null;
  return (
    <div class={askStyles.formula}>
      <div class={styles.values} role="group" aria-label={t('questions.update.given')}>
        <Value
          symbol="w"
          name={t('questions.update.w')}
          value={insertedText(seat, valueOfEdge(network, seat.edge))}
          onInsert={onInsert}
        />
        <Value
          symbol="η"
          name={t('questions.update.rate')}
          value={written(network.learningRate)}
          onInsert={onInsert}
        />
        <Value symbol="G" name={t('questions.update.G')} value={written(G)} onInsert={onInsert} />
      </div>
      <Ways sheet={sheet} answer={answer} />
      <LossHill way={way} />
      <div class={askStyles.lines}>
        {entry(
          'next',
          <>
            <span class={symbols.symbol}>w</span>
            <span class={symbols.times}>−</span>
            <span class={symbols.symbol}>η</span>
            <span class={symbols.times}>×</span>
            <span class={symbols.symbol}>G</span>
          </>,
        )}
      </div>
    </div>
  );
}

interface WaysProps {
  readonly sheet: QuestionFormProps['sheet'];
  readonly answer: PartView | undefined;
}

/** Choice of the direction in which the weight goes. */
function Ways({ sheet, answer }: WaysProps) {
  const choice = { part: 'direction', sheet, answer } as const;
  return (
    <div class={choicesStyles.ways}>
      <p id="which-way" class={choicesStyles.waysAsk}>
        {t('questions.update.which')}
      </p>
      <ChoiceNote answer={answer} />
      <div class={choicesStyles.waysChoices} role="group" aria-labelledby="which-way">
        <Choice {...choice} value="up" class={choicesStyles.choiceWay}>
          <span class={choicesStyles.waySign} aria-hidden="true">
            ▲
          </span>
          {t('questions.update.up')}
        </Choice>
        <Choice {...choice} value="down" class={choicesStyles.choiceWay}>
          <span class={choicesStyles.waySign} aria-hidden="true">
            ▼
          </span>
          {t('questions.update.down')}
        </Choice>
        <Choice {...choice} value="stay" class={styles.choiceStay}>
          {t('questions.update.stay')}
        </Choice>
      </div>
    </div>
  );
}
