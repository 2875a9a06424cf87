import type { activities as english } from '../en/activities';

export const activities: typeof english = {
  phase: { vote: '投票', trial: '予想', exitTicket: '白紙テスト' },
  progress: {
    vote: '{{players}}人中{{answered}}人が投票しました',
    trial: '{{players}}人中{{answered}}人が予想しました',
    exitTicket: '{{players}}人中{{answered}}人ができました',
  },
  extra: { right: 'おまけ：正解！', wrong: 'おまけ：もう答えられません。' },
  vote: {
    heading: 'まちがいはどこ？',
    text: 'このラウンドでいちばん人気のまちがいです。だれのものかは、ひみつ。さあ、見つけよう！',
    voted: 'きみの投票：{{term}}。まだ変えられます。',
    slipWas: 'まちがいは「{{term}}」',
    found: '見つけました！',
    missed: 'きみの投票：{{term}}',
    none: '今回は投票していません。',
    bars: 'みんなの投票',
    you: 'きみ',
  },
  trial: {
    heading: '（{{inputs}}）を入れたら、ネットワークは何と答える？',
    text: 'だれも教えたことのない入力です。まずは予想してみよう！',
    output: '出力 {{output}}',
    unreadable: '{{output}}：数を入れてください。',
    guessed: 'きみの予想：（{{outputs}}）。まだ変えられます。',
    said: '答えは（{{outputs}}）',
    neverTaught: '一度も教えていないのに！',
    taught: '教えた正解は ({{target}}) です。',
    guess: 'これは教えたことがあります。覚えているかな？まず予想しよう！',
    yours: 'きみの予想',
    network: 'ネットワーク',
    all: 'みんなの予想',
    line: '予想：{{guesses}}。ネットワーク：{{said}}。',
  },
  exitTicket: {
    heading: '新しいネットワークを、ひとりで',
    text: '名前も数字もなし。◆ はどの場所でできている？',
    collected: '集まりました',
    of: '{{asked}}人中{{count}}人',
    right: '全部の場所を見つけました',
    atOnce: 'それも1回目で',
    done: 'できました。ほかの人が終わるまで、しずかに待ちましょう。',
    without: 'ほかの人は白紙テスト中です。次のラウンドから、また参加できます。',
  },
  machine_one: '機械が{{count, number}}歩進みました：損失 {{before}} → {{after}}',
  machine_other: '機械が{{count, number}}歩進みました：損失 {{before}} → {{after}}',
  machineUnrounded_one:
    '機械が{{count, number}}歩進みました：損失 {{before}} → {{after}}。重みは、もう丸めません。',
  machineUnrounded_other:
    '機械が{{count, number}}歩進みました：損失 {{before}} → {{after}}。重みは、もう丸めません。',
  say: {
    vote: '投票です。まちがいはどこ？ カードをひとつ選んでください。',
    trial: '予想です。ネットワークは何と答えるでしょう？',
    exitTicket: '白紙テストです。新しいネットワークを、ひとりで。',
    closed: '結果が出ました。',
  },
};
