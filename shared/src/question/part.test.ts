import { expect, test } from 'vitest';
import {
  formOf,
  isChoicePart,
  isNumberPart,
  isPart,
  isPlacesPart,
  optionsOf,
  type Part,
  PART_KINDS,
  partKind,
  partUnit,
  unitPart,
  valueAsked,
} from './part.ts';

test.each<[Part, string, string | undefined]>([
  ['G', 'G', undefined],
  ['places', 'places', undefined],
  ['u:h1', 'u', 'h1'],
  ['e:y12', 'e', 'y12'],
  ['a:h2.1', 'a', 'h2.1'],
])('%s is of the kind %s and of the unit %s', (part, kind, unit) => {
  expect(PART_KINDS).toContain(kind);
  expect(partKind(part)).toBe(kind);
  expect(partUnit(part)).toBe(unit);
});

test('isPart: accepts only a whole name, of a unit within the limits', () => {
  const names = PART_KINDS.filter((kind) => valueAsked(kind) === undefined);
  for (const name of names) expect(isPart(name), name).toBe(true);
  for (const name of ['u:h1', 'a:y2', 'f:h12', 'e:y1', 'u:h2.1', 'u:h12.12']) expect(isPart(name)).toBe(true);
  for (const name of [
    '',
    'u',
    'G ',
    ' G',
    'xG',
    'Gx',
    'places,',
    'u:x1',
    'w:h1',
    'u:h',
    'u:h123',
    'u:h1.',
    'u:h1.123',
    'u:h1\n',
    'U:h1',
  ]) {
    expect(isPart(name), name).toBe(false);
  }
});

test('each part kind: has one form, and options exactly if it is a choice', () => {
  for (const kind of PART_KINDS) {
    const part = (valueAsked(kind) ? unitPart(kind, 'h1') : kind) as Part;
    expect(isPart(part), part).toBe(true);
    expect(
      [isPlacesPart, isNumberPart, isChoicePart].filter((is) => is(part)),
      part,
    ).toHaveLength(1);
    expect(optionsOf(part).length > 1, `options of ${part}`).toBe(formOf(part) === 'choice');
  }
});

test('part kinds: no two ask for the same value of a unit', () => {
  const values = PART_KINDS.map(valueAsked).filter((value) => value !== undefined);
  expect(new Set(values).size).toBe(values.length);
});
