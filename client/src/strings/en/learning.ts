/** What a network has learnt, as it is shown besides its numbers. */
export const learning = {
  boundary: {
    heading: 'What y1 says everywhere',
    label: 'What the first output says for every pair of inputs',
    scale: 'blue {{low}} · orange {{high}}; ● wants much, ■ wants little',
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
