import type { Language } from './languages.ts';

/** Words of sheets on paper and of drawings for slides, in each language. */
export interface SheetWords {
  readonly target: string;
  readonly error: string;
  readonly networkTitle: string;
  readonly gradientTitle: string;
  readonly questions: string;
  readonly solutions: string;
  readonly name: string;
  readonly date: string;
  readonly layer: string;
  readonly above: string;
  readonly notAbove: string;
  readonly rate: string;
  readonly sample: string;
  readonly forwardHeading: string;
  readonly forwardText: string;
  readonly errorHeading: string;
  readonly errorText: string;
  readonly gradientHeading: string;
  readonly findText: string;
  readonly slotsText: string;
  readonly solvedText: string;
  readonly parcelsGiven: string;
  readonly snapped: string;
  readonly unit: string;
  readonly belly: string;
  readonly output: string;
  readonly valve: string;
  readonly working: string;
  readonly result: string;
  readonly fromTo: string;
  readonly summed: string;
  readonly weights: string;
  readonly weightsText: string;
  readonly bias: string;
  readonly scaled: string;
  readonly neighbourhood: string;
  readonly tooSmall: string;
}

export const SHEET_WORDS: Record<Language, SheetWords> = {
  en: {
    target: 'target',
    error: 'error',
    networkTitle: 'Network {{name}}',
    gradientTitle: 'Places of the gradient of {{edge}} in the network {{name}}',
    questions: '{{name}}',
    solutions: '{{name}}: solutions',
    name: 'Name',
    date: 'Date',
    layer: 'Layer {{layer}}',
    above: 'where u > 0: {{value}}',
    notAbove: 'elsewhere: {{value}}',
    rate: 'Learning rate',
    sample: 'Sample',
    forwardHeading: 'Forward: fill the bellies',
    forwardText:
      'From left to right: multiply each number by its weight, add everything up with the bias, and write the sum into the belly. The output is f(u); f′(u) says how far the valve is open.',
    errorHeading: 'The error at each output',
    errorText: 'How fast does E grow when an output grows?',
    gradientHeading: '◆ {{edge}}: where does its gradient come from?',
    findText:
      'Mark in the drawing the places that the gradient of ◆ is made of, and number them {{numbers}}. Then write their values below and calculate.',
    slotsText: 'Write the value of each place into its slot, then calculate.',
    solvedText: 'The places are numbered. What is multiplied is joined by red lines; Σ adds up the paths.',
    parcelsGiven: 'The parcels ② of the next layer are given.',
    snapped: 'New weights are rounded to steps of {{step}}.',
    unit: 'unit',
    belly: 'belly u',
    output: 'output f(u)',
    valve: 'valve f′(u)',
    working: 'working',
    result: 'result',
    fromTo: 'from → to',
    summed: 'added up',
    weights: 'The weights of layer {{layer}}',
    weightsText: 'There are more weights than fit into the drawing. Rows: from; columns: to.',
    bias: 'bias b',
    scaled: 'This network is larger than the page: drawn at {{percent}} % of the usual size.',
    neighbourhood:
      'This network is too large to be drawn whole here: only the unit of ◆ and the two layers beside it are shown. They hold all places.',
    tooSmall: 'The bellies are too small to write in: write into the table.',
  },
  ja: {
    target: '正解',
    error: '誤差',
    networkTitle: 'ネットワーク「{{name}}」',
    gradientTitle: 'ネットワーク「{{name}}」で {{edge}} の勾配に使う場所',
    questions: '{{name}}',
    solutions: '{{name}}：解答',
    name: '名前',
    date: '日付',
    layer: '{{layer}} 層目',
    above: 'u > 0 のとき {{value}}',
    notAbove: 'それ以外 {{value}}',
    rate: '学習率',
    sample: 'サンプル',
    forwardHeading: '順伝播：お腹をいっぱいに',
    forwardText:
      '左から順に、とどいた数に重みをかけ、バイアスもふくめて全部足して、合計をお腹に書きましょう。出力は f(u)、弁の開きぐあいは f′(u) です。',
    errorHeading: '出力の誤差',
    errorText: '出力が少しふえると、E はどれだけふえますか。',
    gradientHeading: '◆ {{edge}} の勾配は、どこの値でできている？',
    findText:
      '◆ の勾配に使う場所を図の中で見つけて印をつけ、{{numbers}} の番号をふりましょう。それから値を下に書いて計算しましょう。',
    slotsText: 'それぞれの場所の値を点線のわくに書いて、計算しましょう。',
    solvedText: '使う場所に番号がついています。赤い線でつながった値をかけ、Σ で全部足します。',
    parcelsGiven: '次の層の荷物 ② は、わかっているものとします。',
    snapped: '新しい重みは {{step}} きざみに丸めます。',
    unit: 'ユニット',
    belly: 'お腹の合計 u',
    output: '出力 f(u)',
    valve: '弁 f′(u)',
    working: '計算',
    result: '答え',
    fromTo: '元 → 先',
    summed: '全部足すと',
    weights: '{{layer}} 層目の重み',
    weightsText: '図に書ききれない重みがあります。行は元のユニット、列は先のユニットです。',
    bias: 'バイアス b',
    scaled: 'このネットワークは紙より大きいので、ふつうの {{percent}} % の大きさでかいています。',
    neighbourhood:
      'このネットワークは大きいので、◆ のユニットと両どなりの層だけをかいています。使う場所は全部入っています。',
    tooSmall: 'お腹が小さくて書きこめないので、表に書きましょう。',
  },
};
