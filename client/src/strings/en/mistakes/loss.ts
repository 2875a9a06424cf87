import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the loss and its slope. */
export const loss = {
  sign: {
    name: 'sign turned round',
    early: 'the direction',
    first: 'Which way does the error point? Follow every minus sign until it reaches you.',
    second:
      'The sign is turned round: the target is taken away from the output. Start again from “{{place}}”.',
    in: {
      e: { first: 'Is the output too large or too small here? Which way does the error point, then?' },
      weight: {
        second:
          'The sign is turned round. Take all that comes back with its sign, and every weight too, from “{{place}}” on.',
      },
    },
  },
  'loss-shortcut': {
    name: 'shortcut of another loss',
    first: 'Whether f′ is multiplied in at an output depends on the loss. Which loss is it here?',
    second:
      'Cross-entropy swallows f′: output minus target is the parcel. With squared error f′ stays. Look at “{{place}}”.',
    in: {
      error: {
        second:
          'With softmax and cross-entropy, output minus target is the parcel already, without f′. Look at “{{place}}”.',
      },
      e: {
        name: 'the parcel in place of the error',
        first: 'Is that the error before it goes through the valve, or after?',
        second:
          'Output minus target is what is left after the valve. Give the slope of E before it: “{{place}}”.',
      },
    },
  },
  'loss-factor': {
    name: 'slip in a factor of the loss',
    first:
      'Look at the formula of E: what stands before the square, and what becomes of the square in the slope of E?',
    second: 'A factor of the loss slipped in or got lost. Look at the formula of E again for “{{place}}”.',
    in: {
      weight: {
        second:
          'A factor of the loss slipped in or got lost. Check all that comes back, from “{{place}}” on.',
      },
    },
  },
  'loss-value': {
    name: 'the loss E in place of its slope',
    first: 'E says how large the loss is. What goes back is how fast E changes.',
    second: 'Use the slope of E, not E itself: “{{place}}”.',
    in: {
      e: { first: 'E says how large the loss is. You are asked how fast it changes.' },
      estimate: {
        first: 'How large E is does not say how steep it is. How much does E change when ◆ moves?',
        second: 'Divide a change of E by the change of “{{place}}”.',
      },
      weight: {
        second:
          'All that comes back begins with the slope of E, not with E itself. Check it from “{{place}}” on.',
      },
    },
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
