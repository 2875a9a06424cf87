import type { Language } from './languages.ts';

/** Words of the `sheets` command, in each language. */
interface SheetsCommandWords {
  readonly usage: string;
  readonly noSample: string;
  readonly noWeight: string;
  readonly notWritten: string;
  readonly written: string;
}

export const SHEETS_COMMAND_WORDS: Record<Language, SheetsCommandWords> = {
  en: {
    usage:
      'Usage: npm run sheets -- FILE [--language en|ja] [--solutions] [--slots] [--gradients 0…12] [--seed N] [--weight "x1>h1"]… [--sample N] [--out DIR]   (FILE: a network file, or the name of a network of the game)',
    noSample: 'There is no sample {{sample}}: the file has {{count}}, counted from 0.',
    noWeight: 'There is no weight {{weight}} in this network. Write it as from>to, such as {{example}}.',
    notWritten: '{{file}} cannot be written: {{reason}}',
    written: 'Written: {{file}}',
  },
  ja: {
    usage:
      '使い方: npm run sheets -- ファイル [--language en|ja] [--solutions] [--slots] [--gradients 0…12] [--seed N] [--weight "x1>h1"]… [--sample N] [--out フォルダ]   (ファイルのかわりに、ゲームにあるネットワークの名前も書けます)',
    noSample: 'サンプル {{sample}} はありません。このファイルには {{count}} 個あり、0 から数えます。',
    noWeight:
      '重み {{weight}} はこのネットワークにありません。{{example}} のように「元>先」と書いてください。',
    notWritten: '{{file}} に書きこめません: {{reason}}',
    written: '書きました: {{file}}',
  },
};
