import { valueOfEdge } from '@relay/shared/maths/unit';
import type { PartView } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { written } from '../../../view/written';
import type { QuestionFormProps } from './ask';
import { Choice, ChoiceNote } from './Choices';
import { LossHill } from './Hill';
import { Value } from './Value';

/** The gradient is known: first which way, then how far. */
export function UpdateForm({ sheet, seat, facts, onInsert, entry }: QuestionFormProps) {
  const { network } = facts;
  if (!seat.edge || seat.given?.type !== 'gradient') return null;
  const { G } = seat.given;
  const answer = seat.answers.direction;
  const way = answer?.right ? (answer.raw as 'up' | 'down' | 'stay') : null;
  return (
    <div class="formula">
      <div class="values" role="group" aria-label={t('asks.update.given')}>
        <Value
          symbol="w"
          name={t('asks.update.w')}
          value={written(valueOfEdge(network, seat.edge))}
          onInsert={onInsert}
        />
        <Value
          symbol="η"
          name={t('asks.update.rate')}
          value={written(network.learningRate)}
          onInsert={onInsert}
        />
        <Value symbol="G" name={t('asks.update.G')} value={written(G)} onInsert={onInsert} />
      </div>
      <Ways sheet={sheet} answer={answer} />
      <LossHill way={way} />
      <div class="lines">
        {entry(
          'next',
          <>
            <span class="symbol">w</span>
            <span class="times">−</span>
            <span class="symbol">η</span>
            <span class="times">×</span>
            <span class="symbol">G</span>
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

/** Which way the weight goes. */
function Ways({ sheet, answer }: WaysProps) {
  const choice = { part: 'direction', sheet, answer } as const;
  return (
    <div class="ways">
      <p id="which-way" class="ways-ask">
        {t('asks.update.which')}
      </p>
      <ChoiceNote answer={answer} />
      <div class="ways-choices" role="group" aria-labelledby="which-way">
        <Choice {...choice} value="up" class="choice-way">
          <span class="way-sign" aria-hidden="true">
            ▲
          </span>
          {t('asks.update.up')}
        </Choice>
        <Choice {...choice} value="down" class="choice-way">
          <span class="way-sign" aria-hidden="true">
            ▼
          </span>
          {t('asks.update.down')}
        </Choice>
        <Choice {...choice} value="stay" class="choice-stay">
          {t('asks.update.stay')}
        </Choice>
      </div>
    </div>
  );
}
