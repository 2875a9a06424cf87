import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the slope f′. */
export const slope = {
  'slope-gate-ignored': {
    name: 'bend of f overlooked',
    first: 'This belly is on the left of the bend (0 or below). How far is the valve open there?',
    second: 'On the left of the bend f′ is not what it is on the right. Take f′ of the left: “{{place}}”.',
  },
  'slope-missing': {
    name: 'left out the valve f′',
    first: 'The valve on a belly decides how much of the error gets through. Is it in your working?',
    second: 'The valve is missing: multiply by f′ as well. Look at “{{place}}”.',
    in: {
      places: {
        first: 'The valve on a belly decides how much of the error gets through. Is it among your places?',
        second: 'A valve is missing: “{{place}}”.',
      },
      own: {
        first: 'The valve on a belly decides how much of the error gets through. Is it among your places?',
        second: 'Your valve is missing: “{{place}}”.',
      },
      f: {
        name: 'f′ as on a straight line',
        first: 'Look at the curve of f: how steep is it at this belly?',
        second: 'Put the belly sum into f′: “{{place}}”.',
      },
    },
  },
  'slope-activation': {
    name: 'f in place of f′',
    first: 'f says what comes out. The valve f′ says how much more comes out when one more drop goes in.',
    second: 'Take f′ here, not f: “{{place}}”.',
  },
  'slope-of-output': {
    name: 'f′ at the output, not at the belly',
    first: 'The valve f′ looks into the belly, not at what has left it.',
    second: 'Take f′ at the belly sum, not at the output. Look at “{{place}}”.',
  },
  'slope-formula-on-sum': {
    name: 'belly sum in the short formula for f′',
    first: 'The short formula for f′ is written with what comes out of the unit. What did you put in?',
    second: 'Put the output into that formula, not the belly sum. Look at “{{place}}”.',
  },
  'slope-half-formula': {
    name: 'slip in the formula for f′',
    first: 'Look at the formula for f′ once more: is yours the same, piece by piece?',
    second: 'Write out the whole formula for f′ and put the output into it. Look at “{{place}}”.',
  },
  'slope-wrong-unit': {
    name: 'another unit’s valve',
    first: 'Every unit has a valve of its own. Whose did you take?',
    second: 'Take the valve of the unit where ◆ ends: “{{place}}”.',
    in: { f: { second: 'Take the valve of the unit that is asked for: “{{place}}”.' } },
  },
  'slope-wrong-function': {
    name: 'f′ of another function',
    first: 'Every function has its own f′. Which function does this layer have?',
    second: 'Use f′ of this layer’s own function: “{{place}}”.',
  },
  'slope-twice': {
    name: 'valve f′ used twice',
    first: 'The error squeezes through each valve only once.',
    second: 'f′ is in there twice. Once is enough: “{{place}}”.',
  },
  'slope-gate-inverted': {
    name: 'valve of the other side of the bend',
    first: 'On which side of the bend is this belly?',
    second: 'This belly is on the right of the bend (above 0). Take f′ of that side: “{{place}}”.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
