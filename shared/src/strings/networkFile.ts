import { en, ja } from 'zod/locales';
import type { Language } from './languages.ts';

/** Messages about problems of a network file, in each language. `{{…}}` are filled in. */
export interface NetworkFileWords {
  readonly noActivation: string;
  readonly oneOf: string;
  readonly onlyLeaky: string;
  readonly softmaxLast: string;
  readonly softmaxPair: string;
  readonly softmaxUnits: string;
  readonly sigmoidOutputs: string;
  readonly length: string;
  readonly atMost: string;
  readonly zeroToOne: string;
  readonly notNegative: string;
  readonly addUp: string;
  readonly noSuchField: string;
}

export const NETWORK_FILE_WORDS: Record<Language, NetworkFileWords> = {
  en: {
    noActivation: 'expected nothing: the input layer has no activation',
    oneOf: 'expected one of {{options}}',
    onlyLeaky: 'expected nothing: only a leaky-relu layer has the field {{field}}',
    softmaxLast: 'softmax can only be in the last layer',
    softmaxPair: 'cross-entropy and softmax outputs belong together: expected both or neither',
    softmaxUnits: 'expected at least 2 units with softmax',
    sigmoidOutputs: 'expected sigmoid outputs with binary-cross-entropy',
    length: 'expected {{expected}} entries, found {{found}}',
    atMost: 'expected at most {{most}} entries, found {{found}}',
    zeroToOne: 'expected values from 0 to 1',
    notNegative: 'expected no value below 0',
    addUp: 'expected values that add up to 1, not {{total}}',
    noSuchField: 'there is no such field',
  },
  ja: {
    noActivation: '入力層には活性化関数を書きません',
    oneOf: '次のどれかを書いてください: {{options}}',
    onlyLeaky: '{{field}} を書けるのは leaky-relu の層だけです',
    softmaxLast: 'softmax は最後の層でだけ使えます',
    softmaxPair: 'cross-entropy と softmax の出力は、必ず組み合わせて使います',
    softmaxUnits: 'softmax にはユニットが 2 個以上必要です',
    sigmoidOutputs: 'binary-cross-entropy の出力は sigmoid にしてください',
    length: '{{expected}} 個必要ですが、{{found}} 個あります',
    atMost: '{{most}} 個までですが、{{found}} 個あります',
    zeroToOne: '0 から 1 までの値にしてください',
    notNegative: '0 以上の値にしてください',
    addUp: '合計が 1 になる値にしてください (今は {{total}})',
    noSuchField: 'この名前の項目はありません',
  },
};

/** Zod's messages about values of the wrong shape. */
export const SHAPE_WORDS: Record<Language, typeof en> = { en, ja };
