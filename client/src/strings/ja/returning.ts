import type { returning as english } from '../en/returning';

export const returning: typeof english = {
  gone: {
    heading: 'この席はもう使えません',
    text: 'この端末はセッションに登録されていません。コードを入れて、もう一度参加してください。',
    joinAgain: 'もう一度参加する',
  },
  unknownHere: {
    heading: '{{name}} の参加が見つかりません',
    text: '同じ名前でもう一度参加しましょう。この端末に書いた答えは残ります。サーバーから消えた答えは、もう一度答えてください。',
    joinAgainAs: '{{name}} としてもう一度参加する',
    forget: 'この端末から名前と答えを消す',
  },
  who: {
    known: 'このコード（{{code}}）には、前にも参加しています。',
    continueAs: '{{name}} としてつづける',
    someoneElse: '別の人です',
    forget: 'この端末に残っている名前を消す',
    elsewhereHeading: '{{name}} は別のタブでも開いています',
    elsewhere: 'ひとりが使えるタブは、ひとつだけです。ここでつづけると、もうひとつのタブは止まります。',
    continueHereAs: 'ここで {{name}} としてつづける',
  },
  result: {
    heading: 'この端末にある結果',
    of: '{{name}}（コード {{code}}）',
    points: '得点：{{points}}点。ほかの結果は別のバージョンで残されたもので、表示できません。',
    kept: 'この結果は、この端末だけに残っています。みんなで使う端末では、最後に消してください。',
    forget: 'この結果を消す',
  },
};
