import type { slope as english } from '../../en/mistakes/slope';

export const slope: typeof english = {
  'slope-gate-ignored': {
    name: '折れ目の左側なのを見落とした',
    first: 'お腹の値は、折れ目の左側（0 以下）にあります。そこでは弁はどれだけ開いている？',
    second: '折れ目の左と右では f′ がちがいます。左側の f′ を使いましょう。「{{place}}」を見てみて。',
  },
  'slope-missing': {
    name: '弁 f′ を忘れた',
    first: '誤差をどれだけ通すかは、お腹の弁が決めます。弁は式に入っていますか？',
    second: '弁が抜けています。f′ もかけましょう。「{{place}}」を見てみて。',
    in: {
      places: {
        first: '誤差をどれだけ通すかは、お腹の弁が決めます。弁は集めましたか？',
        second: '弁が足りません。「{{place}}」を集めましょう。',
      },
      own: {
        first: '誤差をどれだけ通すかは、お腹の弁が決めます。弁は集めましたか？',
        second: '自分の弁が足りません。「{{place}}」を集めましょう。',
      },
      f: {
        name: '直線のときの f′',
        first: 'f の曲線を見てみよう。このお腹のところで、どれだけ急？',
        second: 'お腹の合計を f′ に入れましょう。「{{place}}」を見てみて。',
      },
    },
  },
  'slope-activation': {
    name: 'f′ のかわりに f',
    first: 'f は「何が出てくるか」。弁 f′ は「あと1滴入れたら、どれだけ増えるか」です。',
    second: 'ここで使うのは f ではなく f′ です。「{{place}}」を見てみて。',
  },
  'slope-of-output': {
    name: 'お腹ではなく出力での f′',
    first: '弁 f′ がのぞくのはお腹の中。出ていったあとの値ではありません。',
    second: 'f′ は、出力ではなくお腹の合計のところで求めます。「{{place}}」を見てみて。',
  },
  'slope-formula-on-sum': {
    name: 'f′ の短い式にお腹の値を入れた',
    first: 'f′ の短い式は、ユニットから出てくる値で書いてあります。何を入れましたか？',
    second: 'その式に入れるのは、お腹の合計ではなく出力です。「{{place}}」を見てみて。',
  },
  'slope-half-formula': {
    name: 'f′ の式をまちがえた',
    first: 'f′ の式をもう一度見てみよう。すみからすみまで同じですか？',
    second: 'f′ の式を全部書いて、そこに出力を入れましょう。「{{place}}」を見てみて。',
  },
  'slope-wrong-unit': {
    name: '別のユニットの弁',
    first: '弁はユニットごとにあります。だれの弁を使いましたか？',
    second: '使うのは、◆ が入っていくユニットの弁です。「{{place}}」を見てみて。',
    in: { f: { second: '使うのは、聞かれているユニットの弁です。「{{place}}」を見てみて。' } },
  },
  'slope-wrong-function': {
    name: '別の関数の f′',
    first: '関数がちがえば、f′ もちがいます。この層の関数はどれでしょう？',
    second: 'この層の関数の f′ を使いましょう。「{{place}}」を見てみて。',
  },
  'slope-twice': {
    name: '弁 f′ をくり返しかけた',
    first: '誤差がひとつの弁を通るのは、一度だけです。',
    second: 'f′ が2回入っています。1回で十分。「{{place}}」を見てみて。',
  },
  'slope-gate-inverted': {
    name: '折れ目の反対側の弁',
    first: 'お腹の値は、折れ目のどちら側にありますか？',
    second: 'お腹の値は折れ目の右側（0 より上）です。そこの f′ を使いましょう。「{{place}}」を見てみて。',
  },
};
