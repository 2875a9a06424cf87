import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ACTIVATION_NAMES, LOSS_NAMES } from '../maths/network.ts';
import { type Language, LANGUAGES } from '../strings/languages.ts';
import { NETWORK_FILE_WORDS } from '../strings/networkFile.ts';
import { runs } from '../testing/effort.ts';
import { MAX_UNITS, NETWORK_FORMAT, readNetworkFile } from './networkFile.ts';
import { meaningProblems } from './networkFileChecks.ts';
import { presetById } from './presets.ts';

/** The shape of a network file, written once more for a schema library: the oracle of the checks by hand. */
const ORACLE = z.strictObject({
  format: z.literal(NETWORK_FORMAT),
  name: z.string().trim().min(1).max(60),
  layers: z
    .array(
      z.strictObject({
        units: z.int().min(1).max(MAX_UNITS),
        activation: z.enum(ACTIVATION_NAMES).optional(),
        slope: z.number().optional(),
        up: z.number().optional(),
      }),
    )
    .min(2),
  loss: z.enum(LOSS_NAMES),
  learningRate: z.number().positive().optional(),
  updateBiases: z.boolean().optional(),
  snap: z.number().positive().optional(),
  weights: z.array(z.array(z.array(z.number()))),
  biases: z.array(z.array(z.number())).optional(),
  data: z.array(z.strictObject({ x: z.array(z.number()), t: z.array(z.number()) })).min(1),
});

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');

function expectedPaths(value: unknown): Set<string> {
  const { error } = ORACLE.safeParse(value);
  const shape = (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => pathText([...issue.path, key]))
      : [pathText(issue.path)],
  );
  const meaning =
    typeof value === 'object' && value !== null ? meaningProblems(value, NETWORK_FILE_WORDS.en) : [];
  return new Set([...shape, ...meaning.map(({ path }) => path)]);
}

const junk = fc.oneof(
  fc.constantFrom(null, undefined, true, 0, -1, 0.5, 1, 2, 13, 1e300, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom('', ' ', 'a', 'tanh', 'x'.repeat(61), ` ${'x'.repeat(60)} `, NETWORK_FORMAT),
  fc.constantFrom<unknown>([], [1], [[1]], [[[1]]], ['a'], {}, { units: 2 }, { x: [1], t: [1] }),
  fc.jsonValue(),
);

/** Every value inside a file, by its path, the file itself included. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value);
  return [path, ...inside.flatMap(([step, one]) => placesIn(one, [...path, step]))];
}

function withValue(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  // An earlier change took away what this one is about.
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  (copy as Record<string | number, unknown>)[step] = withValue(
    (value as Record<string | number, unknown>)[step],
    rest,
    by,
  );
  return copy;
}

const GOOD = ['mazur', 'swap', 'softmax'].map((id) => presetById(id)!);
const FIELDS = ['colour', 'learningRate', 'snap', 'updateBiases', 'biases', 'toString', 'slope', 'up'];

/** A good file in which some values were replaced, and some fields put in. */
const broken = fc
  .tuple(
    fc.constantFrom(...GOOD),
    fc.array(fc.tuple(fc.nat(), junk, fc.option(fc.constantFrom(...FIELDS))), { minLength: 1, maxLength: 3 }),
  )
  .map(([file, changes]) =>
    changes.reduce<unknown>((now, [n, by, field]) => {
      const places = placesIn(now);
      const place = places[n % places.length]!;
      return withValue(now, field === null ? place : [field], by);
    }, file),
  );

test('the checks find the problems that a schema library finds, at the same paths', () => {
  fc.assert(
    fc.property(broken, (value) => {
      const read = readNetworkFile(value);
      const expected = expectedPaths(value);
      expect(read.ok).toBe(expected.size === 0);
      if (read.ok) {
        expect(read.file).toEqual(ORACLE.parse(value));
        return;
      }
      expect(new Set(read.problems.map(({ path }) => path))).toEqual(expected);
    }),
    { numRuns: runs(5_000, 50_000) },
  );
});

test('every problem has a sentence without gaps, other in each language', () => {
  fc.assert(
    fc.property(broken, (value) => {
      const [english, japanese] = LANGUAGES.map((language) => readNetworkFile(value, language));
      if (!english || !japanese || english.ok || japanese.ok) return;
      expect(japanese.problems.map(({ path }) => path)).toEqual(english.problems.map(({ path }) => path));
      for (const [i, { expected }] of english.problems.entries()) {
        expect(expected).not.toMatch(/\{\{|undefined/u);
        expect(japanese.problems[i]!.expected).toMatch(/[ぁ-ん]/u);
      }
    }),
    { numRuns: runs(500, 5_000) },
  );
});

test('sentences: say what is expected, and that a field is missing', () => {
  const { name: _name, ...nameless } = presetById('mazur')!;
  const said = (value: unknown, language: Language) => {
    const read = readNetworkFile(value, language);
    return read.ok ? [] : read.problems.map(({ path, expected }) => `${path}: ${expected}`);
  };
  expect(said({ ...nameless, learningRate: '0.5', loss: 'squared' }, 'en')).toEqual([
    'name: missing: expected a text of 1 to 60 characters',
    'loss: expected one of half-squared-error, squared-error, mean-squared-error, binary-cross-entropy, cross-entropy',
    'learningRate: expected a number above 0',
  ]);
  expect(said([], 'en')).toEqual([': expected fields in braces, {…}']);
  expect(said({ ...nameless, updateBiases: 1 }, 'ja')).toEqual([
    'name: 項目がありません。1〜60 文字の文字列にしてください',
    'updateBiases: true か false にしてください',
  ]);
});
