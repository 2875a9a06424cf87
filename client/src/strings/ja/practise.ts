import type { practise as english } from '../en/practise';

export const practise: typeof english = {
  heading: 'ひとりで練習',
  text: '時計もクラスもなし。ミスなしで3問とけたら、レッスンはクリア。何問ためしてもだいじょうぶです。',
  path: 'レッスン',
  lessons: {
    belly: { name: 'お腹の合計', text: '入力×重みを全部たして、バイアスも。それがお腹の中の値です。' },
    activation: { name: '何が出てくる？', text: 'お腹の値を f に通します。ユニットは何を渡す？' },
    forward: { name: '前向きに全部', text: '入力から出力まで、お腹をひとつずつ計算しよう。' },
    valve: { name: '弁 f′', text: 'お腹にもう1滴。出てくるのはどれだけふえる？' },
    error: { name: '誤差のはじまり', text: '出力と正解。もう1滴ふえると、どれだけ困る？' },
    output: {
      name: '出力ユニット',
      text: '誤差・弁・入力。3つの場所を見つけて、かけ算しよう。',
    },
    hiddenOne: {
      name: '中間層のユニット（道は1つ）',
      text: '誤差は1本の線を通ってもどってきます。それから弁と入力。',
    },
    hidden: {
      name: '中間層のユニット',
      text: '誤差は2つの道を通ってもどってきます。まず足して、それから弁と入力をかけよう。',
    },
    bias: { name: 'バイアス', text: '入力がいつも1の重みです。' },
    update: { name: '一歩', text: '勾配はわかっています。◆ はどちらへ、どれだけ動く？' },
    nudge: { name: '動かして見る', text: '◆ を少し動かして、誤差の変わり方を見よう。それが勾配です。' },
    debug: { name: 'まちがい探し', text: 'まちがいが1つある計算。どこでしょう？' },
    blank: { name: '白紙のネットワーク', text: '名前も数字もなし。◆ の場所をタップしよう。' },
  },
  stars: '星 {{stars}} / 3',
  clean: 'ミスなし',
  cleanOf: '{{clean}} / {{all}} 問',
  toLessons: 'レッスン一覧',
  show: '答えを見る',
  compare: '正しい式とくらべる',
  next: '次の問題',
  finish: '星を見る',
  end: {
    heading: 'レッスンクリア！',
    stars3: '3問つづけて、ミスはゼロ。お見事！',
    stars2: 'ミスなしで3問とけました。もう一度やれば、星3つも見えてきます。',
    stars1: 'あきらめずに、ミスなしで3問とけました。やるたびに楽になりますよ。',
    again: 'もう一度',
    onward: '次は「{{lesson}}」',
  },
};
