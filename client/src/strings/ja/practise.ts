import type { practise as english } from '../en/practise';

export const practise: typeof english = {
  heading: 'ひとりで練習',
  text: '時計もクラスもなし。ミスなしで3問とけたら、レッスンはクリア。何問ためしてもだいじょうぶです。',
  path: 'レッスン',
  lessons: {
    output: {
      name: '出力ユニット',
      text: '誤差・弁・入力。3つの場所を見つけて、かけ算しよう。',
    },
    hidden: {
      name: '中間層のユニット',
      text: '誤差は2つの道を通ってもどってきます。まず足して、それから弁と入力をかけよう。',
    },
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
