import { readFileSync } from 'node:fs';
import { readableName } from './readableName.ts';
import { StartFailure } from '../../startFailure.ts';

/** Words that no name may have: insults, slurs and threats, in both languages. A school adds its own by a file. */
const FORBIDDEN = [
  ...[
    'fuck',
    'fucker',
    'fucking',
    'motherfucker',
    'shit',
    'bullshit',
    'bitch',
    'bastard',
    'asshole',
    'arsehole',
  ],
  ...['cunt', 'dick', 'dickhead', 'cock', 'cocksucker', 'penis', 'vagina', 'pussy', 'tits', 'boobs', 'porn'],
  ...[
    'whore',
    'slut',
    'wanker',
    'twat',
    'prick',
    'retard',
    'nigger',
    'nigga',
    'faggot',
    'fag',
    'chink',
    'kike',
  ],
  ...['nazi', 'hitler', 'rape', 'rapist', 'kys'],
  ...[
    '死ね',
    'しね',
    '殺す',
    'ころす',
    '消えろ',
    'きえろ',
    'ばか',
    '馬鹿',
    'あほ',
    '阿呆',
    'くそ',
    '糞',
    'うざい',
    'きもい',
  ],
  ...[
    'ちんこ',
    'ちんちん',
    'ちんぽ',
    'まんこ',
    'おっぱい',
    'うんこ',
    'うんち',
    'せっくす',
    'れいぷ',
    'きちがい',
    '気違い',
  ],
  ...['ぶす', 'でぶ', 'かたわ', 'きちく', 'ひとごろし', '人殺し', 'れいぷま', 'ひとらー', 'なち'],
];

const HAS_KANJI = /\p{Script=Han}/u;
const IS_KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
/** Letters of a word in kana from which on it is looked for inside a name: shorter ones are part of many names. */
const TELLING_KANA = 3;

/**
 * Words that no name may have. Words of letters count as whole words, so that "Dickens" and "Shiitake" are free; Japanese
 * has no blanks between words, so that longer ones count inside a name as well.
 */
export class ForbiddenNames {
  readonly #words = new Set<string>();
  readonly #inside: string[] = [];

  constructor(further: readonly string[] = []) {
    for (const typed of [...FORBIDDEN, ...further]) {
      const word = typed.normalize('NFKC');
      const { whole } = readableName(word);
      if (whole === '') continue;
      this.#words.add(whole);
      const isTelling = HAS_KANJI.test(word) || (IS_KANA.test(word) && [...word].length >= TELLING_KANA);
      if (isTelling) this.#inside.push(whole);
    }
  }

  /** Tells whether a name has a forbidden word, also one written in look-alike letters or with blanks in between. */
  has(name: string): boolean {
    const { words, whole } = readableName(name);
    return (
      this.#words.has(whole) ||
      words.some((word) => this.#words.has(word)) ||
      this.#inside.some((word) => whole.includes(word))
    );
  }
}

/**
 * Reads the words that a school adds: one a line; what follows a # is a remark.
 *
 * @throws {StartFailure} the file cannot be read
 */
export function readForbiddenNames(path: string | undefined): ForbiddenNames {
  if (path === undefined) return new ForbiddenNames();
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
    return new ForbiddenNames(lines.map((line) => line.replace(/#.*$/u, '').trim()));
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new StartFailure(
      `The file of NAME_WORDS_FILE (${path}) cannot be read (${String(code)}). It is a text of one word a line.`,
    );
  }
}
