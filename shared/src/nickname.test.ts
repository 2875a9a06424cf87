import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from './testing/effort.ts';
import { freeName, readNickname } from './nickname.ts';

test.each([
  ['Mia', 'Mia'],
  ['  はる  と  ', 'はる と'],
  ['Ｍｉａ', 'Mia'],
  ['👩‍🔬🧪', '👩‍🔬🧪'],
  ['<b>x</b>', '<b>x</b>'],
  ['a'.repeat(20), 'a'.repeat(20)],
  ['علی\u200Cرضا', 'علی\u200Cرضا'],
  ['क्\u200Dष', 'क्\u200Dष'],
  ['അവന്\u200D', 'അവന്\u200D'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ['❤️‍🔥🏳️‍🌈1️⃣👍🏽', '❤️‍🔥🏳️‍🌈1️⃣👍🏽'],
  ['Mi\u200Da\uFE0F', 'Mia'],
  ['\u3164Mia\u2800', 'Mia'],
  [`Mia\u200C`, 'Mia'],
  ['🏴\u{E0067}\u{E007F}', '🏴'],
  ['Mia\u{E0067}\u{E0062}\u{E007F}', 'Mia'],
  [`Z${'\u0301'.repeat(79)}oe`, 'Ź\u0301\u0301\u0301oe'],
])('readNickname: %j becomes %j', (raw, name) => expect(readNickname(raw)).toEqual({ ok: true, name }));

test.each([
  ['', 'nameEmpty'],
  ['   ', 'nameEmpty'],
  ['a'.repeat(21), 'nameTooLong'],
  ['a\u202Eb', 'nameUnusable'],
  ['a\u0000b', 'nameUnusable'],
  ['\u200D\u0301', 'nameUnusable'],
  ['\u3164', 'nameEmpty'],
  ['\u2800 \u2800', 'nameEmpty'],
  ['\u115F\u1160\uFFA0\u034F\uFE0F\u180B\u{E0100}\u{1D159}', 'nameEmpty'],
  ['a\u200Bb', 'nameUnusable'],
  ['\uFEFFMia\u2060', 'nameUnusable'],
])('readNickname: %j is rejected with %s', (raw, rejection) =>
  expect(readNickname(raw)).toEqual({ ok: false, rejection }),
);

/** Text with characters that are invisible, pile up, join or turn the writing, between usual ones. */
const odd = fc.string({
  maxLength: 30,
  unit: fc.oneof(
    fc.constantFrom(...'aZé1 عیक्ष한👩🏴❤'),
    fc.constantFrom(
      ...'\u0301\u0327\u200C\u200D\uFE0F\u20E3\u034F\u2800\u3164\u1160\u{E0067}\u{E007F}\u{1F3FD}\u202E',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});

test('readNickname: what it gives is visible, is read as it is, and has no pile of marks', () => {
  fc.assert(
    fc.property(odd, (raw) => {
      const read = readNickname(raw);
      if (!read.ok) return;
      expect(readNickname(read.name)).toEqual(read);
      expect(read.name.replace(/[\p{Default_Ignorable_Code_Point}\p{M}\s\u2800]/gu, '')).not.toBe('');
      expect(read.name).not.toMatch(/\p{M}{7}/u);
    }),
    { numRuns: runs(2_000, 100_000) },
  );
});

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
      fc.oneof(fc.string({ unit: 'grapheme' }), odd),
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
