import lookAlikes from 'unhomoglyph/data.json' with { type: 'json' };

/** Latin letters and digits by the characters of other scripts that look like them (Unicode's confusables). */
const LATIN_BY_LOOK_ALIKE: ReadonlyMap<string, string> = new Map(Object.entries(lookAlikes));

/** Joiners, variation selectors and other characters without a shape. Tags stay: they tell flags apart. */
const SHAPELESS = /(?![\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}/gu;
const ASCII = /^[ -~]*$/u;
/** Characters that many typefaces draw alike, and one of each group. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[l1|]/gu, 'i'],
  [/0/gu, 'o'],
];

function withLatinLookAlikes(name: string): string {
  const characters = [...name.normalize('NFD').replace(SHAPELESS, '')];
  return characters
    .map((character) =>
      ASCII.test(character) ? character : (LATIN_BY_LOOK_ALIKE.get(character) ?? character),
    )
    .join('');
}

/**
 * Key of a name: equal for names that people would take for the same, as they differ only in case, in characters without
 * a shape, or in look-alike letters of another script. Never shown.
 */
export function nameKey(name: string): string {
  const latin = ASCII.test(name) ? name : withLatinLookAlikes(name);
  return ALIKE.reduce((key, [alike, one]) => key.replace(alike, one), latin.toLowerCase());
}
