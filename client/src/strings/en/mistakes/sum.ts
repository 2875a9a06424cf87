import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the error that arrives at a hidden unit. */
export const sum = {
  'sum-one-path': {
    name: 'not every way back taken',
    first: 'Blame comes back along every line that leaves you, and Σ adds it all up. Did you walk them all?',
    second: 'Add up what comes back from every unit that you feed. Left out, for example: “{{place}}”.',
    in: {
      places: {
        second: 'Something comes back from every unit that you feed. Missing, for example: “{{place}}”.',
      },
    },
  },
  'sum-no-weights': {
    name: 'weights left out of Σ',
    first: 'What travels back to you grows or shrinks with the weight of the line that it takes.',
    second: 'Multiply what comes back by the weight of its line before you add: “{{place}}”.',
    in: { places: { second: 'The weight of each line belongs to your places as well: “{{place}}”.' } },
  },
  'sum-gradients': {
    name: 'gradients of other weights added up',
    first: 'What comes back along the lines that leave you: their gradients, or something else?',
    second: 'Multiply each parcel by the weight of its line, not by what you handed on. Look at “{{place}}”.',
  },
  'sum-mean': {
    name: 'mean in place of the sum',
    first: 'Σ only adds up what comes back. It does not share anything out.',
    second: 'Do not divide by the number of ways, only add. Begin at “{{place}}”.',
  },
  'sum-transposed': {
    name: 'weights of the wrong lines',
    first: 'Which lines leave you? Their weights are the ones that count.',
    second: 'Those weights belong to other lines. Take the lines that leave this unit, such as “{{place}}”.',
  },
  'sum-crossed': {
    name: 'weights and parcels paired crosswise',
    first: 'Each parcel travels along its own line.',
    second: 'A parcel met its neighbour’s weight. Go line by line, starting with “{{place}}”.',
  },
  'sum-updated-weights': {
    name: 'already updated weights',
    first: 'The way back uses the same weights as the way forward, from before the update.',
    second: 'Use the weights from before the update, for example “{{place}}”.',
  },
  'sum-raw-error': {
    name: 'the next units’ f′ left out',
    first: 'Before it reaches you, an error squeezes through the valve f′ of the unit that it comes from.',
    second: 'Multiply each error by the valve of the unit that it comes from: “{{place}}”.',
    in: {
      places: { second: 'Take the valve of the unit that the error comes from as well: “{{place}}”.' },
      parcel: {
        first: 'What does the next unit send back: what arrived there, or its parcel?',
        second: 'Take the parcel of the next unit. Its f′ is in there already: “{{place}}”.',
      },
    },
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
