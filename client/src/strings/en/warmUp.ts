/** Warm-up of a player without a seat. */
export const warmUp = {
  text: 'While the others finish, you can warm up on a network of your own. Just for fun, no points.',
  ask: 'Warm up',
  back: 'Back to the warm-up',
  strip: 'A warm-up, just for you: no points.',
  after: 'You are in with the next round.',
  say: 'A warm-up on a network of your own, without points. You are in with the next round.',
  host: 'warms up',
};
