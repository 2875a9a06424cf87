/** セッションのレポートのページ。 */
export const report = {
  heading: 'レポート',
  session: 'セッション {{code}}',
  when: '{{from}} から {{to}} まで',
  students: '人数：{{count}}',
  status: { lobby: 'まだ始まっていません', running: '進行中', ended: '終了' },
  open: {
    heading: 'レポートを開く',
    text: 'セッションのコードとホストコードで開けます。セッションの記録が残っている間はいつでも見られます。',
    code: 'セッションのコード',
    hostCode: 'ホストコード',
    go: '開く',
    loading: 'セッションを読んでいます…',
  },
  back: 'コンソールに戻る',
  toHost: 'ホストのページへ',
  refresh: '読み直す',
  empty: 'このセッションではまだ何も聞いていないので、数字がありません。',
  filter: {
    legend: '表示',
    team: 'チーム',
    allTeams: 'すべてのチーム',
    student: '生徒',
    allStudents: 'すべての生徒',
  },
  teamNamed: 'チーム{{team}}',
  files: {
    heading: 'ファイルにする',
    xlsx: 'すべての表（.xlsx）',
    gradebook: '成績（.csv）',
    csv: 'この表（.csv）',
    making: 'ファイルを作っています…',
    done: '保存しました：{{file}}',
    failed:
      'このブラウザではファイルを保存できません。別のブラウザでこのページを開くか、印刷してください。ゲームを動かしているパソコンなら「npm run report」で同じファイルを作れます。',
    text: 'ファイルには名前と解答が入っています。ほかの人が見られない場所に置いてください。',
  },
  print: { page: 'レポートを印刷', students: '1人1ページで印刷' },
  scroll: '表「{{table}}」。横に動かせます',
  more: 'すべての行：{{count}}',
  plots: {
    rounds: '1回で正解した割合（ラウンドごと）',
    skills: '1回で正解した割合（問いの種類ごと）',
    roundsSaid:
      '1回で正解した割合は、最初のラウンドで{{first}}、最後のラウンドで{{last}}。すべての数字は表「{{table}}」にあります。',
    skillsSaid: '割合の棒グラフです。すべての数字は表「{{table}}」にあります。',
  },
  summary: {
    shares: '1回で正解：{{asked}}問中{{first}}問（{{share}}）。最後は正解：{{right}}問。',
    learned:
      '最初の問題から最後の問題までに、{{students}}人の「1回で正解した割合」は{{start}}から{{end}}になりました。',
    notLearned: '2つ以上の問題に答えた人がまだいないので、学びについては何も言えません。',
    mistake: 'いちばん多いまちがい：{{mistake}}（{{students}}人）。',
  },
  page: {
    points: '得点：{{possible}}点中{{points}}点',
    first: '1回で正解した割合：{{share}}',
    end: '最後の問題：{{share}}',
    mistakes: 'まちがい',
    noMistakes: 'わかったまちがいはありません。',
  },
};
