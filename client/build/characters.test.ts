import { LANGUAGE_NAMES } from '@relay/shared/strings/languages';
import { expect, test } from 'vitest';
import { first as firstWords } from '../src/strings/ja/first';
import { playing as playingWords } from '../src/strings/ja/playing';
import { STRINGS } from '../src/strings/tables';
import { subsetCharacters } from './characters';

const { base, ...groups } = subsetCharacters();
const japanese = Object.values(groups).join('');
const lettersIn = (strings: object): string[] => [...new Set(JSON.stringify(strings))];

test('an English page needs no character of the Japanese subset', () => {
  const missing = lettersIn(STRINGS.en).filter((letter) => !base.includes(letter));
  expect(missing).toEqual([]);
  expect([...Object.values(LANGUAGE_NAMES).join('')].filter((letter) => !base.includes(letter))).toEqual([]);
});

test('a Japanese page needs no character beyond the subsets', () => {
  const missing = lettersIn(STRINGS.ja).filter((letter) => !`${base}${japanese}`.includes(letter));
  expect(missing).toEqual([]);
});

test('the subsets share no character, and each is in order, so that a build gives the same files again', () => {
  for (const part of [base, ...Object.values(groups)]) {
    const points = [...part].map((letter) => letter.codePointAt(0)!);
    expect(points).toEqual([...new Set(points)].toSorted((a, b) => a - b));
  }
  const all = [...base, ...japanese];
  expect(all).toHaveLength(new Set(all).size);
});

test('a page needs no character of later subsets: until the first round, in a round', () => {
  const { first, playing } = groups;
  const beyond = (words: object, subsets: string): string[] =>
    lettersIn(words).filter((letter) => !subsets.includes(letter));
  expect(beyond(firstWords, base + first)).toEqual([]);
  expect(beyond(playingWords, base + first + playing)).toEqual([]);
  expect(beyond(playingWords, base + first)).not.toEqual([]);
});

test('numbers and signs of the drawing are in the subset that every page has', () => {
  const signs = ' 0123456789.−-+beδhxyzΣ→◆!?=×()①②③④⑤▲▼′Δη≈';
  expect([...signs].filter((sign) => !base.includes(sign))).toEqual([]);
});
