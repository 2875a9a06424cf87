/** Exit ticket of one player: time taken, and extra time. */
export const exitTicket = {
  took_one: 'Found in {{count}} second.',
  took_other: 'Found in {{count}} seconds.',
  finishing: 'Take your time: your sheet stays open.',
  leave: 'Back to the class',
  left: 'You are back with the class.',
};
