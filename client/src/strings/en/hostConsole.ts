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
};
