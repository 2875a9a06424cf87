import type { EitherMistake } from '@relay/shared/question/diagnosis/mistakesMade';
import { type Part, partKind } from '@relay/shared/question/part';
import { placeKindOf } from '@relay/shared/question/places/placeId';
import type { Mistake, MistakeId } from '@relay/shared/question/question';
import { hasWords, t } from '../strings/language';
import type { ShownIn } from '../strings/mistakeWords';

/** Name of a mistake, wherever it shows. */
export const mistakeName = (id: MistakeId): string => t(`mistakes.${id}.name`);

/** Names of mistakes of which one was made. */
export const eitherName = (ids: EitherMistake): string => ids.map(mistakeName).join(' / ');

/** Key of the words for a mistake in a part: those of the part, else of the kind of its place, else its own. */
function keyOf(
  { id, place }: Pick<Mistake, 'id' | 'place'>,
  part: Part,
  field: 'name' | 'first' | 'second',
): `mistakes.${MistakeId}.${typeof field}` {
  const shown: readonly ShownIn[] = [partKind(part), placeKindOf(place)];
  const own = shown.find((kind) => hasWords(`mistakes.${id}.in.${kind}.${field}`));
  // Keys of forms differ from mistake to mistake; all are texts.
  return (own ? `mistakes.${id}.in.${own}.${field}` : `mistakes.${id}.${field}`) as ReturnType<typeof keyOf>;
}

/** Name of a mistake for its player. At the first wrong answer it does not give the number away. */
export function nameFor(mistake: Mistake, part: Part, isHint: boolean): string {
  const early = `mistakes.${mistake.id}.early`;
  // Few mistakes have a name for that moment.
  if (!isHint && hasWords(early)) return t(early as `mistakes.sign.name`);
  return t(keyOf(mistake, part, 'name'));
}

/** Sentence about a mistake: at the first wrong answer without a place, then with it. */
export function sentenceFor(mistake: Mistake, part: Part, isHint: boolean, place: string): string {
  return t(keyOf(mistake, part, isHint ? 'second' : 'first'), { place });
}

/** Mistakes for which the sentence about another is true as well, at the same place: on which side of the bend it is. */
const SENTENCE_HOLDS_FOR: Partial<Record<MistakeId, readonly MistakeId[]>> = {
  'slope-gate-ignored': ['slope-missing', 'slope-wrong-unit'],
  'slope-gate-inverted': ['slope-missing', 'slope-wrong-unit'],
};

/** Finds the one of several mistakes whose sentence is true for all of them. */
export function sharedSentence(mistakes: EitherMistake<Mistake>): Mistake | undefined {
  return mistakes.find((one) =>
    mistakes.every(
      ({ id, place }) =>
        place === one.place && (id === one.id || (SENTENCE_HOLDS_FOR[one.id] ?? []).includes(id)),
    ),
  );
}
