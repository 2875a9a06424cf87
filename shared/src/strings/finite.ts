import type { Language } from './languages.ts';

/** Words about values that are not finite, in each language: the same on a page and in a terminal. */
interface FiniteWords {
  /** Names of the values of a training step. */
  readonly names: Readonly<
    Record<
      | 'sums'
      | 'outputs'
      | 'loss'
      | 'error'
      | 'arriving'
      | 'slopes'
      | 'deltas'
      | 'gradients'
      | 'updated'
      | 'lossAfter',
      string
    >
  >;
  /** Value of the network as it is. */
  readonly now: string;
  /** Value after some updates. */
  readonly later: string;
}

export const FINITE_WORDS: Record<Language, FiniteWords> = {
  en: {
    names: {
      sums: 'a belly sum u',
      outputs: 'an output',
      loss: 'the loss E',
      error: 'an error ∂E/∂y',
      arriving: 'an error that arrives, S,',
      slopes: 'a slope f′',
      deltas: 'a parcel δ',
      gradients: 'a gradient G',
      updated: 'a new weight',
      lossAfter: 'the loss E after the update',
    },
    now: '{{name}} ({{where}}) is no finite number here: it is too large to compute with, or undefined. Make the inputs or the weights smaller, or the learning rate.',
    later:
      'after {{count}} updates, one sample after the other, {{name}} ({{where}}) is no finite number here: the training diverges. Make the learning rate smaller.',
  },
  ja: {
    names: {
      sums: 'お腹の合計 u',
      outputs: '出力',
      loss: '損失 E',
      error: '誤差 ∂E/∂y',
      arriving: '届いた誤差 S',
      slopes: '傾き f′',
      deltas: '荷物 δ',
      gradients: '勾配 G',
      updated: '新しい重み',
      lossAfter: '更新後の損失 E',
    },
    now: '{{name}}（{{where}}）が有限の数になりません。計算できないほど大きいか、値が決まりません。入力や重み、学習率を小さくしてください。',
    later:
      'サンプルを順に{{count}}回学習すると、{{name}}（{{where}}）が有限の数になりません。学習が発散しています。学習率を小さくしてください。',
  },
};
