/** The teacher's guide; mistakes and steps are told in their own words. */
export const guide = {
  heading: 'For teachers',
  purpose: {
    heading: 'What the lesson is for',
    places:
      'At the end everyone can point to the places in a network that the gradient of any weight is made of, and say why: the error that arrives, how far the valve is open, and the input of the weight. The formula is the shorthand for that, not the start.',
    depth:
      'The same three places hold in every layer, however deep. Who has found them for one hidden unit can do it for every network.',
    need: 'Needed before: multiplying and adding decimals, and that f′ is a slope. Nobody has to derive anything.',
  },
  mistakes: {
    heading: 'What students get wrong, and how it shows',
    intro:
      'The game recognises these by the places that were taken, or by the number. During a round the console shows who makes which. What the game says at the first try is written below; it never gives the number away.',
    column: { mistake: 'Mistake', says: 'What the game says first' },
    families: {
      valve: 'At the valve, f′',
      way: 'On the way back: which paths, which weights',
      input: 'At the input of the weight',
      belly: 'In the forward pass',
      loss: 'At the error and the loss',
      step: 'In the step of the weight',
      slip: 'Slips of calculation and reading',
    },
  },
  steps: {
    heading: 'What to say at each step of the 50 minutes',
    minutes: 'minutes {{from}}–{{to}}',
    short: 'When time is short:',
  },
  followUps: {
    heading: 'Three lessons that follow',
    deeper: {
      name: 'Deeper, and why it fades',
      text: 'Host the network with five hidden layers. The parcels become smaller from layer to layer, since every valve lets only a part through. Let the class guess which layer learns least, then change the activation and look again.',
    },
    homework: {
      name: 'Homework and a blank sheet',
      text: 'Give homework on a network with other numbers, or print a sheet. The next lesson begins with the blank sheet: who still finds the three places a week later?',
    },
    code: {
      name: 'From places to a program',
      text: 'Write the backward pass in a few lines of code, with one line for each place, and check it against the calculation notes that the game saves as a spreadsheet.',
    },
  },
};
