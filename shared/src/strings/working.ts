import type { Language } from './languages.ts';

/** Words of a written-out working, in each language. */
export interface WorkingWords {
  readonly title: string;
  readonly forward: string;
  readonly sides: string;
  readonly bellySum: string;
  readonly output: string;
  readonly bias: string;
  readonly loss: string;
  readonly backward: string;
  readonly outputUnit: string;
  readonly hiddenUnit: string;
  readonly arrives: string;
  readonly arrivesSummed: string;
  readonly slope: string;
  readonly parcel: string;
  readonly shortcut: string;
  readonly gradient: string;
  readonly update: string;
  readonly biasesStay: string;
  readonly snapped: string;
  readonly lossAfter: string;
}

export const WORKING_WORDS: Record<Language, WorkingWords> = {
  en: {
    title: '{{name}}: one training step on sample {{sample}}',
    forward: 'Forward',
    sides: '{{f}} of layer {{layer}}: {{up}} × sum above 0, {{slope}} × sum otherwise',
    bellySum: 'belly sum',
    output: 'output {{f}}(sum)',
    bias: 'bias',
    loss: 'Loss E ({{loss}})',
    backward: 'Backward, last layer first',
    outputUnit: 'Output {{unit}}: its set of three',
    hiddenUnit: 'Hidden unit {{unit}}: its set of three',
    arrives: 'error that arrives  ∂E/∂{{unit}}',
    arrivesSummed: 'error that arrives, summed  Σ parcel × weight back',
    slope: 'belly sum put into f′  f′({{sum}})',
    parcel: 'parcel δ = arrives × f′',
    shortcut: 'parcel δ = y − t  (the loss and f together; no f′ of its own)',
    gradient: 'gradient of {{edge}} = δ × input',
    update: 'Update, w − {{rate}} × gradient',
    biasesStay: 'Biases stay as they are in this network.',
    snapped: 'Every new value is rounded to a multiple of {{snap}}.',
    lossAfter: 'Loss of this sample afterwards',
  },
  ja: {
    title: '{{name}}: サンプル {{sample}} で 1 回学習する',
    forward: '順伝播',
    sides: '第 {{layer}} 層の {{f}}: 合計が正なら {{up}} × 合計、0 以下なら {{slope}} × 合計',
    bellySum: 'お腹の中の合計',
    output: '出力 {{f}}(合計)',
    bias: 'バイアス',
    loss: '損失 E ({{loss}})',
    backward: '逆伝播 (出力層から順に)',
    outputUnit: '出力ユニット {{unit}} の 3点セット',
    hiddenUnit: '中間ユニット {{unit}} の 3点セット',
    arrives: '出力側から届いた誤差  ∂E/∂{{unit}}',
    arrivesSummed: '出力側から届いた誤差の合計  Σ 荷物 × もどる線の重み',
    slope: 'お腹の合計を f′ に入れたもの  f′({{sum}})',
    parcel: '荷物 δ = 届いた誤差 × f′',
    shortcut: '荷物 δ = y − t  (損失と f をまとめて計算。f′ は別にかけない)',
    gradient: '{{edge}} の勾配 = δ × 入力側から来た値',
    update: '更新  w − {{rate}} × 勾配',
    biasesStay: 'このネットワークではバイアスは更新しません。',
    snapped: '新しい値は {{snap}} の倍数に丸めます。',
    lossAfter: '更新後の、このサンプルの損失',
  },
};
