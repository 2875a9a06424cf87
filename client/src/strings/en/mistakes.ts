import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../mistakeWords';
import { choice } from './mistakes/choice';
import { error } from './mistakes/error';
import { forward } from './mistakes/forward';
import { input } from './mistakes/input';
import { loss } from './mistakes/loss';
import { nudge } from './mistakes/nudge';
import { scale } from './mistakes/scale';
import { slope } from './mistakes/slope';
import { step } from './mistakes/step';
import { sum } from './mistakes/sum';
import { update } from './mistakes/update';

/** Mistakes in words, by family as in `shared/src/question/mistakes/`. */
export const mistakes = {
  ...slope,
  ...sum,
  ...input,
  ...step,
  ...loss,
  ...forward,
  ...error,
  ...update,
  ...nudge,
  ...choice,
  ...scale,
  unknown: {
    name: 'something else',
    first: 'Not yet. Go through it once more, place by place.',
    second: 'Not yet. Check it piece by piece, each with its sign.',
  },
} satisfies Record<MistakeId | 'unknown', MistakeWords>;
