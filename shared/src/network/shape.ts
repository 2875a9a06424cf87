import { fill } from '../strings/fill.ts';
import type { NETWORK_FILE_WORDS } from '../strings/networkFile.ts';

/** A problem of a file: its path, and the expected value. */
export interface Problem {
  /** `weights[1][0]`, `data[3].t`; empty for the file itself. */
  readonly path: string;
  readonly expected: string;
}

type Words = (typeof NETWORK_FILE_WORDS)[keyof typeof NETWORK_FILE_WORDS];

/**
 * Expected shape of a value: finds the problems of one value at its path. Written here and not with a schema library,
 * because pages read network files too, and the library would be most of their code.
 */
export type Shape = (value: unknown, path: string, words: Words) => readonly Problem[];

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

/** Value for which a condition holds; the sentence says what is expected otherwise. */
const where =
  (holds: (value: unknown) => boolean, expected: (words: Words) => string): Shape =>
  (value, path, words) => {
    if (holds(value)) return [];
    const sentence = expected(words);
    return [{ path, expected: value === undefined ? fill(words.missing, { expected: sentence }) : sentence }];
  };

const isNumber = (value: unknown): value is number => Number.isFinite(value);

export const number: Shape = where(isNumber, (words) => words.number);
export const positive: Shape = where(
  (value) => isNumber(value) && value > 0,
  (words) => words.positive,
);
export const flag: Shape = where(
  (value) => typeof value === 'boolean',
  (words) => words.flag,
);

export const wholeNumber = (least: number, most: number): Shape =>
  where(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    (words) => fill(words.wholeNumber, { least, most }),
  );

export const only = (expected: string): Shape =>
  where(
    (value) => value === expected,
    (words) => fill(words.only, { value: JSON.stringify(expected) }),
  );

export const oneOf = (options: readonly string[]): Shape =>
  where(
    (value) => options.some((option) => option === value),
    (words) => fill(words.oneOf, { options: options.join(', ') }),
  );

/** Text that is not blank. @param most  characters without the blanks around */
export const text = (most: number): Shape =>
  where(
    (value) => typeof value === 'string' && value.trim() !== '' && value.trim().length <= most,
    (words) => fill(words.text, { most }),
  );

/** List of values of one shape. */
export const listOf = (entry: Shape, least = 0): Shape => {
  const isList = where(Array.isArray, (words) => words.list);
  return (value, path, words) => {
    const entries = list(value);
    if (!entries) return isList(value, path, words);
    const found = entries.length;
    const tooFew = found < least ? [{ path, expected: fill(words.atLeast, { least, found }) }] : [];
    return [...tooFew, ...entries.flatMap((one, i) => entry(one, `${path}[${i}]`, words))];
  };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Object that has these fields, may have the optional ones, and has no others. */
export const object = (
  fields: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape => {
  const isThere = where(isObject, (words) => words.object);
  const isKnown = (name: string): boolean => Object.hasOwn(fields, name) || Object.hasOwn(optional, name);
  return (value, path, words) => {
    if (!isObject(value)) return isThere(value, path, words);
    const problemsOf = ([name, shape]: [string, Shape]): readonly Problem[] =>
      shape(value[name], at(path, name), words);
    return [
      ...Object.entries(fields).flatMap(problemsOf),
      ...Object.entries(optional)
        .filter(([name]) => value[name] !== undefined)
        .flatMap(problemsOf),
      ...Object.keys(value)
        .filter((name) => !isKnown(name))
        .map((name) => ({ path: at(path, name), expected: words.noSuchField })),
    ];
  };
};
