import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the slope of E that the lever shows. */
export const nudge = {
  'not-divided': {
    name: 'not divided by the nudge',
    first: 'A change of E alone does not say how steep it is. How far did you turn the lever?',
    second: 'Divide the change of E by the change of “{{place}}”.',
  },
  'two-notches': {
    name: 'notches miscounted',
    first: 'From which notch to which did you read E? Count how far ◆ moves between them.',
    second: 'Divide the change of E by the whole way that “{{place}}” moves between the two readings.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
