import { isPlacesPart, type Part, type Truth } from '../question/part.ts';

/** Right answer to a part, as a player types it. */
export function rightAnswer(truth: Truth, part: Part): string {
  if (isPlacesPart(part)) return truth[part]!.join(' ');
  return String(truth[part]!);
}

/** Truths of a contribution at a unit that is no softmax output, all of them numbers. */
export function setOf({ places, S, delta, G }: Truth) {
  return { places: places!, S: S ?? null, delta: delta!, G: G! };
}
