import { QUESTION_KINDS } from '@relay/shared/question/kinds';
import { isPart, namesUnit, optionsOf, type Part, PART_KINDS, PARTS } from '@relay/shared/question/part';
import { MISTAKE_IDS } from '@relay/shared/question/question';
import { REJECTIONS } from '@relay/shared/referee/rejection';
import { PRESETS } from '@relay/shared/lesson/presets';
import { describe, expect, test } from 'vitest';
import { en } from './en';
import { ja } from './ja';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name!).sort();

const english = leaves(en);
const japanese = new Map(leaves(ja));

test('both languages have the same keys, and no sentence is empty', () => {
  expect(english.map(([key]) => key).sort()).toEqual([...japanese.keys()].sort());
  for (const [key, text] of [...english, ...japanese]) expect(text.trim(), key).not.toBe('');
});

test('both languages say the same values', () => {
  for (const [key, text] of english) {
    // A sentence of one language may leave out which part it is about, never the other way round.
    const own = placeholders(text);
    expect(
      placeholders(japanese.get(key)!).every((name) => own.includes(name)),
      key,
    ).toBe(true);
  }
});

test('what is written in Japanese is Japanese', () => {
  const untranslated = english.filter(
    ([key, text]) => japanese.get(key) === text && /[a-z]{3,}/u.test(text.replaceAll(/\{\{\w+\}\}/gu, '')),
  );
  expect(untranslated.map(([key]) => key)).toEqual([]);
});

describe.each([
  ['English', en],
  ['Japanese', ja],
])('%s', (_name, strings) => {
  test('has a sentence for every rejection', () => {
    for (const rejection of REJECTIONS) expect(strings.rejection[rejection], rejection).toBeTypeOf('string');
  });

  test('has a name and two sentences for every mistake; the first gives no value and no place away', () => {
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

  test('names every part, kind of place and preset', () => {
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

  test('names every option of every choice: the own words of a verdict', () => {
    const words: Tree = strings.play;
    for (const part of PART_KINDS.filter((kind) => PARTS[kind].form === 'choice')) {
      for (const option of optionsOf(part as Part))
        expect(words[part], `play.${part}.${option}`).toHaveProperty([option], expect.any(String));
    }
  });

  test('explains misses of every part that names a unit, and of nothing that is no part', () => {
    const misses = Object.keys(strings.play.miss);
    expect(PART_KINDS.filter(namesUnit).filter((kind) => !misses.includes(kind))).toEqual([]);
    expect(misses.filter((kind) => !isPart(kind) && !isPart(`${kind}:h1`))).toEqual([]);
  });

  test('suggests nicknames that the door takes', () => {
    const words = (list: string) => list.split(',').map((word) => word.trim());
    for (const first of words(strings.nickname.first)) {
      for (const second of words(strings.nickname.second)) {
        const name = strings.nickname.join.replace('{{first}}', first).replace('{{second}}', second);
        expect(name.length).toBeLessThanOrEqual(20);
      }
    }
  });
});
