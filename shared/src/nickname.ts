import { MAX_NICKNAME_GRAPHEMES } from './protocol/limits.ts';
import type { Rejection } from './referee/rejection.ts';

/** Splits text into graphemes: one visible character each, of one or more code points. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Control, format (bidirectional, zero-width), surrogate, private and unassigned characters; no joiners and tags. */
const UNUSABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?!\u200C|\u200D|[\u{E0020}-\u{E007F}])\p{Cf}/u;
/** At least one letter, digit, punctuation mark or symbol, so that a name is more than marks. */
const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Letters and signs that are drawn as nothing: fillers of Hangul, the empty pattern of Braille, and others. */
const BLANK = /[\u115F\u1160\u2800\u3164\uFFA0\u{1D159}\u{13441}\u{13442}]/gu;

/** Scripts whose letters a joiner or non-joiner shapes. */
const JOINED = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const EMOJI = '\\p{Emoji}[\\uFE0E\\uFE0F]?[\\u{1F3FB}-\\u{1F3FF}]?\\u20E3?';
/** Joiners, selectors and tags where they have an effect, with what they belong to. */
const EFFECTIVE = [
  // The tags of a flag, such as England's.
  '\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}',
  `${EMOJI}(?:\\u200D(?=\\p{Extended_Pictographic})${EMOJI})*`,
  `[${JOINED}]\\p{M}*(?:\\u200D|\\u200C(?=[${JOINED}]))`,
].join('|');
/** Characters without a shape; they stay only where they are effective. */
const SHAPELESS =
  '[\\u034F\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u200C\\u200D\\uFE00-\\uFE0F\\u{E0020}-\\u{E007F}\\u{E0100}-\\u{E01EF}]';
const EFFECTIVE_OR_SHAPELESS = new RegExp(`(${EFFECTIVE})|${SHAPELESS}`, 'gu');

/** Marks on one letter, more than any language writes: general ones, and those of one script. */
const PILES = [/(\p{Script=Inherited}{3})\p{M}+/gu, /(\p{M}{6})\p{M}+/gu];

/** Longest nickname in code units, so that no grapheme is arbitrarily long. */
const MAX_NICKNAME_UNITS = 80;

/** NFKC without what cannot be seen: blanks in a row, letters without a shape, and piles of marks. */
function normalise(raw: string): string {
  const visible = raw
    .normalize('NFKC')
    .replace(BLANK, ' ')
    .replace(EFFECTIVE_OR_SHAPELESS, (_, effective: string | undefined) => effective ?? '')
    .normalize('NFKC');
  return PILES.reduce((name, pile) => name.replace(pile, '$1'), visible)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Normalises a typed nickname (NFKC, single blanks, nothing invisible), or rejects it. */
export function readNickname(
  raw: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly rejection: Rejection } {
  const name = normalise(raw);
  if (name === '') return { ok: false, rejection: 'nameEmpty' };
  if (UNUSABLE.test(name) || !READABLE.test(name)) return { ok: false, rejection: 'nameUnusable' };
  const length = [...graphemes.segment(name)].length;
  if (length > MAX_NICKNAME_GRAPHEMES || name.length > MAX_NICKNAME_UNITS) {
    return { ok: false, rejection: 'nameTooLong' };
  }
  return { ok: true, name };
}

/** `name`, or `name` with the first free number: Mia, Mia 2, Mia 3 … At most MAX_NICKNAME_GRAPHEMES. */
export function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(name)) return name;
  const parts = [...graphemes.segment(name)].map(({ segment }) => segment);
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const kept = parts.slice(0, MAX_NICKNAME_GRAPHEMES - suffix.length);
    while (kept.length > 1 && kept.join('').length + suffix.length > MAX_NICKNAME_UNITS) kept.pop();
    // A non-joiner at the end would have no effect.
    const candidate = kept.join('').replace(/[\u200C ]+$/u, '') + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}
