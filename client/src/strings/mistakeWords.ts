import type { PartKind } from '@relay/shared/question/part';
import type { PlaceKind } from '@relay/shared/question/places/placeId';

/** Kind of a part that a mistake shows in, or kind of the place that it points to. */
export type ShownIn = PartKind | PlaceKind;

/** Words that differ where a mistake shows; a missing field is that of the mistake itself. */
interface MistakeForm {
  readonly name?: string;
  readonly first?: string;
  readonly second?: string;
}

/**
 * A mistake in words: name for the host, sentence at a player's first wrong answer (without a value, and nothing that
 * says what of the number is right), sentence at the second.
 */
export interface MistakeWords extends Required<MistakeForm> {
  /** Name at a player's first wrong answer, where the usual one would give the right number away. */
  readonly early?: string;
  /** Other words by the part that it shows in, else by the kind of its place. */
  readonly in?: Partial<Readonly<Record<ShownIn, MistakeForm>>>;
}
