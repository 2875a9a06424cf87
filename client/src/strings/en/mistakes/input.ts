import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the input of the weight. */
export const input = {
  'input-missing': {
    name: 'left out the input',
    first: 'A parcel alone is not a gradient yet. What did ◆ carry in?',
    second: 'Multiply the parcel by what ◆ carried in: “{{place}}”.',
    in: {
      places: {
        first: '◆ carries something in as well. Is it among your places?',
        second: 'What ◆ carries in is missing: “{{place}}”.',
      },
      own: {
        first: '◆ carries something in as well. Is it among your places?',
        second: 'What ◆ carries in is missing: “{{place}}”.',
      },
    },
  },
  'input-wrong': {
    name: 'another line’s input',
    first: 'Every line has its own input. Follow ◆ to where it begins.',
    second: 'The input of ◆ is what stands at its beginning: “{{place}}”.',
  },
  'input-own-output': {
    name: 'own output as the input',
    first: 'What you hand on is not what came in. The gradient asks for what came in along ◆.',
    second: 'Use what came in along ◆, not what you handed on: “{{place}}”.',
  },
  'input-weight': {
    name: 'the weight in place of the input',
    first: 'A weight and what it carries are two things. The gradient asks for what came in along ◆.',
    second: 'Use what ◆ carries, not its weight: “{{place}}”.',
  },
  'input-sum': {
    name: 'a belly sum as the input',
    first: 'What travels along ◆ has already been through f.',
    second: 'Take what came out of the unit where ◆ begins, not its belly sum: “{{place}}”.',
  },
  'input-applied': {
    name: 'input already multiplied in',
    first: 'One step too far: here it is only about the parcel.',
    second: 'Leave out the input here. “{{place}}” is needed only for the gradient.',
  },
  'bias-times-b': {
    name: 'multiplied by the bias itself',
    first: 'What does a bias carry in? It is always the same.',
    second: 'The input of a bias is always 1: leave out its own value, “{{place}}”.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
