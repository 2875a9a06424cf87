import { MAX_NICKNAME_GRAPHEMES } from './protocol/limits.ts';
import type { Rejection } from './referee/rejection.ts';

/** Splits text into graphemes: one visible character each, of one or more code points. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Control, format (bidirectional, zero-width), surrogate, private and unassigned characters; ZWJ and the
 * variation selectors stay, since emoji are made with them. */
const UNUSABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?!\u200D)\p{Cf}/u;
/** At least one letter, digit, punctuation mark or symbol, so that a name is more than marks and joiners. */
const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Longest nickname in code units, so that a pile of combining marks cannot pass as one grapheme. */
const MAX_NICKNAME_UNITS = 80;

/** Normalises a typed nickname (NFKC, single blanks), or rejects it. */
export function readNickname(
  raw: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly rejection: Rejection } {
  const name = raw.normalize('NFKC').replace(/\s+/gu, ' ').trim();
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
    const candidate =
      parts
        .slice(0, MAX_NICKNAME_GRAPHEMES - suffix.length)
        .join('')
        .trimEnd() + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}
