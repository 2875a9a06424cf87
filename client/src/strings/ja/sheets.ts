import type { sheets as english } from '../en/sheets';

export const sheets: typeof english = {
  heading: '紙のワークシート',
  intro:
    '端末のない教室や宿題のために。お腹が空のネットワーク、書きこみ式の問題、別ページの解答を A4 に印刷できます。どのネットワークでも作れます。',
  sample: 'サンプル',
  gradients: '求める勾配の数',
  seed: 'どの重みか（番号を変えると別の重みになります）',
  weights: '重みを自分で選ぶ',
  chosen: '選んだ重み：{{edges}}',
  places: '勾配に使う場所',
  placesOptions: { empty: '見つけて印をつける', slots: '空のわくで示す' },
  solutions: '解答も印刷する',
  print: '印刷',
  preview: '印刷されるもの',
  questions: '問題',
  answers: '解答',
  drawing: {
    heading: 'スライドや教材に使う図',
    hint: 'どの勾配でも、使う場所にゲームと同じ番号がつきます。',
    subject: '図にするもの',
    network: 'ネットワーク全体',
    fill: '書きこむもの',
    fillOptions: { empty: 'なし（◆ だけ）', slots: '空のわく', solved: 'すべての値' },
    numbers: '場所に ① 〜 ⑤ の番号をつける',
    svg: 'SVG で保存',
    png: 'PNG で保存',
    failed:
      'このブラウザーでは図を保存できませんでした。ページを印刷するか、別のブラウザーで試してください。',
  },
};
