import type { error as english } from '../../en/mistakes/error';

export const error: typeof english = {
  'error-squared': {
    name: '傾きのかわりに二乗',
    first: '聞かれているのは E の傾きです。微分しても、差は二乗のまま？',
    second: '二乗はしません。「出力 − 正解」から始めて、E の式を見てみよう。「{{place}}」です。',
  },
  'target-missing': {
    name: '正解を引き忘れた',
    first: '誤差は、出力が正解からどれだけ離れているか。正解は式に入っていますか？',
    second: '正解が抜けています。出力から引きましょう。「{{place}}」を見てみて。',
  },
  'output-missing': {
    name: '出力を忘れた',
    first: '誤差は、出力と正解をくらべます。両方とも式に入っていますか？',
    second: '出力が抜けています。出力から正解を引きましょう。「{{place}}」を見てみて。',
  },
  'target-other': {
    name: '別のサンプルの正解',
    first: 'いまはどのサンプル？ その正解を見てみよう。',
    second: 'それは別のサンプルの正解です。「{{place}}」を見てみて。',
    in: {
      weight: {
        second: 'それは別のサンプルの正解です。もどってくる誤差をひとつずつ見直そう。「{{place}}」から。',
      },
    },
  },
  'target-added': {
    name: '正解を足した',
    first: '出力と正解、足すのでしたっけ？',
    second: '足さずに、出力から正解を引きます。「{{place}}」を見てみて。',
  },
  'parcel-given': {
    name: 'f′ までかけた',
    first: '一歩進みすぎ！ そのユニット自身の弁の出番はあとで。',
    second: 'ここでは自分の f′ をかけません。届いた誤差だけです。「{{place}}」から見直そう。',
    in: { e: { second: 'ここでは f′ をかけません。答えるのは「{{place}}」だけです。' } },
  },
};
