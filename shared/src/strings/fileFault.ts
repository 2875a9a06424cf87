import type { Language } from './languages.ts';

/** Kinds of faults that have a place in the text. */
export type PlacedFaultId =
  | 'comment'
  | 'extraComma'
  | 'missingComma'
  | 'missingColon'
  | 'missingValue'
  | 'quotes'
  | 'bareWord'
  | 'noSuchNumber'
  | 'number'
  | 'plainCharacter'
  | 'plainSpace'
  | 'unclosed'
  | 'wrongBracket'
  | 'unclosedText'
  | 'control'
  | 'escape'
  | 'afterEnd'
  | 'duplicate'
  | 'notUtf8'
  | 'notJson'
  | 'unexpected';

/** Kinds of faults of a file as a whole. */
export type WholeFaultId =
  | 'unreadable'
  | 'tooLarge'
  | 'empty'
  | 'tooDeep'
  | 'utf16'
  | 'utf32'
  | 'pdf'
  | 'image'
  | 'zip'
  | 'html'
  | 'binary';

/** Sentences about a file that is no JSON text, in each language: the same on a page and in a terminal. */
interface FileFaultWords {
  /** Sentence around one with a place. */
  readonly at: string;
  readonly placed: Readonly<Record<PlacedFaultId, string>>;
  readonly whole: Readonly<Record<WholeFaultId, string>>;
}

export const FILE_FAULT_WORDS: Record<Language, FileFaultWords> = {
  en: {
    at: '“{{file}}”, line {{line}}, column {{column}}: {{what}}',
    placed: {
      comment: 'JSON has no comments. Delete this one.',
      extraComma: 'this comma is one too many. Delete it.',
      missingComma: 'a comma is missing before {{found}}. Add it.',
      missingColon: 'a colon is missing before {{found}}. Write a name, a colon, and its value.',
      missingValue: 'a value is missing before {{found}}. Add it.',
      quotes:
        '{{found}} is not the quotation mark that JSON needs. Write straight double ones (") here and everywhere else.',
      bareWord:
        '{{found}} has to stand in straight double quotation marks ("). Only numbers, true, false and null stand without them.',
      noSuchNumber: 'JSON has no {{found}}. Write a number.',
      number: '{{found}} is not written as JSON writes a number, such as 0.5, -3 or 1e-3. Correct it.',
      plainCharacter: '{{found}} is not the ordinary {{plain}}. Replace it here and everywhere else.',
      plainSpace: 'here is a special space ({{found}}). Replace it by an ordinary one.',
      unclosed:
        'this {{found}} is never closed: the file ends in line {{last}}. Add the {{missing}} that is missing.',
      wrongBracket:
        '{{wrong}} cannot stand here: the {{found}} of line {{first}} is still open. Close it with {{missing}}.',
      unclosedText: 'this text does not end in its line. Add the quotation mark (") at its end.',
      control: 'this text has a tab or another control character in it. Delete it.',
      escape: 'what follows this backslash is not right. For a backslash itself, write two: \\\\',
      afterEnd:
        'the network has ended before this. Delete what follows, or the bracket that closes too early.',
      duplicate:
        '“{{found}}” stands here for the second time; the first is in line {{first}}. Delete one of the two.',
      notUtf8: 'this character is not UTF-8. Save the file as UTF-8.',
      notJson: 'a network file begins with {, and this one begins with {{found}}. Is it the right file?',
      unexpected: '{{found}} cannot stand here. Delete or correct it.',
    },
    whole: {
      unreadable: '“{{file}}” cannot be read. Choose it again.',
      tooLarge: '“{{file}}” is too large: a network file has {{most}} kB at most.',
      empty: '“{{file}}” is empty. Choose another file.',
      tooDeep: '“{{file}}” has more brackets inside one another than any network. Choose another file.',
      utf16: '“{{file}}” is saved as UTF-16. Save it as UTF-8.',
      utf32: '“{{file}}” is saved as UTF-32. Save it as UTF-8.',
      pdf: '“{{file}}” is a PDF. Choose a network file, which is a text in JSON.',
      image: '“{{file}}” is an image or a recording. Choose a network file, which is a text in JSON.',
      zip: '“{{file}}” is a ZIP or Office file. Choose a network file, which is a text in JSON.',
      html: '“{{file}}” is a web page (HTML). Choose a network file, which is a text in JSON.',
      binary: '“{{file}}” is not a text. Choose a network file, which is a text in JSON.',
    },
  },
  ja: {
    at: '「{{file}}」の{{line}}行目{{column}}文字目：{{what}}',
    placed: {
      comment: 'JSON にコメントは書けません。消してください。',
      extraComma: 'このコンマは余分です。消してください。',
      missingComma: '{{found}} の前にコンマが足りません。入れてください。',
      missingColon: '{{found}} の前にコロンが足りません。名前と値のあいだに : を入れてください。',
      missingValue: '{{found}} の前に値がありません。入れてください。',
      quotes: '{{found}} は JSON の引用符ではありません。ここも、ほかのところも、半角の " に直してください。',
      bareWord:
        '{{found}} は半角の " で囲んでください。囲まずに書けるのは、数と true、false、null だけです。',
      noSuchNumber: 'JSON では {{found}} と書けません。数を書いてください。',
      number: '{{found}} は JSON の数の書き方ではありません。0.5、-3、1e-3 のように書いてください。',
      plainCharacter:
        '{{found}} は半角の {{plain}} とは別の文字です。ここも、ほかのところも、{{plain}} に直してください。',
      plainSpace: '特別な空白（{{found}}）があります。ふつうの半角の空白に直してください。',
      unclosed:
        'この {{found}} が閉じられないまま、{{last}}行目でファイルが終わっています。足りない {{missing}} を入れてください。',
      wrongBracket:
        '{{first}}行目の {{found}} がまだ閉じられていないので、ここに {{wrong}} は書けません。{{missing}} で閉じてください。',
      unclosedText: 'この文字列が、行の中で終わっていません。終わりに " を入れてください。',
      control: 'この文字列に、タブなどの制御文字が入っています。消してください。',
      escape:
        'このバックスラッシュのあとが正しくありません。バックスラッシュそのものを書くときは、\\\\ と2つ続けます。',
      afterEnd:
        'ネットワークは、ここより前で終わっています。ここから後を消すか、早く閉じすぎたかっこを直してください。',
      duplicate: '「{{found}}」が2回書かれています（1回めは{{first}}行目）。どちらかを消してください。',
      notUtf8: 'この文字は UTF-8 ではありません。ファイルを UTF-8 で保存し直してください。',
      notJson:
        'ネットワークファイルは { で始まりますが、このファイルは {{found}} で始まっています。ファイルを確かめてください。',
      unexpected: 'ここに {{found}} は書けません。消すか、直してください。',
    },
    whole: {
      unreadable: '「{{file}}」を読めません。もう一度選んでください。',
      tooLarge: '「{{file}}」は大きすぎます。ネットワークファイルは{{most}} kBまでです。',
      empty: '「{{file}}」は空です。別のファイルを選んでください。',
      tooDeep:
        '「{{file}}」は、かっこの入れ子が深すぎて、ネットワークファイルではありません。別のファイルを選んでください。',
      utf16: '「{{file}}」は UTF-16 で保存されています。UTF-8 で保存し直してください。',
      utf32: '「{{file}}」は UTF-32 で保存されています。UTF-8 で保存し直してください。',
      pdf: '「{{file}}」は PDF です。JSON のテキストでできたネットワークファイルを選んでください。',
      image: '「{{file}}」は画像や録音です。JSON のテキストでできたネットワークファイルを選んでください。',
      zip: '「{{file}}」は ZIP か Office のファイルです。JSON のテキストでできたネットワークファイルを選んでください。',
      html: '「{{file}}」はウェブページ（HTML）です。JSON のテキストでできたネットワークファイルを選んでください。',
      binary:
        '「{{file}}」はテキストではありません。JSON のテキストでできたネットワークファイルを選んでください。',
    },
  },
};
