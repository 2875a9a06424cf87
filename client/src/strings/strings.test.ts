import { QUESTION_KINDS } from '@relay/shared/question/kinds';
import { isPart, namesUnit, optionsOf, type Part, PART_KINDS, PARTS } from '@relay/shared/question/part';
import { MISTAKE_IDS } from '@relay/shared/question/question';
import { REJECTIONS } from '@relay/shared/referee/rejection';
import { PRESETS } from '@relay/shared/network/presets';
import { fill } from '@relay/shared/strings/fill';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { describe, expect, test } from 'vitest';
import { STRINGS } from './tables';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name!).sort();

const english = leaves(STRINGS.en);

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s beside English', (language) => {
  const own = new Map(leaves(STRINGS[language]));

  test('strings: both languages have the same keys, and no text is empty', () => {
    expect(english.map(([key]) => key).sort()).toEqual([...own.keys()].sort());
    for (const [key, text] of [...english, ...own]) expect(text.trim(), key).not.toBe('');
  });

  test('strings: a text has no placeholder that the English one lacks', () => {
    for (const [key, text] of english) {
      // A text may leave out the part that it is about.
      const known = placeholders(text);
      expect(
        placeholders(own.get(key)!).every((name) => known.includes(name)),
        key,
      ).toBe(true);
    }
  });

  test('strings: every text is translated', () => {
    const untranslated = english.filter(
      ([key, text]) => own.get(key) === text && /[a-z]{3,}/u.test(text.replaceAll(/\{\{\w+\}\}/gu, '')),
    );
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });
});

describe.each(LANGUAGES)('%s', (language) => {
  const strings = STRINGS[language];

  test('strings: every rejection has a sentence', () => {
    for (const rejection of REJECTIONS) expect(strings.rejection[rejection], rejection).toBeTypeOf('string');
  });

  test('mistakes: a name and two sentences each; the first reveals neither value nor place', () => {
    for (const id of MISTAKE_IDS) {
      const { name, first, second } = strings.mistakes[id];
      expect(
        [name, first, second].every((text) => text.length > 2),
        id,
      ).toBe(true);
      expect(placeholders(first), id).toEqual([]);
      expect(first).not.toBe(second);
    }
  });

  test('strings: every part, kind of place and preset has a name', () => {
    for (const part of PART_KINDS) {
      expect(strings.play.part[part]).toBeTypeOf('string');
      expect(strings.play.short[part]).toBeTypeOf('string');
    }
    for (const kind of QUESTION_KINDS) expect(strings.play.asks[kind]).toBeTypeOf('string');
    for (const kind of ['error', 'valve', 'weight', 'output', 'input', 'parcel', 'bias'] as const) {
      expect(strings.play.place[kind]).toBeTypeOf('string');
    }
    for (const { id } of PRESETS) {
      expect(strings.host.networks).toHaveProperty([id]);
      expect(strings.host.networkTexts).toHaveProperty([id]);
    }
  });

  test('strings: every option of every choice has a name for its verdict', () => {
    const words: Tree = strings.play;
    for (const part of PART_KINDS.filter((kind) => PARTS[kind].form === 'choice')) {
      for (const option of optionsOf(part as Part))
        expect(words[part], `play.${part}.${option}`).toHaveProperty([option], expect.any(String));
    }
  });

  test('strings: parts that name a unit explain their misses, and unknown parts have none', () => {
    const misses = Object.keys(strings.play.miss);
    expect(PART_KINDS.filter(namesUnit).filter((kind) => !misses.includes(kind))).toEqual([]);
    expect(misses.filter((kind) => !isPart(kind) && !isPart(`${kind}:h1`))).toEqual([]);
  });

  test('strings: every suggested nickname is accepted on joining', () => {
    const words = (list: string) => list.split(',').map((word) => word.trim());
    for (const first of words(strings.nickname.first)) {
      for (const second of words(strings.nickname.second)) {
        const name = fill(strings.nickname.join, { first, second });
        expect(name.length).toBeLessThanOrEqual(20);
      }
    }
  });
});
