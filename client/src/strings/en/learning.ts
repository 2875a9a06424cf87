/** Learning of a network: loss curve, decision boundary, reference run. */
export const learning = {
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
  gone: {
    removed: 'The host has taken you out of this session. Was it a mistake? You can join again.',
    banned: 'The host has sent you away from this session. Talk to your teacher if you do not know why.',
    heading: 'You are out of the session',
  },
};
