import { expect, test } from 'vitest';
import type { MistakeEntry, Occurrence } from './entry.ts';
import { FAMILIES, MISTAKE_IDS, MISTAKES } from './mistakes.ts';

const PARTS = ['contribution', 'preActivation', 'output', 'slope', 'error', 'update', 'nudge'] as const;
type PartName = (typeof PARTS)[number];
const occurrence = (entry: MistakeEntry, part: PartName): Occurrence<never, unknown> | undefined =>
  entry[part];

test('each mistake belongs to one family, and every family is listed', () => {
  const ids = Object.values(FAMILIES).flatMap((family) => Object.keys(family));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...MISTAKE_IDS].toSorted()).toEqual(ids.toSorted());
});

test.each(MISTAKE_IDS)('%s: has a rule in some part or another source of its name, never both', (id) => {
  const entry = MISTAKES[id];
  const hasRule = PARTS.some((part) => occurrence(entry, part));
  expect(hasRule).toBe(entry.namedBy === undefined);
});

/** The expected order of all mistakes; a new mistake is inserted at its place. */
const KNOWN: readonly string[] = [
  'slope-gate-ignored',
  'slope-missing',
  'slope-activation',
  'slope-of-output',
  'slope-formula-on-sum',
  'slope-half-formula',
  'slope-wrong-unit',
  'slope-wrong-function',
  'slope-twice',
  'slope-gate-inverted',
  'sign',
  'step-given',
  'sum-one-path',
  'sum-no-weights',
  'sum-gradients',
  'sum-mean',
  'sum-transposed',
  'sum-crossed',
  'sum-updated-weights',
  'sum-raw-error',
  'input-missing',
  'input-wrong',
  'input-own-output',
  'input-weight',
  'input-sum',
  'input-applied',
  'bias-times-b',
  'rate-applied',
  'loss-shortcut',
  'loss-factor',
  'loss-value',
  'accumulated',
  'added',
  'bias-missing',
  'bias-sign',
  'input-left-out',
  'weights-missing',
  'weight-wrong',
  'weight-crossed',
  'f-applied',
  'f-missing',
  'f-slope',
  'f-wrong',
  'f-twice',
  'softmax-alone',
  'belly-given',
  'error-squared',
  'target-missing',
  'output-missing',
  'target-added',
  'target-other',
  'parcel-given',
  'step-added',
  'eta-missing',
  'eta-on-all',
  'weight-missing',
  'gradient-given',
  'step-missing',
  'step-from-nothing',
  'not-divided',
  'two-notches',
  'term-right',
  'product-follows',
  'place-extra',
  'sign-slip',
  'neighbour',
  'slip',
];

test('known mistakes keep their order', () => {
  expect(MISTAKE_IDS).toEqual(KNOWN);
});
