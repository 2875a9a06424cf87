import type { update as english } from '../../en/mistakes/update';

export const update: typeof english = {
  'step-added': {
    name: '勾配と同じ向きに進んだ',
    first: '勾配は上り坂を指します。行きたいのはどっち？',
    second: '勾配と反対に進みます。「{{place}}」から一歩分を引きましょう。',
    in: { direction: { second: '下り坂は、勾配の符号と反対の向き。「{{place}}」はそちらへ動きます。' } },
  },
  'eta-missing': {
    name: '学習率 η を忘れた',
    first: '勾配は「どれだけ急か」。では、一歩の長さは何が決める？',
    second: '勾配に η をかけてから、「{{place}}」から引きます。',
  },
  'eta-on-all': {
    name: '元の値にまで η をかけた',
    first: 'η は一歩にかけるもの。元の値にもかけますか？',
    second: 'η をかけるのは勾配だけ。「{{place}}」にはかけません。',
  },
  'weight-missing': {
    name: '一歩分だけ',
    first: '一歩分だけでは、どこに着くかわかりません。どこから歩きだす？',
    second: '元の値から始めましょう。「{{place}}」です。',
  },
  'gradient-given': {
    name: '勾配だけ',
    first: '勾配は「どれだけ急か」。◆ はどこに着く？',
    second: '勾配に η をかけて、「{{place}}」から引きましょう。',
  },
  'step-missing': {
    name: '動かさなかった',
    first: '勾配があります。◆ は本当にそのまま？',
    second: 'η × 勾配の分だけ、「{{place}}」から引きましょう。',
    in: { direction: { second: '勾配があるので「{{place}}」は動きます。勾配の符号と反対の向きです。' } },
  },
  'step-from-nothing': {
    name: '勾配がないのに動かした',
    first: 'ここの傾きは？ 動く理由はありますか？',
    second: '勾配は 0。だから「{{place}}」はそのままです。',
  },
};
