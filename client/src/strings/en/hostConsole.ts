/** Console: the list of players and what stands beside it. */
export const hostConsole = {
  column: { time: 'Time ×' },
  sort: {
    label: 'Order',
    need: 'help first',
    name: 'name',
    team: 'team',
    score: 'score',
    again: 'Sort again',
  },
  page: { before: 'Page before', after: 'Next page', shown: '{{from}}–{{to}} of {{count}}' },
  drawer: { close: 'Close', unit: 'Unit {{unit}}', score: 'Score {{score}}' },
  glance: {
    heading: 'At a glance',
    rightOf: '{{right}} of {{asked}} right',
    rounds: 'Mistakes by round',
    noMistakes: 'No known mistake so far.',
    show: '{{what}}: show on the projector',
    hint: 'A press shows a worked example on the projector: another network, no name.',
  },
  losses: 'Loss of each team',
  projector: { heading: 'On the projector', takeOff: 'Take it off', preview: 'Preview' },
  example: {
    right: 'This is how it goes:',
    wrong: 'This is how it looks:',
    noWorking: 'This one does not show in the set of three.',
    part: {
      places: 'The places of ◆',
      own: 'What the unit knows itself',
      S: 'The error that arrives',
      delta: 'The parcel δ',
      G: 'The gradient of ◆',
    },
    partText: {
      places: 'All that pulses is in the gradient of ◆: what arrives, the valve, the input.',
      own: 'Its own valve and the input of ◆: these two it knows before any parcel arrives.',
      S: 'From every output: error × valve × weight. All of them added up.',
      delta: 'The error that arrives × the own valve: the parcel that is handed on.',
      G: 'The parcel × the input of ◆. That is the whole gradient.',
    },
  },
};
