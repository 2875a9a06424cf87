import { waiting } from './waiting';

/** Learning of a network: loss curve, decision boundary, reference run. */
export const learning = {
  ...waiting.learning,
  boundary: {
    heading: 'What it says everywhere',
    label: 'What {{output}} says for every pair of inputs',
    taught: 'What {{output}} is to say, for every sample; the question mark is what is asked',
    shapes: '{{output}}: ● much is wanted, ■ little',
    outputs: 'Output',
    scale: 'blue {{low}} · orange {{high}} · ● much, ■ little wanted',
  },
  nothingMoved: 'Nothing moved this time.',
  improved: 'Most improved',
  improvedBy: '+{{points}} points a round',
  noScores: 'Thank you for playing!',
};
