import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { valueOfEdge } from '@relay/shared/maths/unit';
import { placesOf, setOfThree, valueAt } from '@relay/shared/question/place';
import { placeName } from '../../../describe/places';
import { workingOf } from '../../../describe/working';
import { t } from '../../../strings/language';
import type { RoundFacts } from '../../../view/roundFacts';
import { written } from '../../../view/written';

type Seat = NonNullable<PlayerView['seat']>;

/** The right answer of a part, with the working that leads to it. */
export function rightWords(facts: RoundFacts, seat: Seat, part: Part): string {
  const { network, pass, sample } = facts;
  const factor = (value: number): string => {
    const text = written(value);
    return text.startsWith('\u2212') ? `(${text})` : text;
  };
  const at = (place: Parameters<typeof valueAt>[3]): string => factor(valueAt(network, pass, sample, place));
  const truth = seat.truth;
  const number = truth?.[part as Exclude<Part, 'places' | 'direction' | 'term'>];
  if (part === 'direction') return t(`play.direction.${(truth?.direction ?? 'stay') as 'up'}`);
  if (part === 'term') return t(`play.term.${(truth?.term ?? 'S') as 'S'}`);
  if (part === 'next' && seat.edge && number !== undefined) {
    return t('asks.reveal.next', {
      w: written(valueOfEdge(network, seat.edge)),
      rate: written(network.learningRate),
      G: factor(truth?.G ?? 0),
      next: written(number),
    });
  }
  if (!seat.edge || (part !== 'places' && part !== 'S' && part !== 'delta' && part !== 'G')) {
    return number === undefined ? '' : `${workingOf(facts, part)}${written(number)}`;
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
