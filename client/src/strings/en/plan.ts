/** Plans of lessons: for every step its name, words to say, and parts to leave out when time is short. */
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
    ticketBefore: {
      name: 'Blank sheet, before',
      say: 'A network without names and numbers. Tap everything that you think ◆ is made of. You need not know it yet: it is for comparing with the end.',
      short: 'One minute is enough; nobody can be wrong here.',
    },
    hiddenPlaces: {
      name: 'Hidden units: only the places',
      say: 'You are hidden units now. No arithmetic: tap every place that your ◆ is made of. Every way on which blame comes back counts.',
      short: 'Do it together on the projector for one unit.',
    },
    relay: {
      name: 'Relay',
      say: 'The error really travels. Outputs first; their parcels go to the hidden units. While you wait, prepare your valve and your input.',
      short: 'Look at the loss at the reveal and go on.',
    },
    deepRelay: {
      name: 'Relay through deep layers',
      say: 'The parcel has a longer way now. Watch what becomes of it: at every unit it goes through a valve, and every valve makes it smaller.',
      short: 'One relay is enough if everybody has seen the parcel shrink.',
    },
    vanishing: {
      name: 'Why the parcel vanishes',
      say: 'A sigmoid valve is never open wider than a quarter. A quarter of a quarter of a quarter: what is left for the first layer? Who has an idea what to do about it?',
      short: 'Write ¼ × ¼ × ¼ on the board and go on.',
    },
    competition: {
      name: 'Rules of the competition',
      say: 'Weights move by what you earn: only clean answers make your network learn. The team whose loss is lowest at the end wins.',
      short: 'Say only: clean answers make the network learn.',
    },
    own: {
      name: 'On your own',
      say: 'As in the exam: no help from neighbours, but you may use paper. Write down the three things first, then multiply.',
      short: 'Take away a minute rather than the question.',
    },
    check: {
      name: 'Do you still know it?',
      say: 'Last time you found the places of ◆. Find them again, on a deeper network: nothing new has been added.',
      short: 'Do one unit together on the projector.',
    },
    talk: {
      name: 'Talk',
      say: 'Say here what your class needs. You can write it into the plan.',
      short: 'You can leave this step out.',
    },
    goal: {
      name: 'What we want to reach',
      say: 'A network is a machine with a few knobs. Today you are the machine: you will find out for every knob in which direction it has to be turned.',
      short: 'Show the goal on the projector and begin.',
    },
    update: {
      name: 'What an update does',
      say: 'Each of you has found how much the error changes when a weight grows. So we go the other way, a small step: old weight minus step size times ◆.',
      short: 'Do the sum for one weight on the board.',
    },
    pause: {
      name: 'Break',
      say: 'Five minutes. The network waits.',
      short: 'Leave it out if the class wants to go on.',
    },
    round: {
      name: 'Round',
      say: 'Find three things: the error that arrives, how far your valve is open, and what came in. Multiply them.',
      short: 'Show the formula at the reveal and go on.',
    },
  },
  /** Plans that come with the game. */
  ready: {
    lesson50: { name: '50 minutes', text: 'From the first sum to the exit ticket, with four relays.' },
    beforeAndAfter: {
      name: '50 minutes, before and after',
      text: 'Opens and closes with a blank sheet, so that the report can say what was learnt.',
    },
    lesson45: { name: '45 minutes', text: 'The 50-minute lesson with three relays.' },
    short20: { name: '20 minutes', text: 'Outputs, places, one relay, a blank sheet.' },
    double90: {
      name: '2 × 45 minutes',
      text: 'With a break, time to talk, and a blank sheet before and after.',
    },
    secondLesson: {
      name: 'Second lesson: deep networks',
      text: 'Deeper, with sigmoids: why the gradient vanishes.',
    },
    competition: {
      name: 'Competition, 30 minutes',
      text: 'Four relays in teams: only what you earn moves the weights.',
    },
    exam: { name: 'Exam rehearsal', text: 'Quiet work alone, with more time a question.' },
  },
};
