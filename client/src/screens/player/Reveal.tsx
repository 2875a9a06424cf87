import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { placesOf, setOfThree, valueAt } from '@relay/shared/question/place';
import { partName } from '../../describe/verdict';
import { placeName } from '../../describe/places';
import { t } from '../../strings/language';
import type { RoundFacts } from '../../view/roundFacts';
import { written } from '../../view/written';
import { AlertIcon, CheckIcon } from '../parts/icons';
import type { Lead } from './lead';
import { Receipt } from './Receipt';
import { ownWords } from './VerdictCard';

type Seat = NonNullable<PlayerView['seat']>;

/** The right answer of a part, with the working that leads to it. */
function rightWords(facts: RoundFacts, seat: Seat, part: Part): string {
  const { network, pass, sample } = facts;
  const at = (place: Parameters<typeof valueAt>[3]): string => {
    const text = written(valueAt(network, pass, sample, place));
    return text.startsWith('\u2212') ? `(${text})` : text;
  };
  const truth = seat.truth;
  const number = truth?.[part as Exclude<Part, 'places' | 'direction' | 'term'>];
  if (part === 'direction') return t(`play.direction.${(truth?.direction ?? 'stay') as 'up'}`);
  if (part === 'term') return t(`play.term.${(truth?.term ?? 'S') as 'S'}`);
  if (!seat.edge || (part !== 'places' && part !== 'S' && part !== 'delta' && part !== 'G')) {
    return number === undefined ? '' : written(number);
  }
  const set = setOfThree(network, seat.edge);
  if (part === 'places') return placesOf(set).map(placeName).join(' · ');
  if (!truth) return '';
  if (part === 'S') {
    const sum = set.paths.map(({ places }) => places.map(at).join(' × ')).join(' + ');
    return `${sum} = ${written(truth.S ?? 0)}`;
  }
  const { S, delta = 0, G = 0 } = truth;
  if (part === 'delta') {
    const arriving = S === undefined ? (set.error ? at(set.error) : '') : written(S);
    return `${arriving}${set.valve ? ` × ${at(set.valve)}` : ''} = ${written(delta)}`;
  }
  return `${written(delta)} × ${set.input ? at(set.input) : '1'} = ${written(G)}`;
}

interface RevealProps {
  readonly seat: PlayerView['seat'];
  readonly facts: RoundFacts;
  readonly lead: Lead | null;
}

/** Every part: what the player had, above what is right. */
export function Reveal({ seat, facts, lead }: RevealProps) {
  if (!seat) {
    return (
      <div class="reveal">
        <h1>{t('play.reveal.heading')}</h1>
        <p>{t('play.reveal.machine')}</p>
      </div>
    );
  }
  return (
    <div class="reveal">
      <h1>{t('play.reveal.heading')}</h1>
      <p class="reveal-points">
        {t('play.reveal.points', { count: Math.round(seat.points), points: Math.round(seat.points) })}
      </p>
      <ul class="reveal-parts">
        {seat.parts.map((part) => {
          const answer = seat.answers[part];
          const isRight = answer?.right ?? false;
          return (
            <li key={part} class={`reveal-part ${isRight ? 'is-right' : 'is-wrong'}`}>
              <h2>
                {isRight ? <CheckIcon /> : <AlertIcon />}
                {partName(part)}
                {isRight && (
                  <span class="reveal-plus digits">
                    {t('play.points', { points: Math.round(answer!.points) })}
                  </span>
                )}
              </h2>
              {!(isRight && part === 'places') && (
                <p class="reveal-own">
                  <span class="muted">{t('play.reveal.yours')}</span>
                  <span class="digits">{answer ? ownWords(part, answer.raw) : t('play.reveal.none')}</span>
                </p>
              )}
              {!(isRight && part === 'places') && (
                <p class="reveal-truth">
                  <span class="muted">{t('play.reveal.truth')}</span>
                  <span class="digits">{rightWords(facts, seat, part)}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <Receipt seat={seat} facts={facts} />
      {lead && (
        <button type="button" class="button button-first button-tall reveal-next" onClick={lead.next}>
          {lead.nextWord}
        </button>
      )}
    </div>
  );
}
