import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from './languages.ts';

const root = join(import.meta.dirname, '../../..');
const one = `['"](?:${LANGUAGES.join('|')})['"]`;
/** Two languages in a row, as in a union, a list or a choice; a comparison with one; a separate table of languages. */
const HOME_MADE = new RegExp(`${one}\\s*[|,:]\\s*${one}|[=!]==?\\s*${one}|case ${one}`, 'u');

const sources = globSync(['{shared,server,client}/{src,bin,e2e,bench}/**/*.{ts,tsx,mjs}'], {
  cwd: root,
  exclude: ['**/strings/**', '**/node_modules/**'],
}).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

test('language lists: none in sources outside the string folders', () => {
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.filter(({ text }) => HOME_MADE.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});

test.each([
  `type Own = 'en' | 'ja'`,
  `for (const one of ['ja', 'en'])`,
  `language === 'ja' ? 1 : 2`,
  `if (lang !== "en")`,
  `switch (lang) { case 'ja':`,
])('a list of languages is recognised: %s', (text) => {
  expect(HOME_MADE.test(text)).toBe(true);
});
