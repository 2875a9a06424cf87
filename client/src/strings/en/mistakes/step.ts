import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes that mix the gradient with the step after it, or with the round before. */
export const step = {
  'rate-applied': {
    name: 'η multiplied in',
    early: 'part of the update',
    first: 'One step too far: here it is only about the gradient. The update comes later.',
    second: 'Leave out the learning rate η. The gradient ends with “{{place}}”.',
    in: { bias: { second: 'Leave out the learning rate η. It is needed only to update “{{place}}”.' } },
  },
  'step-given': {
    name: 'the update, not the gradient',
    first: 'You have already moved! You are only asked how steep it is.',
    second: 'Leave out the step: no η and no old value, only the gradient of “{{place}}”.',
  },
  accumulated: {
    name: 'last round’s gradient still in there',
    first: 'Every round works out its gradient anew. Is something left over in yours?',
    second: 'The gradient of the round before is still in there. Only this round counts for “{{place}}”.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
