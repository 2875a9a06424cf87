import type { lobby as english } from '../en/lobby';

export const lobby: typeof english = {
  heading: 'お腹に数をたらしてみよう',
  drips: 'お腹に数を1滴たらす',
  empty: '空に',
  function: 'どの関数 f にしますか',
  sum: 'お腹の中',
  output: '出る数',
  slope: '弁',
  more: 'あとほんの1滴で、出てくる数はどれだけ増える？ それが f′、きみの弁です。',
  feeling: {
    shut: 'いまは閉まっていて、もう何も通りません。',
    nearlyShut: 'いまはほとんど閉まっていて、あまり通りません。',
    partly: 'いまは少し開いていて、一部だけ通ります。',
    open: 'いまは大きく開いています。1滴ごとによく変わります！',
  },
  said: 'お腹の中は {{sum}}、出る数は {{output}}、弁は {{slope}} です。',
};
