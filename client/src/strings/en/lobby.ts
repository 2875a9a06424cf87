/** Toy of the lobby: drops of numbers for a belly. */
export const lobby = {
  heading: 'Feed your belly',
  drips: 'Drip a number into your belly',
  empty: 'Empty',
  function: 'Which function f?',
  sum: 'in the belly',
  output: 'comes out',
  slope: 'the valve',
  more: 'One more tiny drop: how much more comes out? That is f′, your valve.',
  feeling: {
    shut: 'It is shut: nothing more gets through.',
    nearlyShut: 'It is nearly shut: hardly anything gets through.',
    partly: 'It is partly open: some of every drop gets through.',
    open: 'It is wide open: every drop shows!',
  },
  said: 'In the belly {{sum}}, out comes {{output}}, the valve is {{slope}}.',
};
