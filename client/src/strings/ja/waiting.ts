import type { waiting as english } from '../en/waiting';

/** Words of play that a player may need before the first round. */
export const waiting: typeof english = {
  play: {
    lobby: {
      heading: '{{name}}、ようこそ',
      text: '進行役の合図ではじまります。',
      renamed: '同じ名前の人がいるので、ここでは「{{name}}」です。',
      present: 'いま {{present}} 人',
      how: 'あそびかた',
      how1: 'きみはネットワークのユニットになります。',
      how2: '勾配 ◆ をつくる場所をタップして集めます。',
      how3: '計算して送ると、ネットワークが育ちます。',
    },
    f: {
      identity: '恒等関数',
      sigmoid: 'シグモイド',
      tanh: 'tanh 関数',
      relu: 'ReLU',
      'leaky-relu': 'リーキー ReLU',
      softplus: 'ソフトプラス',
      softmax: 'ソフトマックス',
    },
    ended: {
      heading: 'みんなの手で育てました',
      text_one: '{{count}}ラウンドで損失 {{first}} → {{last}}',
      text_other: '{{count}}ラウンドで損失 {{first}} → {{last}}',
      early: 'セッションは終わりました。',
      score: 'きみの得点',
      ranks: 'きみのまわり',
      points: '{{points}}点',
      home: '最初のページへ',
    },
  },
  learning: {
    gone: {
      removed: '進行役がきみをセッションから外しました。まちがいなら、もう一度参加できます。',
      banned: '進行役がきみをこのセッションから退出させました。理由がわからないときは先生に聞いてください。',
      heading: 'セッションから外れています',
    },
  },
};
