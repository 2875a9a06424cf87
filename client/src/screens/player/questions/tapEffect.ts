import { isPlacesPart } from '@relay/shared/question/part';
import type { PlayerView } from '@relay/shared/referee/view';
import { screenOf } from './questionScreens';

/**
 * Effect of a tap on a place: takes it (where places are asked), inserts its value into the line in use, or only shows
 * the value (where there is nothing to write).
 */
export type TapEffect = 'take' | 'insert' | 'look';

export function tapEffectOf({
  kind,
  parts,
}: Pick<NonNullable<PlayerView['seat']>, 'kind' | 'parts'>): TapEffect {
  return parts.some(isPlacesPart) ? 'take' : (screenOf(kind).touch ?? 'insert');
}
