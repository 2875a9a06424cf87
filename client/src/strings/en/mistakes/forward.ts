import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in a belly sum, and in f of it. */
export const forward = {
  'bias-missing': {
    name: 'left out the bias',
    first: 'Something is in the belly even when nothing comes in.',
    second: 'Add the bias: “{{place}}”.',
  },
  'bias-sign': {
    name: 'sign of the bias turned round',
    first: 'The bias brings its own sign. Is it still there in your working?',
    second: 'The bias has the wrong sign: “{{place}}”.',
  },
  'input-left-out': {
    name: 'one line left out',
    first: 'Did everything that comes in get into the belly?',
    second: 'One line is missing: add “{{place}}” times the weight of its line.',
  },
  'weights-missing': {
    name: 'weights left out',
    first: 'What comes in grows or shrinks on its way along the line.',
    second: 'Multiply each input by its weight first, for example “{{place}}”.',
  },
  'weight-wrong': {
    name: 'another line’s weight',
    first: 'Every line has its own weight. Whose did you take?',
    second: 'Follow the line and take its own weight: “{{place}}”.',
    in: {
      next: {
        first: 'Every line has its own weight. From which one do you start?',
        second: 'Start from the weight of ◆ itself: “{{place}}”.',
      },
    },
  },
  'weight-crossed': {
    name: 'weights and inputs paired crosswise',
    first: 'Each input travels along its own line.',
    second: 'An input met its neighbour’s weight. Go line by line, starting with “{{place}}”.',
  },
  'f-applied': {
    name: 'f already used',
    first: 'Is that before f or after it? Here you are asked what is in the belly.',
    second: 'Give the belly sum, before f. Only then comes “{{place}}”.',
  },
  'f-missing': {
    name: 'left out f',
    first: 'That is still in the belly. What does f make of it?',
    second: 'Put the belly sum into f: that gives “{{place}}”.',
  },
  'f-slope': {
    name: 'f′ in place of f',
    first: 'f′ says how far the valve is open. What comes out is said by f.',
    second: 'Use f itself, not its slope: “{{place}}”.',
  },
  'f-wrong': {
    name: 'another function than f',
    first: 'Every function makes something else of the belly. Which one does this layer have?',
    second: 'Use this layer’s own function for “{{place}}”.',
  },
  'f-twice': {
    name: 'f used twice',
    first: 'Once through f is enough.',
    second: 'You put the output into f again. Put in the belly sum: “{{place}}”.',
  },
  'softmax-alone': {
    name: 'not divided by the sum',
    first: 'With softmax, the outputs of a layer are shares of one whole. Is yours a share?',
    second: 'Divide by the sum over all units of the layer: “{{place}}”.',
  },
  'belly-given': {
    name: 'the belly sum itself',
    first: 'That is what is in the belly. How far is the valve open there?',
    second: 'Put the belly sum into f′: “{{place}}”.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
