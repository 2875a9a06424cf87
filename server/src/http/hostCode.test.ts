import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { hostCodeOf, isHostCode } from './hostCode.ts';

const LETTERS = 31;

test('a generated code: has at least 40 random bits, is easy to read, and is kept', () => {
  const codes = Array.from({ length: 50 }, () => {
    const DATA_DIR = temporaryDirectory();
    const code = hostCodeOf({ HOST_CODE: undefined, DATA_DIR });
    expect(readFileSync(join(DATA_DIR, 'host-code'), 'utf8')).toBe(`${code}\n`);
    expect(hostCodeOf({ HOST_CODE: undefined, DATA_DIR })).toBe(code);
    rmSync(DATA_DIR, { recursive: true });
    return code;
  });
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{3}(?:-[a-hjkmnp-z2-9]{3}){2}$/u);
  expect(new Set(codes).size).toBe(codes.length);
  const random = codes[0]!.replaceAll('-', '').length;
  expect(random * Math.log2(LETTERS)).toBeGreaterThan(40);
});

test.each([
  'abc-def-ghj',
  'ABC-DEF-GHJ',
  'abcdefghj',
  ' abc def ghj ',
  'ａｂｃ－ｄｅｆ－ｇｈｊ',
  'abc–def–ghj',
])('a code typed as %j: is read as it is meant', (typed) =>
  expect(isHostCode(typed, 'abc-def-ghj')).toBe(true),
);
test.each(['', 'abc-def-gh', 'abc-def-ghk', 'abcdefghjj'])('a code typed as %j: is another one', (typed) =>
  expect(isHostCode(typed, 'abc-def-ghj')).toBe(false),
);
