import type { PlayerView } from '@relay/shared/referee/view';

/**
 * What a tap on a place does: it is taken (where places are asked), its value goes into the line in use, or it only
 * shows its value (where there is nothing to write).
 */
export type Touch = 'take' | 'insert' | 'look';

export function touchOf({ kind, parts }: Pick<NonNullable<PlayerView['seat']>, 'kind' | 'parts'>): Touch {
  if (parts.includes('places')) return 'take';
  return kind === 'debug' ? 'look' : 'insert';
}
