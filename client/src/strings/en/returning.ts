/** Texts that most people never see: of lost seats, shared browsers, and results that are kept. */
export const returning = {
  gone: {
    heading: 'This seat is not open any more',
    text: 'The session does not know this device. Join again with the code.',
    joinAgain: 'Join again',
  },
  unknownHere: {
    heading: 'The server has lost {{name}}',
    text: 'Join again under the same name: what you have typed on this device stays. What the server has lost has to be answered once more.',
    joinAgainAs: 'Join again as {{name}}',
    forget: 'Erase name and answers on this device',
  },
  who: {
    known: 'You have been here before, in session {{code}}.',
    continueAs: 'Continue as {{name}}',
    someoneElse: 'Someone else',
    forget: 'Forget these names on this device',
    elsewhereHeading: '{{name}} is open in another tab',
    elsewhere:
      'One tab plays as one person, so that nobody answers twice. Go on here, and the other tab stops.',
    continueHereAs: 'Go on here as {{name}}',
  },
  result: {
    heading: 'Results on this device',
    of: '{{name}}, session {{code}}',
    points: 'Points: {{points}}. The rest was kept by another version of the game and cannot be shown.',
    kept: 'This result is kept on this device only. At a shared device, forget it before you leave.',
    forget: 'Forget this result',
  },
};
