import type { MistakeId } from '@relay/shared/question/question';
import type { MistakeWords } from '../../mistakeWords';

/** Mistakes in the direction of a step, and in the value after it. */
export const update = {
  'step-added': {
    name: 'stepped with the gradient',
    first: 'The gradient points uphill. Where do you want to go?',
    second: 'Go against the gradient: take the step away from “{{place}}”.',
    in: {
      direction: { second: 'Downhill is against the sign of the gradient: that is where “{{place}}” goes.' },
    },
  },
  'eta-missing': {
    name: 'learning rate η left out',
    first: 'The gradient says how steep it is. What says how long the step is?',
    second: 'Multiply the gradient by η before you take it away from “{{place}}”.',
  },
  'eta-on-all': {
    name: 'η multiplied with the old value too',
    first: 'η belongs to the step. Does it belong to the old value as well?',
    second: 'Only the gradient is multiplied by η, not “{{place}}”.',
  },
  'weight-missing': {
    name: 'only the step',
    first: 'A step alone does not say where you arrive. Where does it begin?',
    second: 'Start from the old value: “{{place}}”.',
  },
  'gradient-given': {
    name: 'only the gradient',
    first: 'The gradient says how steep it is. Where does ◆ end up?',
    second: 'Multiply the gradient by η and take that away from “{{place}}”.',
  },
  'step-missing': {
    name: 'stayed where it was',
    first: 'There is a gradient. Does ◆ really stay?',
    second: 'Take η times the gradient away from “{{place}}”.',
    in: { direction: { second: 'There is a gradient, so “{{place}}” moves: against its sign.' } },
  },
  'step-from-nothing': {
    name: 'moved without a gradient',
    first: 'How steep is it here? Is there any reason to move?',
    second: 'The gradient is 0, so this one stays: “{{place}}”.',
  },
} satisfies Partial<Record<MistakeId, MistakeWords>>;
