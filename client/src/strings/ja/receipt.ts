import type { receipt as english } from '../en/receipt';

export const receipt: typeof english = {
  heading: 'レシート：計算を1行ずつ',
  hint: '表計算ソフトでは、どの行も自分で計算し直します。A1のセルに貼り付けてください。',
  copy: '表計算ソフト用にコピー',
  save: 'ファイルに保存',
  copied: 'コピーしました。表計算ソフトのA1のセルに貼り付けてください。',
  notCopied: 'このブラウザではコピーできません。かわりにファイルに保存してください。',
};
