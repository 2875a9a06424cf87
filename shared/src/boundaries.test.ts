import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** shared/ is pure: no clock, no randomness, no DOM, no Node, and nothing of the other rooms. */

const src = import.meta.dirname;
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

const ALLOWED_PACKAGES = new Set(['zod', 'zod/locales', 'jsep', 'papaparse']);
const BANNED =
  /\b(?:Math\.random|Date\.now|new Date|Date\(|performance\.|crypto\.|setTimeout|setInterval|queueMicrotask|fetch\(|process\.|globalThis|window\.|document\.|localStorage|require\(|console\.|eval\(|new Function)/u;

/** Code only: comments may speak of what the code must not do. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(30);
});

test.each(sources)('$path imports only its own room and the libraries that are pure', ({ path, text }) => {
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gu)].map((match) => match[1]!);
  for (const target of imports) {
    if (!target.startsWith('.')) {
      expect(ALLOWED_PACKAGES, `${path} imports ${target}`).toContain(target);
      continue;
    }
    const inside = relative(src, join(src, path, '..', target));
    expect(inside.startsWith('..'), `${path} imports ${target}, outside of shared/src`).toBe(false);
    expect(inside.startsWith('testing'), `${path} imports ${target}, which is for tests`).toBe(false);
  }
});

test.each(sources)('$path reads no clock, randomness, DOM or Node', ({ path, text }) => {
  expect(BANNED.exec(withoutComments(text))?.[0], path).toBeUndefined();
});
