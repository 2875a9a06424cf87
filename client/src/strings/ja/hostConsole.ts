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
  glance: {
    heading: 'ひと目で見る',
    rightOf: '{{asked}}中{{right}}正解',
    rounds: 'ラウンドごとのまちがい',
    noMistakes: 'よくあるまちがいは、まだありません。',
    show: '{{what}}：スクリーンに出す',
    hint: '押すと、計算の例がスクリーンに出ます。別のネットワークの例で、名前は出ません。',
  },
  losses: 'チームごとの損失',
  projector: { heading: 'スクリーンの表示', takeOff: '消す', preview: 'プレビュー' },
  example: {
    right: '正しくはこうなります：',
    wrong: 'たとえばこうなります：',
    noWorking: 'このまちがいは、3点セットの式には表れません。',
    part: {
      places: '◆ の場所',
      own: 'ユニットが自分で分かるもの',
      S: '届いた誤差',
      delta: '荷物 δ',
      G: '◆ の勾配',
    },
    partText: {
      places: '光っている場所が、どれも ◆ の勾配に入っています。届いた誤差、弁、入力です。',
      own: '自分の弁と ◆ の入力。この2つは、荷物が届く前から分かります。',
      S: '出力ごとに、誤差×弁×重み。それを全部足します。',
      delta: '届いた誤差×自分の弁。これが次に渡す荷物です。',
      G: '荷物×◆ の入力。これで勾配の全部です。',
    },
  },
};
