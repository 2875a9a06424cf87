import { readableName } from './readableName.ts';

/** Names of roles, by which a player could pose as the host. A name that has one of them as a word is reserved. */
const WORDS = [
  'host',
  'cohost',
  'teacher',
  'admin',
  'administrator',
  'moderator',
  'mod',
  'instructor',
  'professor',
  'prof',
  'sensei',
  'system',
  'server',
];

/** The same in Japanese, where no blanks part the words: reserved are a name that is one of them, and one that ends so. */
const ENDINGS = [
  '先生',
  'せんせい',
  'ホスト',
  '教師',
  '教員',
  '教諭',
  '教授',
  '担任',
  '管理者',
  '管理人',
  '主催者',
  'アドミン',
];

const keyOf = (text: string): string => readableName(text).whole;

const RESERVED_WORDS: ReadonlySet<string> = new Set(WORDS.map(keyOf));
const RESERVED_ENDINGS = ENDINGS.map(keyOf);

/** Tells whether a player could pose as the host by a name: "Teacher 2", "H0st", "田中先生"; but not "Ghost". */
export function isReservedName(name: string): boolean {
  const { words, whole } = readableName(name);
  return (
    RESERVED_WORDS.has(whole) ||
    words.some((word) => RESERVED_WORDS.has(word)) ||
    RESERVED_ENDINGS.some((ending) => words.some((word) => word.endsWith(ending)) || whole.endsWith(ending))
  );
}
