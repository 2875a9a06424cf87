import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes that are named by a chosen option or a taken place. */
export const choice = {
  'term-right': {
    name: 'a term that is right',
    first: 'That one is right! Work out the others too.',
    second: 'Nothing is wrong with that one: it comes from “{{place}}”. Compare the others.',
    in: {
      bias: {
        second: 'Nothing is wrong with that one: the input of a bias is always 1. Compare the others.',
      },
    },
  },
  'product-follows': {
    name: 'the product itself',
    first: 'The product can only be as good as its pieces. Check them one by one.',
    second: 'One of the pieces is off. Begin with “{{place}}”.',
  },
  'place-extra': {
    name: 'one place too many',
    first: 'Everything you need is there, and something more.',
    second: 'This one is not needed: “{{place}}”.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
