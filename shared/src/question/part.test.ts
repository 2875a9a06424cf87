import { expect, test } from 'vitest';
import { isPart, type Part, PART_KINDS, partKind, partUnit } from './part.ts';

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

test('text names a part only whole, of a unit that there can be', () => {
  const names = PART_KINDS.filter((kind) => kind.length > 1 || kind === 'S' || kind === 'G');
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
