import type { warmUp as english } from '../en/warmUp';

export const warmUp: typeof english = {
  text: 'みんなが答えているあいだ、きみだけのネットワークで準備運動ができます。得点はありません。気楽にどうぞ。',
  ask: '準備運動をする',
  back: '準備運動にもどる',
  strip: 'きみだけの準備運動です（得点なし）。',
  after: 'つぎのラウンドから参加できます。',
  say: 'きみだけのネットワークで準備運動です。得点はありません。つぎのラウンドから参加できます。',
  host: '準備運動中',
};
