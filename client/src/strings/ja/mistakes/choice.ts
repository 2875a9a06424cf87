import type { choice as english } from '../../en/mistakes/choice';

export const choice: typeof english = {
  'term-right': {
    name: '合っている項',
    first: 'そこは合っています！ ほかも計算してみよう。',
    second: 'そこにまちがいはありません。もとは「{{place}}」。ほかと見くらべてみて。',
    in: { bias: { second: 'そこにまちがいはありません。バイアスの入力はいつも 1。ほかと見くらべてみて。' } },
  },
  'product-follows': {
    name: '積そのもの',
    first: '積は材料しだい。ひとつずつたしかめてみよう。',
    second: '材料のどれかがずれています。「{{place}}」から見てみよう。',
  },
  'place-extra': {
    name: '場所が多すぎる',
    first: '必要な場所はそろっています。でも、よけいなものも。',
    second: '「{{place}}」は使いません。',
  },
};
