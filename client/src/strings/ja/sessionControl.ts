import type { sessionControl as english } from '../en/sessionControl';

export const sessionControl: typeof english = {
  next: 'つぎへ：{{what}}',
  what: {
    backward: '逆伝播',
    reveal: '答え合わせ',
    update: '重みの更新',
    results: '結果発表',
  },
  round: 'ラウンド {{round}}',
  close: { vote: '投票をしめきる', trial: 'ネットワークに聞く', exitTicket: '白紙を集める' },
  skip: { activity: 'これを飛ばす', round: 'このラウンドを飛ばす', step: '1つ飛ばす' },
  skipText: {
    activity: '飛ばすと、結果を出さずに閉じます。',
    round: '飛ばすと、このラウンドは数えません。得点はもどり、重みもそのままです。',
    step: '飛ばすと、つぎの「{{step}}」を省きます。',
  },
  shown: {
    heading: 'みんなに見えるもの',
    names: 'スクリーンの名前',
    scores: '得点',
    ranks: '順位',
    text: 'ここには、いつでも全部出ています。',
  },
  again: {
    heading: 'このあとは？',
    play: '同じクラスでもう一度',
    playText: 'ロビーにもどります。問題は新しく、ネットワークははじめから、得点は0からです。',
    go: '同じチームと重みで続ける',
    goText: 'ネットワークは、ここまで学んだところから続きます。得点は0からです。',
    rules: '続きのルール',
  },
  homework: {
    heading: '宿題',
    catchUp: '休んだ人の追いつき',
    due: 'しめきり：{{moment}}',
    noDue: 'しめきりはありません。終えるまで開いています。',
    text: '一人ひとりで進めます。あとから来た人も、1ラウンドめから始められます。',
    rounds: 'ラウンド数：{{rounds}}',
    through: '{{players}}人中{{through}}人が終わりました',
  },
  catchUp: {
    heading: '休んだ人がいますか',
    text: '一人ずつ進めるセッションを開きます。クラスが終えたラウンドの問題が、そのときの重みのまま出ます。ラウンドのあと、重みはクラスと同じところへ動きます。',
    open: '追いつき用のセッションを開く',
    opening: '開いています…',
    done: '休んだ人のコード：{{code}}',
    console: 'その進行画面へ',
  },
};
