import type { nudge as english } from '../../en/mistakes/nudge';

export const nudge: typeof english = {
  'not-divided': {
    name: '動かした幅で割り忘れた',
    first: 'E の変化だけでは、傾きはわかりません。レバーはどれだけ動かした？',
    second: 'E の変化を、「{{place}}」の変化で割りましょう。',
  },
  'two-notches': {
    name: '目盛りの数えまちがい',
    first: 'E を読んだのは、どの目盛りからどの目盛りまで？ そのあいだに ◆ はどれだけ動く？',
    second: 'E の変化を、そのあいだに「{{place}}」が動いた幅の全部で割りましょう。',
  },
};
