/** Words of play that a player may need before the first round. */
export const waiting = {
  play: {
    lobby: {
      heading: 'You are in, {{name}}',
      text: 'It starts when the host says so.',
      renamed: 'Someone has your name already, so you are {{name}} here.',
      present: 'Here now: {{present}}',
      how: 'How it goes',
      how1: 'You become one unit of a network.',
      how2: 'Tap the places your gradient ◆ is made of.',
      how3: 'Compute, send, and see the network learn.',
    },
    f: {
      identity: 'identity',
      sigmoid: 'sigmoid',
      tanh: 'tanh',
      relu: 'ReLU',
      'leaky-relu': 'leaky ReLU',
      softplus: 'softplus',
      softmax: 'softmax',
    },
    ended: {
      heading: 'You trained it by hand',
      text_one: 'Loss {{first}} → {{last}} in {{count}} round.',
      text_other: 'Loss {{first}} → {{last}} in {{count}} rounds.',
      early: 'The session is over.',
      score: 'Your score',
      ranks: 'Around you',
      points: '{{points}} points',
      home: 'To the start page',
    },
  },
  learning: {
    gone: {
      removed: 'The host has taken you out of this session. Was it a mistake? You can join again.',
      banned: 'The host has sent you away from this session. Talk to your teacher if you do not know why.',
      heading: 'You are out of the session',
    },
  },
};
