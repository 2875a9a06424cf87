import type { Language } from './languages.ts';

/** Words of the `solve` command besides the working, in each language. */
interface SolveWords {
  readonly usage: string;
  readonly standardInput: string;
  readonly unreadable: string;
  readonly refused: string;
  readonly wholeFile: string;
  readonly noSample: string;
}

export const SOLVE_WORDS: Record<Language, SolveWords> = {
  en: {
    usage:
      'Usage: npm run -s solve -- FILE [--json | --csv] [--sample N] [--lang en|ja]   (FILE may be - for standard input)',
    standardInput: 'standard input',
    unreadable: '{{file}} cannot be read: {{reason}}',
    refused: '{{file}} is not a network file as it should be. Problems: {{count}}',
    wholeFile: '(the file)',
    noSample: 'There is no sample {{sample}}: the file has {{count}}, counted from 0.',
  },
  ja: {
    usage:
      '使い方: npm run -s solve -- ファイル [--json | --csv] [--sample N] [--lang en|ja]   (ファイルに - を書くと標準入力を読みます)',
    standardInput: '標準入力',
    unreadable: '{{file}} を読めません: {{reason}}',
    refused: '{{file}} はネットワークのファイルとして正しくありません。直すところ: {{count}}',
    wholeFile: '(ファイル全体)',
    noSample: 'サンプル {{sample}} はありません。このファイルには {{count}} 個あり、0 から数えます。',
  },
};
