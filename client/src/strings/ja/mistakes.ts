import type { mistakes as english } from '../en/mistakes';
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

export const mistakes: typeof english = {
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
    name: 'そのほか',
    first: 'まだです。場所をひとつずつ、もう一度見直してみよう。',
    second: 'まだです。ひとつずつ、符号もふくめてたしかめてみよう。',
  },
};
