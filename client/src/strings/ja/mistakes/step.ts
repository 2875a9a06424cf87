import type { step as english } from '../../en/mistakes/step';

export const step: typeof english = {
  'rate-applied': {
    name: 'η までかけた',
    early: '更新の分まで計算した',
    first: '一歩進みすぎ！ ここで答えるのは勾配だけ。更新はそのあとです。',
    second: '学習率 η はかけません。勾配は「{{place}}」をかけたらおしまい。',
    in: { bias: { second: '学習率 η はかけません。η を使うのは「{{place}}」を更新するときです。' } },
  },
  'step-given': {
    name: '勾配ではなく更新まで',
    first: 'もう歩きだしています！ 聞かれているのは傾きだけです。',
    second: 'η も元の値も使わず、「{{place}}」の勾配だけを答えましょう。',
  },
  accumulated: {
    name: '前のラウンドの勾配が残っている',
    first: '勾配は、ラウンドごとにはじめから計算します。前の分が残っていませんか？',
    second: '前のラウンドの勾配が足されています。「{{place}}」の勾配は、このラウンドの分だけです。',
  },
};
