/** Activities between rounds. */
export const hostActivities = {
  heading: 'Between rounds',
  hint: 'While the reveal or the new weights are shown. The class answers on its own screens.',
  vote: {
    open: 'Vote on a slip',
    text: 'The most frequent mistake of this round, nameless: where is the slip?',
  },
  exitTicket: { open: 'Blank sheet', text: 'A new network, everyone alone, 90 seconds: an exit ticket.' },
  trial: {
    open: 'Let the class guess',
    text: 'Everyone says what will come out before the network does.',
    needs: 'A number for each input, please.',
  },
  machine: {
    heading: 'Let the machine train',
    steps_one: '{{count}} step',
    steps_other: '{{count}} steps',
    busy: 'Training …',
    done_one: '{{count}} step in {{ms}} ms. The loss is now {{loss}}.',
    done_other: '{{count}} steps in {{ms}} ms. The loss is now {{loss}}.',
    when: 'When the weights have been updated.',
    isUnrounded: 'The weights are no longer rounded.',
    unrounded:
      'The machine does not round the weights to steps of {{snap}}: its steps become too small for that. Rounds after it do not round them either.',
  },
  open: {
    vote: 'Vote: where is the slip?',
    trial: 'What will the network say to ({{x}})?',
    exitTicket: 'Blank sheet',
  },
  in: {
    vote: '{{answered}} of {{players}} have voted',
    trial: '{{answered}} of {{players}} have guessed',
    exitTicket: '{{answered}} of {{players}} sheets are done',
  },
  slipWas: 'The slip is in {{term}}: {{mistake}}.',
  votes_one: '{{term}}: {{count}} vote',
  votes_other: '{{term}}: {{count}} votes',
  said: 'The network says {{outputs}}',
  teamSaid: 'Team {{team}} says {{outputs}}',
  guesses: 'The class: {{guesses}}',
  noGuesses: 'Nobody guessed.',
  exitTickets: '{{right}} of {{asked}} are right, {{atOnce}} of them at once.',
  close: { vote: 'Close the vote', trial: 'Show what it says', exitTicket: 'Collect the sheets' },
  goOn: 'Go on',
};
