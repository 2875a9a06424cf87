import type { hostActivities as english } from '../en/hostActivities';

export const hostActivities: typeof english = {
  heading: 'ラウンドのあいだに',
  hint: '答え合わせや更新の画面のあいだに使えます。クラスはそれぞれの画面で答えます。',
  vote: {
    open: 'まちがいさがし投票',
    text: 'このラウンドでいちばん多いまちがいを、名前なしで。どこがちがう？',
  },
  exitTicket: { open: '白紙テスト', text: 'はじめて見るネットワークに、一人ずつ90秒で。授業の出口に。' },
  trial: {
    open: 'クラスに予想してもらう',
    text: 'ネットワークが答える前に、何が出てくるかをみんなで予想します。',
    needs: '入力ごとに数をひとつずつ入れてください。',
  },
  machine: {
    heading: '機械に学ばせる',
    steps_one: '{{count}}歩',
    steps_other: '{{count}}歩',
    busy: '学習中…',
    done_one: '{{count}}歩を{{ms}}ミリ秒で。損失は {{loss}} になりました。',
    done_other: '{{count}}歩を{{ms}}ミリ秒で。損失は {{loss}} になりました。',
    when: '重みを更新したあとに使えます。',
    isUnrounded: '重みは、もう丸めません。',
    unrounded:
      '機械は重みを {{snap}} きざみに丸めません。一歩がそれより小さくなるからです。そのあとのラウンドでも丸めません。',
  },
  open: {
    vote: '投票：どこがちがう？',
    trial: '（{{x}}）を入れたら、ネットワークは何と答える？',
    exitTicket: '白紙テスト',
  },
  in: {
    vote: '{{players}}人中{{answered}}人が投票しました',
    trial: '{{players}}人中{{answered}}人が予想しました',
    exitTicket: '{{players}}枚中{{answered}}枚ができました',
  },
  slipWas: 'ちがっていたのは「{{term}}」です（{{mistake}}）。',
  votes_one: '{{term}}：{{count}}票',
  votes_other: '{{term}}：{{count}}票',
  said: 'ネットワークの答え：{{outputs}}',
  teamSaid: 'チーム {{team}} の答え：{{outputs}}',
  guesses: 'クラスの予想：{{guesses}}',
  noGuesses: '予想はありませんでした。',
  exitTickets: '{{asked}}人中{{right}}人が正解。そのうち1回で正解：{{atOnce}}人。',
  close: { vote: '投票をしめきる', trial: '答えを見る', exitTicket: '白紙を集める' },
  goOn: '先へ進む',
};
