import { setOfThree } from '@relay/shared/question/place';
import type { Network } from '@relay/shared/maths/network';
import type { EdgeRef } from '@relay/shared/maths/unit';
import { type Term, TERMS, type WrittenWorking } from '@relay/shared/question/question';
import { t } from '../../../strings/language';
import { written } from '../../../view/written';
import type { AskProps } from './ask';
import { Choice, ChoiceNote } from './Choices';

const SIGNS: Record<Term, string> = { S: '', slope: '×', input: '×', product: '=' };

/** The terms that a set of three has: a softmax output has no valve of its own. */
export function termsOf(network: Network, edge: EdgeRef): Term[] {
  return TERMS.filter((term) => term !== 'slope' || setOfThree(network, edge).valve !== undefined);
}

export const termText = (working: WrittenWorking, term: Term): string => {
  const value = working[term];
  return value === null ? '–' : written(value);
};

/** Somebody's working on a scrap of paper. Which of its cards is wrong? */
export function DebugForm({ sheet, seat, facts }: AskProps) {
  if (seat.given?.type !== 'working' || !seat.edge) return null;
  const { working } = seat.given;
  const answer = seat.answers.term;
  return (
    <div class="formula debug">
      <div class="scrap" role="group" aria-labelledby="scrap-title">
        <div class="scrap-title">
          <p id="scrap-title">
            {t('asks.debug.note')} <span class="muted">{t('asks.debug.for')}</span>
          </p>
          <ChoiceNote answer={answer} />
        </div>
        <div class="cards">
          {termsOf(facts.network, seat.edge).map((term) => (
            <div key={term} class={`card-cell is-${term}`}>
              <span class="card-sign times" aria-hidden="true">
                {SIGNS[term]}
              </span>
              <Choice part="term" value={term} sheet={sheet} answer={answer} class="choice-card">
                <span class={`card-number digits ${working[term] === null ? 'is-gap' : ''}`}>
                  {termText(working, term)}
                </span>
                <span class="card-name">{t(`play.term.${term}`)}</span>
                {working[term] === null && <span class="unseen">{t('asks.debug.gap')}</span>}
              </Choice>
            </div>
          ))}
        </div>
      </div>
      <p class="hint">{t('asks.debug.choose')}</p>
    </div>
  );
}
