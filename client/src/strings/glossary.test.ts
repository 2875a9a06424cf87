import type { Language } from '@relay/shared/strings/languages';
import { NETWORK_FILE_WORDS } from '@relay/shared/strings/networkFile';
import { RECEIPT_WORDS } from '@relay/shared/strings/receipt';
import { SOLVE_WORDS } from '@relay/shared/strings/solve';
import { WORKING_WORDS } from '@relay/shared/strings/working';
import { expect, test } from 'vitest';
import { STRINGS } from './tables';

/** One word for one thing in everything that a person reads, as in docs/glossary.md. */

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

const textsIn = (language: Language): [string, string][] => [
  ...leaves(STRINGS[language]),
  ...[NETWORK_FILE_WORDS, RECEIPT_WORDS, SOLVE_WORDS, WORKING_WORDS].flatMap((words) =>
    leaves({ ...words[language] }),
  ),
];

/** Words that are not used, and the one that is. */
const REPLACED: readonly (readonly [Language, RegExp, string])[] = [
  ['ja', /前向き|行きの道/u, '順伝播'],
  ['ja', /もどる道(?:だけ|で)/u, '逆伝播'],
  ['ja', /[3三]つの組|3 点セット/u, '3点セット'],
  ['ja', /かけ算の答え|かけ算/u, '積、かける'],
  ['ja', /(?:^|[をに、部])た(?:す(?!け)|そう|せば|し(?!か))/u, '足す'],
  ['ja', /(?:^|[をら、])ひ(?:く|こう|き|い)/u, '引く'],
  ['ja', /(?:^|[をで、])わ(?:る|ろう|って|りま)/u, '割る'],
  ['ja', /掛け/u, 'かける'],
  ['ja', /とりあわせ|取り合わせ/u, '組み合わせ'],
  ['ja', /傾きをとる/u, '微分する'],
  ['ja', /折れ目の(?:低い|高い)/u, '折れ目の左側、右側'],
  ['ja', /バルブ/u, '弁'],
  ['ja', /小包/u, '荷物'],
  ['ja', /おなか/u, 'お腹'],
  ['ja', /1てき/u, '1滴'],
  ['ja', /目標/u, '正解'],
  ['ja', /あなた|君/u, 'きみ'],
  ['ja', /ひら[くきいけ]/u, '開く、セッションは開催する'],
  ['en', /\bAsked is\b|\bAsked:/u, 'You are asked …'],
  ['en', /of the way there|empty hands/u, 'from before the update, anew'],
  ['en', /\brows? and columns?\b|\brow\b.*\bcolumn\b/iu, 'the lines that leave a unit'],
  ['en', /1\/K|[Dd]ifferentiate/u, 'the formula of E, the slope of E'],
  ['ja', /1\/K|行と列/u, 'E の式、出ている線'],
  ['en', /\bneurons?\b|\bpre-activations?\b|\bdelta\b/iu, 'unit, belly, parcel'],
];

test.each(REPLACED)('%s: %s is not used, but: %s', (language, word) => {
  expect(textsIn(language).filter(([, text]) => word.test(text))).toEqual([]);
});

test('these words stand in texts, so that the patterns above look at the right ones', () => {
  const texts = textsIn('ja').map(([, text]) => text);
  for (const word of [
    '順伝播',
    '逆伝播',
    '3点セット',
    '積',
    '足',
    '引',
    '割',
    'かけ',
    '弁',
    '荷物',
    'お腹',
    '1滴',
    'きみ',
    '開催',
  ])
    expect(
      texts.some((text) => text.includes(word)),
      word,
    ).toBe(true);
});
