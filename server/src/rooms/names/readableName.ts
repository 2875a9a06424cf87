import { nameKey } from './nameKey.ts';

/** Katakana as hiragana, which are read the same. */
const asHiragana = (text: string): string =>
  text.replace(/[\u30A1-\u30F6]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60));

/** A name as people read it: look-alike letters folded, katakana as hiragana. Never shown. */
export interface ReadableName {
  /** Words of the name, without signs. */
  readonly words: readonly string[];
  /** Words of the name joined, as for "H o s t". */
  readonly whole: string;
}

/** Words of a name as people read them. */
export function readableName(name: string): ReadableName {
  // Digits behind a word of letters are a number, inside it they stand for a letter.
  const words = nameKey(asHiragana(name.replace(/(?<=\P{N})\s*\d+\s*$/u, '')))
    .split(/[^\p{L}\p{M}ー]+/u)
    .filter((word) => word !== '');
  return { words, whole: words.join('') };
}
