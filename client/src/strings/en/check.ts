/** Connection check: what is tried, what was found, and what to do. */
export const check = {
  heading: 'Connection check',
  intro: 'In half a minute you will know whether this device can play in this network.',
  step: {
    server: 'Pages come from the game’s computer',
    socket: 'Messages go both ways',
    stable: 'The connection stays open',
  },
  state: { waiting: 'not yet', busy: 'checking …', good: 'works', bad: 'does not work' },
  seconds: 'Watched for {{done}} of {{all}} seconds',
  devices: 'Devices that are being checked now, with this one: {{devices}}',
  again: 'Check again',
  qr: 'QR code of this page',
  result: {
    noServer: {
      heading: 'This device does not reach the game’s computer',
      text: 'Nothing answers at {{address}}.',
      todo: 'Is the game still running there, and is this device still in the same network? If both are so, read below what keeps devices apart.',
    },
    full: {
      heading: 'Too many devices are being checked just now',
      text: 'The game’s computer is reached, but it checks only so many devices at a time.',
      todo: 'Check again in a minute.',
    },
    noSocket: {
      heading: 'The network blocks the game’s messages',
      text: 'Pages load, but the connection for messages (a WebSocket) cannot be opened. A filter, a proxy or a virus scanner usually is the reason.',
      todo: 'Ask whoever runs the network to allow WebSockets to {{address}}. For today, use another network, such as a phone’s hotspot.',
    },
    unstable: {
      heading: 'The connection is not stable',
      text: 'Messages without a reply in time: {{lost}} of {{sent}}. Interruptions: {{breaks}}.',
      todo: 'The game comes back by itself and keeps every answer, but there will be waits. Go nearer to the access point, or change to another network.',
    },
    slow: {
      heading: 'It works, but slowly',
      text: 'The slowest reply took {{slowest}} ms.',
      todo: 'No answer is lost, but verdicts come late. It gets better if nobody loads videos or updates in this network meanwhile.',
    },
    fine: {
      heading: 'Everything works',
      text: 'The slowest reply took {{slowest}} ms.',
      todo: 'You can play with this device in this network.',
    },
  },
  apart: {
    heading: 'Another device does not even show this page?',
    text: 'Open {{address}} there. If nothing appears:',
    sameNetwork: 'Both devices have to be in the same network; a phone may be using mobile data.',
    isolated:
      'Many school and guest networks keep devices from each other (“client isolation”). Then no phone reaches a computer in the room. Ask whoever runs the network to turn it off for the class, use a phone’s hotspot, or run the game on a server.',
    firewall: 'The firewall of the game’s computer has to let this address through.',
  },
};
