import type { forward as english } from '../../en/mistakes/forward';

export const forward: typeof english = {
  'bias-missing': {
    name: 'バイアスを忘れた',
    first: '何も入ってこなくても、お腹にはもう何か入っています。',
    second: 'バイアスを足しましょう。「{{place}}」です。',
  },
  'bias-sign': {
    name: 'バイアスの符号が逆',
    first: 'バイアスにも符号があります。式の中でそのままになっていますか？',
    second: 'バイアスの符号が逆です。「{{place}}」を見てみて。',
  },
  'input-left-out': {
    name: '足し忘れた線がある',
    first: '入ってくるものは、全部お腹に入りましたか？',
    second: '線が1本足りません。「{{place}}」に、その線の重みをかけて足しましょう。',
  },
  'weights-missing': {
    name: '重みをかけ忘れた',
    first: '入ってくる値は、線を通ると大きくなったり小さくなったりします。',
    second: 'それぞれの入力に、まず重みをかけます。たとえば「{{place}}」。',
  },
  'weight-wrong': {
    name: '別の線の重み',
    first: '重みは線ごとにあります。どの線の重みを使いましたか？',
    second: '線をたどって、その線の重みを使いましょう。「{{place}}」です。',
    in: {
      next: {
        first: '重みは線ごとにあります。どの重みから始めましたか？',
        second: '◆ の重みから始めましょう。「{{place}}」です。',
      },
    },
  },
  'weight-crossed': {
    name: '重みと入力の組み合わせが入れかわっている',
    first: 'どの入力も、自分の線を通ってきます。',
    second: '入力に、となりの線の重みをかけています。「{{place}}」から1本ずつたどろう。',
  },
  'f-applied': {
    name: 'もう f を通した',
    first: 'それは f を通す前？ 通したあと？ 聞かれているのはお腹の中です。',
    second: 'f に入れる前の、お腹の合計を答えましょう。「{{place}}」はそのあとです。',
  },
  'f-missing': {
    name: 'f を忘れた',
    first: 'それはまだお腹の中。f を通すとどうなる？',
    second: 'お腹の合計を f に入れましょう。それが「{{place}}」です。',
  },
  'f-slope': {
    name: 'f のかわりに f′',
    first: 'f′ は弁の開きぐあい。何が出てくるかは、f が決めます。',
    second: '傾きではなく、f そのものを使います。「{{place}}」です。',
  },
  'f-wrong': {
    name: '別の関数',
    first: '関数がちがえば、出てくる値もちがいます。この層の関数はどれでしょう？',
    second: 'この層の関数を使いましょう。「{{place}}」です。',
  },
  'f-twice': {
    name: 'f をくり返し通した',
    first: 'f を通るのは一度だけです。',
    second: '出力をもう一度 f に入れています。入れるのはお腹の合計。「{{place}}」を見てみて。',
  },
  'softmax-alone': {
    name: '合計で割り忘れた',
    first: 'ソフトマックスでは、層の出力がひとつの全体を分け合います。答えは、その分け前になっている？',
    second: '層の全ユニットの合計で割りましょう。「{{place}}」です。',
  },
  'belly-given': {
    name: 'お腹の値そのもの',
    first: 'それはお腹の中の値。そこでは弁はどれだけ開いている？',
    second: 'お腹の合計を f′ に入れましょう。「{{place}}」です。',
  },
};
