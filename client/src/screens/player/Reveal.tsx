import type { ReadonlySignal } from '@preact/signals';
import { isPlacesPart } from '@relay/shared/question/part';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import { ownWords, partName } from '../../describe/verdict';
import type { Lever } from '../../input/lever';
import { t } from '../../strings/language';
import type { RoundFacts } from '../../view/roundFacts';
import { AlertIcon, CheckIcon } from '../parts/icons';
import { usePoints } from '../points';
import type { Lead } from './lead';
import { BetResult } from './relay/BetResult';
import { Clean } from './relay/Clean';
import { Ranks } from '../parts/Ranks';
import { Receipt } from '../parts/Receipt';
import { answersOf, givenNumbers, questionOf } from '../../describe/receipt';
import { screenOf } from './questions/questionScreens';
import { rightWords } from './reveal/rightWords';

interface RevealProps {
  readonly seat: PlayerView['seat'];
  readonly facts: RoundFacts;
  readonly lead: Lead | null;
  readonly lever: ReadonlySignal<Lever>;
  readonly view: PublicView;
  /** Where the player stands, as soon as that may be seen. */
  readonly mine: PlayerView | null;
  /** Back to where the class is, for who has filled in its sheet alone; null: it is here. */
  readonly onLeave: (() => void) | null;
}

/** Every part: what the player had, above what is right. */
export function Reveal({ seat, facts, lead, lever, view, mine, onLeave }: RevealProps) {
  const hasPoints = usePoints();
  if (!seat) {
    return (
      <div class="reveal">
        <h1>{t('play.reveal.heading')}</h1>
        <p>{t('play.reveal.machine')}</p>
      </div>
    );
  }
  const { isTimed, revealHeading, revealMore: More } = screenOf(seat.kind);
  return (
    <div class="reveal">
      <h1>{revealHeading ? revealHeading() : t('play.reveal.heading')}</h1>
      {facts.lane.clean && <Clean />}
      {hasPoints && (
        <p class="reveal-points">
          {t('play.reveal.points', { count: Math.round(seat.points), points: Math.round(seat.points) })}
        </p>
      )}
      {isTimed && seat.answers.places?.right && (
        <p class="lead" data-testid="took">
          {t('sheet.took', { count: Math.max(1, Math.round(seat.answers.places.afterMs / 1_000)) })}
        </p>
      )}
      {seat.bet && <BetResult bet={seat.bet} />}
      <ul class="reveal-parts">
        {seat.parts.map((part) => {
          const answer = seat.answers[part];
          const isRight = answer?.right ?? false;
          const isPlaces = isPlacesPart(part);
          return (
            <li key={part} class={`reveal-part ${isRight ? 'is-right' : 'is-wrong'}`}>
              <h2>
                {isRight ? <CheckIcon /> : <AlertIcon />}
                {partName(part)}
                {isRight && hasPoints && (
                  <span class="reveal-plus digits">
                    {t('play.points', { points: Math.round(answer!.points) })}
                  </span>
                )}
              </h2>
              {!(isRight && isPlaces) && (
                <p class="reveal-own">
                  <span class="muted">{t('play.reveal.yours')}</span>
                  <span class="digits">{answer ? ownWords(part, answer.raw) : t('play.reveal.none')}</span>
                </p>
              )}
              {!(isRight && isPlaces) && (
                <p class="reveal-truth">
                  <span class="muted">{t('play.reveal.truth')}</span>
                  <span class="digits">{rightWords(facts, seat, part)}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {mine?.ranks && mine.ranks.length > 1 && (
        <Ranks heading={t('play.ended.ranks')} players={mine.ranks} view={view} own={mine.player} />
      )}
      {More && <More seat={seat} facts={facts} lever={lever} />}
      <Receipt question={questionOf(seat, facts)} facts={facts} answers={givenNumbers(answersOf(seat))} />
      {lead && (
        <button type="button" class="button button-first button-tall reveal-next" onClick={lead.next}>
          {lead.nextWord}
        </button>
      )}
      {onLeave && (
        <button type="button" class="button button-first button-tall reveal-next" onClick={onLeave}>
          {t('sheet.leave')}
        </button>
      )}
    </div>
  );
}
