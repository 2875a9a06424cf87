import type { Language } from './languages.ts';

/** Words of a receipt or spreadsheet working, in each language. */
export interface ReceiptWords {
  readonly what: string;
  readonly value: string;
  readonly here: string;
  readonly given: string;
  readonly target: string;
  readonly bias: string;
  readonly weight: string;
  readonly forward: string;
  readonly belly: string;
  readonly output: string;
  readonly loss: string;
  readonly backward: string;
  readonly error: string;
  readonly arrives: string;
  readonly path: string;
  readonly valve: string;
  readonly parcel: string;
  readonly gradient: string;
  readonly update: string;
  readonly updated: string;
  readonly afterwards: string;
  readonly lossAfter: string;
  readonly right: string;
  readonly yours: string;
  readonly off: string;
  readonly nudged: string;
}

export const RECEIPT_WORDS: Record<Language, ReceiptWords> = {
  en: {
    what: 'What',
    value: 'Value',
    here: 'In the game',
    given: 'Given',
    target: 'target of {{unit}}',
    bias: 'bias of {{unit}}',
    weight: 'weight {{edge}}',
    forward: 'Forward',
    belly: 'belly of {{unit}}',
    output: 'output of {{unit}}',
    loss: 'loss E',
    backward: 'Backward, last layer first',
    error: 'error at {{unit}}',
    arrives: 'error that arrives at {{unit}}, S',
    path: 'what {{unit}} sends back',
    valve: 'valve of {{unit}}, f′',
    parcel: 'parcel of {{unit}}, δ',
    gradient: 'gradient of {{edge}}, G',
    update: 'Update',
    updated: 'new {{edge}}',
    afterwards: 'Forward once more, with the new weights',
    lossAfter: 'loss E afterwards',
    right: 'The right working',
    yours: 'Your answer: {{part}}',
    off: 'how far off: {{part}}',
    nudged: 'E with {{edge}} at {{weight}}',
  },
  ja: {
    what: '項目',
    value: '値',
    here: 'ゲームでの値',
    given: 'わかっている値',
    target: '{{unit}} の正解',
    bias: '{{unit}} のバイアス',
    weight: '重み {{edge}}',
    forward: '順伝播',
    belly: '{{unit}} のお腹の合計',
    output: '{{unit}} の出力',
    loss: '損失 E',
    backward: '逆伝播（出力層から順に）',
    error: '{{unit}} の誤差',
    arrives: '{{unit}} に出力側から届いた誤差の合計 S',
    path: '{{unit}} が返すもの',
    valve: '{{unit}} の弁 f′',
    parcel: '{{unit}} の荷物 δ',
    gradient: '{{edge}} の勾配 G',
    update: '更新',
    updated: '新しい {{edge}}',
    afterwards: '新しい重みで、もう一度 順伝播',
    lossAfter: '更新後の損失 E',
    right: '正しい計算',
    yours: 'きみの答え：{{part}}',
    off: 'ずれ：{{part}}',
    nudged: '{{edge}} が {{weight}} のときの E',
  },
};
