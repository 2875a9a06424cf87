import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in a whole calculation. */
export const scale = {
  added: {
    name: 'added in place of multiplied',
    first: 'How do the pieces of a set of three go together?',
    second: 'Multiply the pieces, do not add them. Begin with “{{place}}”.',
    in: {
      weight: { second: 'Multiply the pieces; only Σ adds. Begin with “{{place}}”.' },
      S: {
        first: 'What comes back and the weight of its line: how do they go together?',
        second: 'On each line you multiply; then Σ adds up the lines. Begin with “{{place}}”.',
      },
      delta: {
        first: 'What arrives and the valve: how do they go together?',
        second: 'Multiply the two, do not add them. Begin with “{{place}}”.',
      },
      u: {
        first: 'An input and the weight of its line: how do they go together?',
        second: 'On each line you multiply; then you add up the lines. Begin with “{{place}}”.',
      },
    },
  },
  'sign-slip': {
    name: 'sign lost on the way',
    early: 'plus and minus',
    first: 'Follow every minus sign in your working.',
    second: 'A minus got lost or slipped in. Follow the signs again from “{{place}}”.',
    in: {
      u: { first: 'Look at every minus sign: of the inputs, the weights, the bias.' },
      a: { first: 'Look at the curve of f: is it above or below zero at this belly?' },
      next: { first: 'Mind the signs: that of ◆, and that of the step.' },
      estimate: {
        first: 'When ◆ grows, does E grow or shrink?',
        second: 'Always “after” minus “before”: for E, and in the same order for “{{place}}”.',
      },
    },
  },
  neighbour: {
    name: 'the answer of a neighbour',
    first: 'Which unit is asked for? Make sure that you stand there.',
    second: 'That belongs to another unit of this layer. Start again from “{{place}}”.',
  },
  slip: {
    name: 'decimal point slipped',
    early: 'roughly how much',
    first: 'Estimate it in your head: roughly how large should it be?',
    second: 'Look at the decimal point, and count the zeros again.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
