/** Practising alone. */
export const practise = {
  heading: 'Practise on your own',
  text: 'No clock and no class. A lesson is done after three questions without a miss; take as many as you need.',
  path: 'Lessons',
  lessons: {
    belly: {
      name: 'The belly sum',
      text: 'Input times weight, all added up, and the bias: that is what is in a belly.',
    },
    activation: { name: 'What comes out', text: 'The belly goes through f. What does the unit hand on?' },
    forward: { name: 'All the way forward', text: 'From the inputs to the output, belly by belly.' },
    valve: { name: 'The valve f′', text: 'One more drop in the belly: how much more comes out?' },
    error: { name: 'Where the error starts', text: 'Output and target: how much does one more drop hurt?' },
    output: {
      name: 'An output unit',
      text: 'Error, valve, input: find the three places and multiply them.',
    },
    hiddenOne: {
      name: 'A hidden unit, one way back',
      text: 'The error comes back along one line. Then valve and input.',
    },
    hidden: {
      name: 'A hidden unit',
      text: 'The error comes back on two paths. Add them up, then valve and input.',
    },
    bias: { name: 'The bias', text: 'A weight whose input is always 1.' },
    update: { name: 'The step', text: 'The gradient is known. Which way does ◆ go, and how far?' },
    nudge: {
      name: 'Wiggle and watch',
      text: 'Move ◆ a little and see what the error does: that is the gradient.',
    },
    debug: { name: 'Find the slip', text: 'A working with one mistake in it. Where?' },
    blank: { name: 'The blank network', text: 'No names, no numbers. Tap the places of ◆.' },
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
