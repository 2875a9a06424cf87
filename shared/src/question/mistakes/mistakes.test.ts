import { expect, test } from 'vitest';
import type { MistakeEntry, Occurrence } from './entry.ts';
import { FAMILIES, MISTAKE_IDS, MISTAKES } from './mistakes.ts';

const PARTS = ['contribution', 'preActivation', 'output', 'slope', 'error', 'update', 'nudge'] as const;
type PartName = (typeof PARTS)[number];
const occurrence = (entry: MistakeEntry, part: PartName): Occurrence<never, unknown> | undefined =>
  entry[part];

test('each mistake stands in one family, and every family is listed', () => {
  const ids = Object.values(FAMILIES).flatMap((family) => Object.keys(family));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...MISTAKE_IDS].toSorted()).toEqual(ids.toSorted());
});

test.each(MISTAKE_IDS)('%s: has a rule in some part, or says what names it instead, never both', (id) => {
  const entry = MISTAKES[id];
  const hasRule = PARTS.some((part) => occurrence(entry, part));
  expect(hasRule).toBe(entry.namedBy === undefined);
});

test.each(MISTAKE_IDS)(
  '%s: comes to the same only as mistakes of the same part that are named later',
  (id) => {
    for (const part of PARTS) {
      for (const { id: other } of occurrence(MISTAKES[id], part)?.sameAs ?? []) {
        if (other === 'right') continue;
        const later = MISTAKE_IDS.slice(MISTAKE_IDS.indexOf(id) + 1).find((one) => one === other);
        expect(later, `${part}: ${other} is no mistake that is named after ${id}`).toBeDefined();
        expect(occurrence(MISTAKES[later!], part), `${part}: ${other} cannot be made there`).toBeDefined();
      }
    }
  },
);

test('the order in which mistakes are named begins with slopes and ends with slips', () => {
  expect(MISTAKE_IDS.slice(0, 2)).toEqual(['slope-gate-ignored', 'slope-missing']);
  expect(MISTAKE_IDS.slice(9, 12)).toEqual(['sign', 'step-given', 'sum-one-path']);
  expect(MISTAKE_IDS.slice(24, 30)).toEqual([
    'rate-applied',
    'loss-shortcut',
    'loss-factor',
    'loss-value',
    'accumulated',
    'added',
  ]);
  expect(MISTAKE_IDS.slice(-4)).toEqual(['place-extra', 'sign-slip', 'neighbour', 'slip']);
});
