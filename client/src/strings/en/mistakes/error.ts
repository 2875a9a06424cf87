import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the error of an output. */
export const error = {
  'error-squared': {
    name: 'the square in place of the slope',
    first: 'You are asked for the slope of E. Is the difference still squared there?',
    second: 'Do not square: begin with output minus target, then look at the formula of E. “{{place}}”.',
  },
  'target-missing': {
    name: 'left out the target',
    first: 'An error says how far the output is from where it should be. Is the target in there?',
    second: 'The target is missing: take it away from the output. Look at “{{place}}”.',
  },
  'output-missing': {
    name: 'left out the output',
    first: 'An error compares two things, output and target. Are both in there?',
    second: 'The output is missing: the target is taken away from it. Look at “{{place}}”.',
  },
  'target-other': {
    name: 'target of another sample',
    first: 'Which sample is it about? Look at its target.',
    second: 'That was the target of another sample. Look at “{{place}}”.',
    in: {
      weight: {
        second:
          'That was the target of another sample. Check every error that comes back, from “{{place}}” on.',
      },
    },
  },
  'target-added': {
    name: 'target added',
    first: 'Output and target: are they added?',
    second: 'Take the target away from the output, do not add it: “{{place}}”.',
  },
  'parcel-given': {
    name: 'f′ already multiplied in',
    first: 'One step too far: the unit’s own valve comes later.',
    second: 'Leave out your own f′ here. Only what arrives counts, from “{{place}}” on.',
    in: { e: { second: 'Leave out f′ here. Only the error itself is asked for: “{{place}}”.' } },
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
