import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Rules for imports in shared/: no clock, no randomness, no DOM, no Node, and no imports of server/ or client/. */

const src = import.meta.dirname;
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

const ALLOWED_PACKAGES = new Set(['zod', 'papaparse', 'jsonc-parser', 'write-excel-file/universal']);
const BANNED =
  /\b(?:Math\.random|Date\.now|new Date|Date\(|performance\.|crypto\.|setTimeout|setInterval|queueMicrotask|fetch\(|process\.|globalThis|window\.|document\.|localStorage|require\(|console\.|eval\(|new Function)/u;

/** Rooms of shared/src from the lowest to the highest: each may import those before it, types included. */
const ROOMS = [
  'zod',
  'own',
  'slices',
  'textOf',
  'randomSequence',
  'strings',
  'maths',
  'network',
  'question',
  'receipt',
  'drawing',
  'sheet',
  'referee',
  'report',
  'rehearsal',
  'lesson',
  'protocol',
  'nickname',
  'simulation',
];
/** Imports of a higher room, by the beginning of the importing path: known cycles, and no others. */
const UPWARD: readonly (readonly [path: string, room: string])[] = [
  // The schemas of commands check sizes by the referee's limits, and the types of commands are inferred from them.
  ['referee/command.ts', 'protocol'],
  // A question kind writes its receipt, with the writer of all receipts.
  ['question/kind.ts', 'receipt'],
  ['question/kinds/', 'receipt'],
];

/** Folder or single file at the top of shared/src that a path belongs to. */
const roomOf = (path: string): string => path.split('/')[0]!.replace(/\.ts$/u, '');

/** Strips comments, which may name what code must not use. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

test('source files are found', () => {
  expect(sources.length).toBeGreaterThan(30);
});

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gu)].map((match) => match[1]!);

test('every room has a place in the order', () => {
  expect([...new Set(sources.map(({ path }) => roomOf(path)))].toSorted()).toEqual(ROOMS.toSorted());
});

test.each(sources)('$path imports only its own room and lower ones', ({ path, text }) => {
  const own = ROOMS.indexOf(roomOf(path));
  for (const target of importsOf(text).filter((one) => one.startsWith('.'))) {
    const room = roomOf(relative(src, join(src, path, '..', target)));
    if (UPWARD.some(([from, upper]) => path.startsWith(from) && upper === room)) continue;
    expect(ROOMS.indexOf(room), `${path} imports ${target}`).toBeLessThanOrEqual(own);
  }
});

test.each(sources)('$path imports only shared/ and the libraries that are pure', ({ path, text }) => {
  for (const target of importsOf(text)) {
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

/** A record of the session, read under an id; with `!` behind it the id is known to be one of the session's own. */
const READ_BY_ID = /\b(?:players|runs|verdicts)\[[^\]]+\](?!!)/u;

test('referee: ids in commands are looked up with `own`, never directly', () => {
  const deciding = sources.filter(({ path }) => /^referee\/(?:commands\/|decide|handlers)/u.test(path));
  expect(deciding.length).toBeGreaterThan(8);
  const direct = deciding.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => READ_BY_ID.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(direct).toEqual([]);
});
