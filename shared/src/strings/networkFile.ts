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
  /** Before the sentence of a field that is not there. */
  readonly missing: string;
  readonly only: string;
  readonly text: string;
  readonly number: string;
  readonly positive: string;
  readonly wholeNumber: string;
  readonly flag: string;
  readonly list: string;
  readonly object: string;
  readonly atLeast: string;
  /** In place of the problems that are not listed. */
  readonly andMore: string;
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
    missing: 'missing: {{expected}}',
    only: 'expected {{value}}',
    text: 'expected a text of 1 to {{most}} characters',
    number: 'expected a number',
    positive: 'expected a number above 0',
    wholeNumber: 'expected a whole number from {{least}} to {{most}}',
    flag: 'expected true or false',
    list: 'expected a list, […]',
    object: 'expected fields in braces, {…}',
    atLeast: 'expected at least {{least}} entries, found {{found}}',
    andMore: 'and {{count}} more',
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
    missing: '項目がありません。{{expected}}',
    only: '{{value}} と書いてください',
    text: '1〜{{most}} 文字の文字列にしてください',
    number: '数値にしてください',
    positive: '0 より大きい数値にしてください',
    wholeNumber: '{{least}} から {{most}} までの整数にしてください',
    flag: 'true か false にしてください',
    list: '[…] の形の並びにしてください',
    object: '{…} の形にしてください',
    atLeast: '{{least}} 個以上必要ですが、{{found}} 個あります',
    andMore: 'ほかに{{count}}か所あります',
  },
};
