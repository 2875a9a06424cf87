import type { MistakeId } from '@relay/shared/question/question';

/**
 * A mistake in words: name for the host, sentence at a player's first wrong answer (without a value), sentence at the
 * second.
 */
export interface MistakeWords {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

export const mistakes = {
  'slope-gate-ignored': {
    name: 'valve shut, but error let through',
    first: 'This belly is on the low side of the bend. Is its valve as open as on the high side?',
    second: 'The valve of this unit is (nearly) shut here. Take what it really lets through: “{{place}}”.',
  },
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
  'slope-formula-on-sum': {
    name: 'f′ formula fed with the belly sum',
    first: 'That formula for f′ wants what comes out of the unit, not what is in its belly.',
    second: 'Put the output into the formula (or the sum into f′ itself). Look at “{{place}}”.',
  },
  'slope-half-formula': {
    name: 'part of the formula for f′',
    first: 'Look at the formula for f′ again: is that all of it?',
    second: 'Write f′ out in full, with every factor. Look at “{{place}}”.',
  },
  'slope-wrong-unit': {
    name: 'another unit’s valve',
    first: 'That is a valve, but not this unit’s own.',
    second: 'Take the valve of the unit that ◆ leads into: “{{place}}”.',
  },
  'slope-wrong-function': {
    name: 'f′ of another function',
    first: 'That is the slope of another curve. Which function does this layer have?',
    second: 'Use f′ of this layer’s own function: “{{place}}”.',
  },
  'slope-twice': {
    name: 'valve f′ used twice',
    first: 'The error squeezes through each valve only once.',
    second: 'f′ is in there twice. Once is enough: “{{place}}”.',
  },
  'slope-gate-inverted': {
    name: 'valve taken from the other side of the bend',
    first: 'Look on which side of the bend the belly sum is.',
    second: 'The valve is open the other way round. Look at “{{place}}”.',
  },
  sign: {
    name: 'sign turned round',
    first: 'The size is right! Look at the sign: which way does the error point?',
    second: 'The sign is turned: an error is output minus target. Start again from “{{place}}”.',
  },
  'step-given': {
    name: 'the step or the new weight, not the gradient',
    first: 'You have already walked! Asked is only how steep it is.',
    second: 'Leave out the step: no η and no old weight, only the gradient of “{{place}}”.',
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
  'sum-gradients': {
    name: 'gradients of the next weights added up',
    first: 'Those are the gradients of the weights that leave you. What comes back along these lines?',
    second: 'Multiply each parcel by the weight of its line, not by what you handed on. Look at “{{place}}”.',
  },
  'sum-mean': {
    name: 'mean in place of the sum',
    first: 'Σ adds up everything that comes back. Nothing is shared out.',
    second: 'Do not divide by the number of ways, only add. Begin at “{{place}}”.',
  },
  'sum-transposed': {
    name: 'weights read in the other direction',
    first: 'Those are weights, but of other lines. Which lines leave you?',
    second: 'Row and column are swapped: take the lines that leave this unit, such as “{{place}}”.',
  },
  'sum-crossed': {
    name: 'weights and parcels paired crosswise',
    first: 'Each parcel travels along its own line.',
    second: 'A parcel met its neighbour’s weight. Walk each line for itself, starting with “{{place}}”.',
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
  'input-weight': {
    name: 'the weight in place of the input',
    first: 'That is the weight of ◆. The gradient asks what came in along it.',
    second: 'Multiply by what ◆ carries, not by its weight: “{{place}}”.',
  },
  'input-sum': {
    name: 'the belly sum of the unit before as the input',
    first: 'What travels along ◆ has already been through f.',
    second: 'Take what came out of the unit where ◆ begins, not its belly sum: “{{place}}”.',
  },
  'input-applied': {
    name: 'input already multiplied in',
    first: 'One step too far: the input comes later.',
    second: 'Leave out the input here. “{{place}}” is needed only for the gradient.',
  },
  'bias-times-b': {
    name: 'multiplied by the bias itself',
    first: 'What does a bias carry in? Always the same.',
    second: 'The input of a bias is always 1: leave out the bias’s own value, “{{place}}”.',
  },
  'rate-applied': {
    name: 'η multiplied in',
    first: 'One step too far: η comes later. First the gradient.',
    second: 'Leave out the learning rate η. The gradient ends with “{{place}}”.',
  },
  'loss-shortcut': {
    name: 'shortcut of another loss',
    first: 'Leaving out or keeping f′ depends on the loss. Which one is it here?',
    second: 'Cross-entropy swallows f′, squared error does not. Look at “{{place}}”.',
  },
  'loss-factor': {
    name: 'a factor of the loss too many or too few',
    first: 'Almost! Look at the factors in the loss: ½, 2, 1/K.',
    second: 'A factor such as 2 or ½ slipped in or got lost. Differentiate the loss again: “{{place}}”.',
  },
  'loss-value': {
    name: 'the loss E in place of its slope',
    first: 'That is how large the error is. Asked is how fast it changes.',
    second: 'Use the slope of E, not E itself: “{{place}}”.',
  },
  accumulated: {
    name: 'last round’s gradient still in there',
    first: 'Every round starts with empty hands.',
    second: 'The gradient of the round before is still in the sum. Start from 0 at “{{place}}”.',
  },
  added: {
    name: 'added in place of multiplied',
    first: 'The pieces are right! How do they go together?',
    second: 'Multiply them, do not add. Begin with “{{place}}”.',
  },
  'bias-missing': {
    name: 'left out the bias',
    first: 'Something is in the belly even when nothing comes in.',
    second: 'Add the bias: “{{place}}”.',
  },
  'bias-sign': {
    name: 'sign of the bias turned round',
    first: 'Look at the bias once more: is it added or taken away?',
    second: 'The bias has the wrong sign: “{{place}}”.',
  },
  'input-left-out': {
    name: 'one line left out',
    first: 'Did everything that comes in get into the belly?',
    second: 'One line is missing. Add input times weight of “{{place}}”.',
  },
  'weights-missing': {
    name: 'weights left out',
    first: 'What comes in grows or shrinks on its way along the line.',
    second: 'Multiply each input by its weight first, for instance “{{place}}”.',
  },
  'weight-wrong': {
    name: 'another line’s weight',
    first: 'That weight belongs to another line.',
    second: 'Follow the line and take its own weight: “{{place}}”.',
  },
  'weight-crossed': {
    name: 'weights and inputs paired crosswise',
    first: 'Each input travels along its own line.',
    second: 'An input met its neighbour’s weight. Start with “{{place}}”.',
  },
  'f-applied': {
    name: 'f already used',
    first: 'That has been through f already. Asked is what is in the belly.',
    second: 'Give the belly sum before f. Only then comes “{{place}}”.',
  },
  'f-missing': {
    name: 'left out f',
    first: 'That is still in the belly. What does f make of it?',
    second: 'Put the belly sum into f: that gives “{{place}}”.',
  },
  'f-slope': {
    name: 'f′ in place of f',
    first: 'That is the valve. Asked is what comes out.',
    second: 'Use f itself, not its slope: “{{place}}”.',
  },
  'f-wrong': {
    name: 'another function than f',
    first: 'That is another curve. Which function does this layer have?',
    second: 'Use this layer’s own function for “{{place}}”.',
  },
  'f-twice': {
    name: 'f used twice',
    first: 'Once through f is enough.',
    second: 'You put the output into f again. Put in the belly sum: “{{place}}”.',
  },
  'softmax-alone': {
    name: 'not divided by the sum',
    first: 'With softmax all outputs together make 1. Do yours?',
    second: 'Divide by the sum over all units of the layer: “{{place}}”.',
  },
  'belly-given': {
    name: 'the belly sum itself',
    first: 'That is what is in the belly. Asked is how far the valve is open.',
    second: 'Put the belly sum into f′: “{{place}}”.',
  },
  'error-squared': {
    name: 'squared error in place of its slope',
    first: 'The square belongs to the loss. What is left when you take its slope?',
    second: 'Use output minus target, without the square: “{{place}}”.',
  },
  'target-missing': {
    name: 'left out the target',
    first: 'That is the output. How far is it from where it should be?',
    second: 'Take the target away from the output: “{{place}}”.',
  },
  'output-missing': {
    name: 'left out the output',
    first: 'That is the target. How far is the output from it?',
    second: 'Begin with the output, then take the target away: “{{place}}”.',
  },
  'target-other': {
    name: 'target of another sample',
    first: 'Which sample is this round about? Look at its target.',
    second: 'That was the target of another sample. Look at “{{place}}”.',
  },
  'target-added': {
    name: 'target added',
    first: 'Output and target: are they added?',
    second: 'Take the target away from the output, do not add it: “{{place}}”.',
  },
  'parcel-given': {
    name: 'f′ already multiplied in',
    first: 'One step too far: the valve comes later.',
    second: 'Leave out f′ here. Asked is only “{{place}}”.',
  },
  'step-added': {
    name: 'stepped with the gradient',
    first: 'The gradient points uphill. Where do you want to go?',
    second: 'Go against the gradient: take the step away from “{{place}}”.',
  },
  'eta-missing': {
    name: 'learning rate η left out',
    first: 'That is a big step! How long may it be?',
    second: 'Multiply the gradient by η before you take it away from “{{place}}”.',
  },
  'eta-on-all': {
    name: 'η multiplied with the weight too',
    first: 'η shortens the step. Does it shorten the weight as well?',
    second: 'Only the gradient is multiplied by η, not “{{place}}”.',
  },
  'weight-missing': {
    name: 'only the step',
    first: 'That is the step. From where do you take it?',
    second: 'Start from the old weight: “{{place}}”.',
  },
  'gradient-given': {
    name: 'only the gradient',
    first: 'That is the slope. Where does the weight end up?',
    second: 'Multiply by η and take that away from “{{place}}”.',
  },
  'step-missing': {
    name: 'stayed where it was',
    first: 'There is a gradient. Does the weight really stay?',
    second: 'Take a step of η times the gradient away from “{{place}}”.',
  },
  'step-from-nothing': {
    name: 'moved without a gradient',
    first: 'How steep is it here? Is there any reason to move?',
    second: 'The gradient is 0, so this one stays: “{{place}}”.',
  },
  'not-divided': {
    name: 'not divided by the nudge',
    first: 'That is how much E changed. How far did you turn the lever?',
    second: 'Divide the change of E by the change of “{{place}}”.',
  },
  'two-notches': {
    name: 'one notch too few',
    first: 'From one notch down to one notch up: how many notches is that?',
    second: 'From down to up is two notches. Divide by both of them: “{{place}}”.',
  },
  'term-right': {
    name: 'a term that is right',
    first: 'That one is right! Work out the others too.',
    second: 'Nothing is wrong with that one: it comes from “{{place}}”. Compare the others.',
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
  'sign-slip': {
    name: 'sign lost on the way',
    first: 'The size is right! Look at the minus signs.',
    second: 'A minus got lost or slipped in. Follow the signs again from “{{place}}”.',
  },
  neighbour: {
    name: 'the answer of a neighbour',
    first: 'That is right, but for another unit of this layer.',
    second: 'You stand at the wrong unit. Start again from “{{place}}”.',
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
