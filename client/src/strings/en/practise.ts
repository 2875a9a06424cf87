/** Practising alone. */
export const practise = {
  heading: 'Practise on your own',
  text: 'No clock and no class. A lesson is done after three questions without a miss; take as many as you need.',
  path: 'Lessons',
  lessons: {
    output: {
      name: 'An output unit',
      text: 'Error, valve, input: find the three places and multiply them.',
    },
    hidden: {
      name: 'A hidden unit',
      text: 'The error comes back on two paths. Add them up, then valve and input.',
    },
  },
  stars: '{{stars}} of 3 stars',
  clean: 'Without a miss',
  cleanOf: '{{clean}} of {{all}}',
  toLessons: 'Lessons',
  show: 'Show me',
  compare: 'Compare with the right working',
  next: 'Next question',
  finish: 'See my stars',
  end: {
    heading: 'Lesson done!',
    stars3: 'Three questions and not a single miss.',
    stars2: 'Three without a miss. One more run, and it is three stars?',
    stars1: 'Three without a miss: you kept at it. It gets easier every time.',
    again: 'Once more',
    onward: 'Next: {{lesson}}',
  },
};
