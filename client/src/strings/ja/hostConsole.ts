import type { hostConsole as english } from '../en/hostConsole';

export const hostConsole: typeof english = {
  column: { time: '時間×' },
  sort: {
    label: '並び順',
    need: '手助けが先',
    name: '名前',
    team: 'チーム',
    score: '得点',
    again: '並べ直す',
  },
  page: { before: '前のページ', after: '次のページ', shown: '{{count}}人中{{from}}–{{to}}' },
  drawer: { close: '閉じる', unit: 'ユニット{{unit}}', score: '得点{{score}}' },
};
