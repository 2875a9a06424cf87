/**
 * Spellings of each sign, by keyboards, input methods and programs of several countries. Text is rewritten to one sign
 * each before it is read; a character that is not listed makes a text unreadable.
 *
 * NFKC alone would not do: it makes 1 of ①, which is the game's own mark, 102 of 10² and 11⁄2 of 1½.
 */
const SPELLINGS: readonly (readonly [sign: string, spelled: string])[] = [
  ['-', '-\u02d7\u2010\u2011\u2012\u2013\u2015\u2212\u2500\u2796\u30fc'],
  // An em dash is also what a phone makes of two hyphens.
  ['\u2014', '\u2014'],
  ['+', '+\u2795'],
  ['*', '*\u00d7\u204e\u2062\u2217\u22c6\u2573\u2715\u2716\u2717\u2718\u274c\u2a09\u2a2f'],
  // A raised dot is a times sign in most countries, and a decimal point in British writing.
  ['\u00b7', '\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb'],
  // The letter x, of the Latin, Greek and Cyrillic keyboard.
  ['x', 'xX\u03c7\u03a7\u0445\u0425'],
  ['/', '/\u2044\u2215\u29f8'],
  ['\u00f7', '\u00f7\u2797'],
  ['.', '.\u066b\u3002'],
  [',', ',\u060c\u3001'],
  // Apostrophes: between groups of digits, or quotes. U+066C only ever stands between groups.
  ["'", "'`\u00b4\u02bc\u066c\u2018\u2019"],
  ['"', '"\u00ab\u00bb\u201a\u201c\u201d\u201e\u201f\u2039\u203a\u300c\u300d\u300e\u300f\u301d\u301e\u301f'],
  ['(', '('],
  [')', ')'],
  ['{', '{'],
  ['}', '}'],
  ['=', '='],
  ['\u2248', '\u2248\u2243\u2245\u2250\u2251\u2252\u2253'],
  ['~', '~\u02dc\u223c\u223d\u301c'],
  ['^', '^\u02c6'],
  ['e', 'eE\u0435\u0415\u23e8'],
  // Spaces that programs put between groups of digits, and people do not type.
  ['_', '\u00a0\u2006\u2007\u2008\u2009\u200a\u202f'],
  // An invisible plus joins a whole number and a fraction.
  [' ', ' \t\n\v\f\r\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2028\u2029\u205f\u2064\u3000'],
  ...[...'⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉'].map((sign) => [sign, sign] as const),
];

const SIGN_OF: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap(([sign, spelled]) => [...spelled].map((character) => [character, sign] as const)),
);

/** Invisible characters: directions of text, joiners, variants of emoji. */
const INVISIBLE = /[\ufe00-\ufe0f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u206f\ufeff]/u;
/** Format characters of any kind, which come along with pasted text. */
const AROUND = /^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu;
/** Blocks of which NFKC makes the ordinary character: full-width, small and mathematical forms. */
const FORMS = /[\ufe50-\ufe6b\uff01-\uffee\u{1d400}-\u{1d7ff}]/u;

/** Zero of every script with decimal digits that schools use: Latin first, then Arabic to Khmer. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0,
] as const;
/** Scripts in which a slash is also written as the decimal point. */
const ARABIC: readonly number[] = [0x660, 0x6f0];

/** Tells whether digits with this zero are Arabic or Persian. */
export const isArabic = (zero: number): boolean => ARABIC.includes(zero);

/** Text in one sign each: digits 0–9, and the first column of SPELLINGS. */
export interface Signs {
  readonly text: string;
  /** Zero of the script of each digit; 0 for other signs. As long as `text`. */
  readonly scripts: readonly number[];
}

/** Sign of a character and the zero of its script; undefined for a character that means nothing in a number. */
function signOf(character: string): readonly [sign: string, zero: number] | undefined {
  const form = FORMS.test(character) ? character.normalize('NFKC') : character;
  const sign = SIGN_OF.get(character) ?? SIGN_OF.get(form);
  if (sign !== undefined) return [sign, 0];
  const code = form.codePointAt(0)!;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? undefined : [String(code - zero), zero];
}

/** Rewrites a text as typed to one sign each; undefined where a character means nothing in a number. */
export function signsOf(raw: string): Signs | undefined {
  let text = '';
  const scripts: number[] = [];
  for (const character of raw.replace(AROUND, '')) {
    if (INVISIBLE.test(character)) continue;
    const found = signOf(character);
    if (!found) return undefined;
    text += found[0];
    scripts.push(found[1]);
  }
  return { text, scripts };
}
