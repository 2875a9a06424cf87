import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeName, readNickname } from './nickname.ts';

test.each([
  ['Mia', 'Mia'],
  ['  はる  と  ', 'はる と'],
  ['Ｍｉａ', 'Mia'],
  ['👩‍🔬🧪', '👩‍🔬🧪'],
  ['<b>x</b>', '<b>x</b>'],
  ['a'.repeat(20), 'a'.repeat(20)],
])('readNickname: %j becomes %j', (raw, name) => expect(readNickname(raw)).toEqual({ ok: true, name }));

test.each([
  ['', 'nameEmpty'],
  ['   ', 'nameEmpty'],
  ['a'.repeat(21), 'nameTooLong'],
  [`a${'\u0301'.repeat(200)}`, 'nameTooLong'],
  ['a\u202Eb', 'nameUnusable'],
  ['a\u0000b', 'nameUnusable'],
  ['\u200D\u0301', 'nameUnusable'],
])('readNickname: %j is rejected with %s', (raw, rejection) =>
  expect(readNickname(raw)).toEqual({ ok: false, rejection }),
);

const among = (taken: readonly string[]) => (name: string) =>
  taken.some((other) => other.toLowerCase() === name.toLowerCase());

test('freeName: a taken name gets the first free number within the length limit', () => {
  expect(freeName('Mia', among([]))).toBe('Mia');
  expect(freeName('Mia', among(['mia']))).toBe('Mia 2');
  expect(freeName('Mia', among(['Mia', 'Mia 2']))).toBe('Mia 3');
  expect(freeName('a'.repeat(20), among(['a'.repeat(20)]))).toBe(`${'a'.repeat(18)} 2`);
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 30, unit: 'grapheme' })),
      fc.string({ unit: 'grapheme' }),
      (others, raw) => {
        const read = readNickname(raw);
        if (!read.ok) return;
        const name = freeName(read.name, among(others));
        expect(others.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase());
        expect(readNickname(name)).toEqual({ ok: true, name });
      },
    ),
  );
});
