/** Goal of the class: the task that its network shall learn. */
export const goal = {
  label: 'Goal',
  task: {
    swap: 'The network learns to swap its two inputs.',
    sumAndDifference: 'The network learns to add its two inputs, and to subtract them.',
    and: 'The network learns to say 1 only when both inputs are 1.',
    or: 'The network learns to say 1 as soon as one of its inputs is 1.',
    xor: 'The network learns to say 1 when exactly one of its inputs is 1.',
    line: 'The network learns to find the points of a straight line.',
    groups: 'The network learns to tell two groups of points apart.',
    none: 'The network learns to give the right outputs.',
  },
  example: 'For example: {{x}} → {{t}}',
};
