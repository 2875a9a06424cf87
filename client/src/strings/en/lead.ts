/** How a host leads: what comes next, and what else can be done to a round. */
export const lead = {
  next: 'Next: {{what}}',
  what: {
    backward: 'the way back',
    reveal: 'the reveal',
    update: 'the weights',
    results: 'the results',
  },
  round: 'round {{round}}',
  close: { vote: 'close the vote', trial: 'ask the network', sheet: 'collect the sheets' },
  skip: { activity: 'Skip it', round: 'Skip the round', step: 'Skip a step' },
  skipText: {
    activity: 'Skip: closed without an outcome.',
    round: 'Skip: this round does not count. Its points are taken back and the weights stay.',
    step: 'Skip: the next step of the plan is left out: {{step}}.',
  },
  shown: {
    heading: 'What everyone sees',
    names: 'Names on the projector',
    scores: 'Points',
    ranks: 'Ranks',
    text: 'You see everything all the same.',
  },
  again: {
    heading: 'And now?',
    play: 'Play again with the same class',
    playText: 'Back to the lobby: new questions, the network from the beginning, points at 0.',
    go: 'Continue with the same teams and weights',
    goText: 'The networks go on from what they have learnt. Points start at 0.',
    rules: 'Rules for what follows',
  },
  homework: {
    heading: 'Homework',
    due: 'Due {{moment}}',
    noDue: 'No due date: it is open until you end it.',
    text: 'Everyone works alone. Who comes later begins from the first round.',
    rounds: 'Rounds: {{rounds}}',
    through: '{{through}} of {{players}} are through',
  },
  catchUp: {
    heading: 'Somebody was absent?',
    text: 'Opens a session in which each works alone: the same questions in the same order, with the true weights.',
    open: 'Open a catch-up session',
    opening: 'Opening …',
    done: 'Code for those who were absent: {{code}}',
    console: 'Its console',
  },
};
