/** The 50-minute lesson: for every step its name, a sentence to say, and parts to leave out when time is short. */
export const plan = {
  heading: 'Plan of the lesson',
  minutes: 'min {{from}}–{{to}}',
  now: 'now',
  say: 'To say',
  short: 'Short of time?',
  onTime: 'On time: minute {{minute}}',
  behind_one: '{{count}} min behind: minute {{minute}}',
  behind_other: '{{count}} min behind: minute {{minute}}',
  ahead_one: '{{count}} min ahead: minute {{minute}}',
  ahead_other: '{{count}} min ahead: minute {{minute}}',
  join: {
    name: 'Everyone joins',
    say: 'Scan the code and pick a nickname. You are one unit of a network now. Drip some numbers into your belly and watch your valve.',
    short: 'Start as soon as most are in. Latecomers get a seat in the next round.',
  },
  end: {
    name: 'Podium and memory ticket',
    say: 'You have trained a network by hand. Everything that is called learning in a machine is this step, many million times. Take the ticket home: it asks you again in a few days.',
    short: 'Show the podium and let them photograph the ticket.',
  },
  steps: {
    forward: {
      name: 'Forward: fill the bellies',
      say: 'Each of you gets numbers from the left. Multiply each by its weight, add them up: that is your belly. What comes out goes on to the right.',
      short: 'Skip the outputs’ turn: reveal once the hidden units are in.',
    },
    outputs: {
      name: 'Everyone is an output',
      say: 'Now we ask: whose fault is the error? Find three things: the error at your output, how far your valve is open, and what came in. Multiply them.',
      short: 'One minute is enough. Show the formula at the reveal and go on.',
    },
    hidden: {
      name: 'Everyone is a hidden unit',
      say: 'You have no target to compare with. The blame comes to you through your weights: from every output, parcel times weight, all added up. Then your own valve, then your own input.',
      short: 'Tap only the places together on the projector, without the arithmetic.',
    },
    vote: {
      name: 'Vote: where is the slip?',
      say: 'Somebody worked this out, and it could have been any of us. One term is off. Which one? Vote first, then tell your neighbour why.',
      short: 'Skip it and name the most frequent mistake yourself.',
    },
    relay1: {
      name: 'Relay 1',
      say: 'From now on the error really travels. Outputs first; their parcels go to the hidden units. While you wait, prepare your valve and your input.',
      short: 'Press +30 s for the first relay rather than explaining more.',
    },
    relay2: {
      name: 'Relay 2',
      say: 'Same again, and you change seats. Before the parcel comes, bet: will your ◆ go up or down?',
      short: 'Leave out the talk at the reveal: look at the loss and go on.',
    },
    relay3: {
      name: 'Relay 3',
      say: 'Look at the curve: the loss falls with every step of yours. Who can say why the steps get smaller?',
      short: 'This round can be skipped.',
    },
    relay4: {
      name: 'Relay 4',
      say: 'The last one by hand. Try to get every parcel right at the first try, so that nothing has to be put right on the way.',
      short: 'This round can be skipped.',
    },
    trial: {
      name: 'Something it never saw',
      say: 'The network was never shown 0 and 1. What will it say? Write down your guess, and then we ask it.',
      short: 'Ask for one guess aloud and close at once.',
    },
    machine: {
      name: '1,000 steps of the machine',
      say: 'What took us half an hour, a machine does in a blink: a thousand steps. It computes nothing that you did not compute, only without any rounding.',
      short: 'Nothing to leave out: it takes a moment.',
    },
    trialAgain: {
      name: 'The same question again',
      say: 'Once more 0 and 1. Has it become better at something that nobody taught it? That is what learning is for.',
      short: 'Skip it if the first answer was good already.',
    },
    exitTicket: {
      name: 'Blank sheet',
      say: 'A network that none of you has seen, without names and numbers. Tap everything that ◆ is made of. Alone, 90 seconds.',
      short: 'Give it the last five minutes in any case: it is the best thing to remember by.',
    },
  },
};
