import { isPlacesPart } from '@relay/shared/question/part';
import type { PlayerView } from '@relay/shared/referee/view';
import { screenOf } from './questionScreens';

/**
 * What a tap on a place does: it is taken (where places are asked), its value goes into the line in use, or it only
 * shows its value (where there is nothing to write).
 */
export type Touch = 'take' | 'insert' | 'look';

export function touchOf({ kind, parts }: Pick<NonNullable<PlayerView['seat']>, 'kind' | 'parts'>): Touch {
  return parts.some(isPlacesPart) ? 'take' : (screenOf(kind).touch ?? 'insert');
}
