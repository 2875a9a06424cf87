import type { Network } from '@relay/shared/maths/network';
import { type PlaceId, placeById } from '@relay/shared/question/places/place';
import { fill } from '@relay/shared/strings/fill';
import { WORDS } from './words';

/** Label of a place in a network without names. */
export function bareName(network: Network, id: PlaceId): string {
  const place = placeById(network, id)!;
  const { place: words } = WORDS.en.questions.blank;
  if (place.kind === 'weight') {
    const { layer, from, to } = place.edge;
    const at = { fromLayer: layer, from: from + 1, toLayer: layer + 1, to: to + 1 };
    return fill(words.weight, at);
  }
  const { layer, index } = place.unit;
  const at = { layer: layer + 1, unit: index + 1 };
  return layer === 0 ? fill(words.input, at) : fill(words[place.kind as 'error' | 'valve' | 'output'], at);
}
