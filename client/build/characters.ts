import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_NAMES } from '@relay/shared/strings/languages';
import { first } from '../src/strings/ja/first.ts';
import { playing } from '../src/strings/ja/playing.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const IS_SOURCE = /\.(?:tsx?|json)$/u;
/** Sources whose characters no page writes: tests, words of commands, and signs that people may type into an answer. */
const IS_NOT_WRITTEN =
  /\.test\.tsx?$|^client\/src\/(?:testing|input)\/|^shared\/src\/(?:testing|simulation|question\/numbers)\/|^shared\/src\/strings\/(?:solve|working|sheetsCommand)\.ts$|explainSyntax\.ts$/u;

/** First character that only Japanese uses. */
const FIRST_JAPANESE = 0x2e80;
const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i));

/** Sources of everything that the pages write: sentences, names of places, signs of formulas. */
const writtenSources = (): string[] =>
  ['client/src', 'shared/src']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path}`,
      ),
    )
    .filter((path) => IS_SOURCE.test(path) && !IS_NOT_WRITTEN.test(path));

const sorted = (characters: readonly string[]): string =>
  [...new Set(characters)].toSorted((a, b) => a.codePointAt(0)! - b.codePointAt(0)!).join('');

/** Characters of a font's subsets, none of which is in two of them. */
export interface Subsets {
  /** Of every language. */
  readonly base: string;
  /** That only Japanese needs, by who reads them first: until the first round, in a round, and nowhere but elsewhere, as hosts do. */
  readonly first: string;
  readonly playing: string;
  readonly other: string;
}

/**
 * Collects the characters that the pages write. A page in English writes the names of the languages too, so those are
 * among the characters of every language.
 */
export function subsetCharacters(): Subsets {
  const used = writtenSources()
    .flatMap((path) => [...new Set(readFileSync(join(ROOT, path), 'utf8'))])
    .filter((character) => character.codePointAt(0)! >= 0x20);
  const names = new Set(Object.values(LANGUAGE_NAMES).join(''));
  const isBase = (character: string): boolean =>
    names.has(character) || character.codePointAt(0)! < FIRST_JAPANESE;
  const waiting = new Set(JSON.stringify(first));
  const inRound = new Set(JSON.stringify(playing));
  const groupOf = (character: string): keyof Subsets => {
    if (isBase(character)) return 'base';
    if (waiting.has(character)) return 'first';
    return inRound.has(character) ? 'playing' : 'other';
  };
  const all = [...new Set([...ASCII, ...used, ...names])];
  const subset = (group: keyof Subsets): string => sorted(all.filter((one) => groupOf(one) === group));
  return {
    base: subset('base'),
    first: subset('first'),
    playing: subset('playing'),
    other: subset('other'),
  };
}
