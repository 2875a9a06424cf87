import type { MistakeId } from '@relay/shared/question/question';

/** A mistake in words: its name for the host, what a player hears at the first miss (no value), and at the second. */
export interface MistakeWords {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

export const mistakes = {
  'slope-missing': {
    name: 'left out the valve f′',
    first: 'Almost! The valve on a belly decides how much of the error gets through. Is it in your working?',
    second: 'The valve is missing: multiply by f′ as well. Look at “{{place}}”.',
  },
  'slope-activation': {
    name: 'f in place of f′',
    first:
      'That is what comes out of the unit. The valve f′ asks: one more drop in, how much more comes out?',
    second: 'You used f where f′ belongs. Take the valve: “{{place}}”.',
  },
  'slope-of-output': {
    name: 'f′ of the output, not of the belly',
    first: 'The valve f′ looks into the belly, not at what has left it.',
    second: 'Put the belly sum into f′, not the output. Look at “{{place}}”.',
  },
  sign: {
    name: 'sign turned round',
    first: 'The size is right! Look at the sign: which way does the error point?',
    second: 'The sign is turned: an error is output minus target. Start again from “{{place}}”.',
  },
  'sum-one-path': {
    name: 'a way back left out',
    first: 'Blame comes back along every line that leaves you, and Σ adds it all up. Did you walk them all?',
    second: 'Add up all units that you feed. One way is missing: “{{place}}”.',
  },
  'sum-no-weights': {
    name: 'weights left out of Σ',
    first: 'What travels back to you grows or shrinks with the weight of the line it travels along.',
    second: 'Multiply each parcel by the weight between you before you add: “{{place}}”.',
  },
  'sum-updated-weights': {
    name: 'already updated weights on the way back',
    first: 'The way back uses the weights of the way there, from before the update.',
    second: 'Use the weights from before the update, for instance “{{place}}”.',
  },
  'sum-raw-error': {
    name: 'the next unit’s f′ left out',
    first: 'Before it reaches you, an error squeezes through the valve f′ of the unit it comes from.',
    second: 'Multiply the error by the next unit’s own valve: “{{place}}”.',
  },
  'input-missing': {
    name: 'left out the input',
    first: 'That is the parcel. But ◆ also carried an input into you.',
    second: 'Multiply the parcel by what ◆ carried in: “{{place}}”.',
  },
  'input-wrong': {
    name: 'another line’s input',
    first: 'That is another line’s input. Follow ◆ to where it begins.',
    second: 'The input of ◆ is what stands at its beginning: “{{place}}”.',
  },
  'input-own-output': {
    name: 'own output as the input',
    first: 'That is your own output. The gradient asks for the input: what came in.',
    second: 'Use what came in along ◆, not what you handed on: “{{place}}”.',
  },
  'rate-applied': {
    name: 'η multiplied in',
    first: 'One step too far: η comes later. First the gradient.',
    second: 'Leave out the learning rate η. The gradient ends with “{{place}}”.',
  },
  slip: {
    name: 'decimal point slipped',
    first: 'The digits are right! Look at the decimal point.',
    second: 'Only the point is off. Count the zeros again.',
  },
  unknown: {
    name: 'something else',
    first: 'Not yet. Go through your places once more, one after the other.',
    second: 'Not yet. Check it piece by piece: what arrives, the valve, the input.',
  },
} satisfies Record<MistakeId | 'unknown', MistakeWords>;
