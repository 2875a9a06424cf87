import type { Language } from './languages.ts';

/** Words of sheets on paper and of drawings for slides, in each language. */
export interface SheetWords {
  readonly target: string;
  readonly error: string;
  readonly networkTitle: string;
  readonly gradientTitle: string;
}

export const SHEET_WORDS: Record<Language, SheetWords> = {
  en: {
    target: 'target',
    error: 'error',
    networkTitle: 'Network {{name}}',
    gradientTitle: 'Places of the gradient of {{edge}} in the network {{name}}',
  },
  ja: {
    target: '正解',
    error: '誤差',
    networkTitle: 'ネットワーク「{{name}}」',
    gradientTitle: 'ネットワーク「{{name}}」で {{edge}} の勾配に使う場所',
  },
};
