import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en';
import { check } from './en/check';
import { first } from './en/first';
import { hosting } from './en/hosting';
import { playing } from './en/playing';
import { returning } from './en/returning';

/** Words that a page needs are among those that it loads. */

const src = join(import.meta.dirname, '..');

function fileOf(from: string, target: string): string | undefined {
  const path = join(dirname(from), target);
  return [path, `${path}.ts`, `${path}.tsx`].find((one) => existsSync(one) && statSync(one).isFile());
}

/** Sources that a source imports before it runs, in the client; types do not count. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)\s+(?!type\b)(?<names>[^;'"]*?from\s+)?'(?<target>\.[^']+)';/gmu),
  ]
    .filter(({ groups }) => !/^\{(?:\s*type\s[^,}]+,?)+\s*\}\s*from\s+$/u.test(groups!['names'] ?? ''))
    .flatMap(({ groups }) => fileOf(file, groups!['target']!) ?? []);
}

function sourcesOf(entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !/\.tsx?$/u.test(file)) return;
    seen.add(file);
    importsOf(file).forEach(visit);
  };
  for (const entry of entries) visit(join(src, entry));
  return seen;
}

type Tree = { readonly [key: string]: string | Tree };
const at = (tree: string | Tree | undefined, path: readonly string[]): string | Tree | undefined =>
  path.reduce<string | Tree | undefined>(
    (now, step) => (typeof now === 'object' ? now[step] : undefined),
    tree,
  );

/** Paths of words that sources name: whole keys, and the fixed beginning of keys that are put together. */
function pathsIn(sources: ReadonlySet<string>): string[][] {
  const groups = Object.keys(en).join('|');
  const named = new RegExp(`['"\`]((?:${groups})\\.[\\w.-]*)`, 'gu');
  return [...sources]
    .filter((file) => !file.includes('/strings/'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(named)].map((match) => match[1]!))
    .map((key) => key.split('.').filter((step) => step !== ''));
}

/** Keys that are written under their plural forms only. */
const withPlural = (tree: Tree, path: readonly string[]): string | Tree | undefined =>
  at(tree, path) ?? at(tree, [...path.slice(0, -1), `${path.at(-1)}_other`]);

const LOBBY = ['main.tsx', 'screens/Home.tsx', 'screens/Join.tsx', 'screens/player/Player.tsx'];
const PAGES: readonly (readonly [name: string, entries: readonly string[], words: Tree, besides: RegExp])[] =
  [
    // These are shown or spoken only once a round has begun, and its words are there.
    ['join and lobby', LOBBY, first, /^selfPaced\.(?:toStep|toResults|nextQuestion)$|^play\.say\.paused$/u],
    [
      'playing',
      [...LOBBY, 'screens/player/sessionPages.ts', 'scenes/stage.ts'],
      { ...first, ...playing },
      /^$/u,
    ],
    [
      'returning',
      [
        'main.tsx',
        'screens/KnownPlayers.tsx',
        'screens/KeptResults.tsx',
        'screens/player/OpenElsewhere.tsx',
        'screens/player/Result.tsx',
      ],
      { ...first, ...playing, ...returning },
      /^$/u,
    ],
    ['hosting', ['main.tsx', 'screens/host/Host.tsx', 'screens/projector/Projector.tsx'], en, /^$/u],
    ['checking', ['main.tsx', 'screens/check/Check.tsx'], { ...first, check }, /^$/u],
    ['practising', ['main.tsx', 'screens/practise/Practise.tsx'], en, /^$/u],
  ];

test.each(PAGES)(
  '%s: every word that its sources name is loaded with it',
  (_name, entries, words, besides) => {
    const paths = pathsIn(sourcesOf(entries));
    expect(paths.length).toBeGreaterThan(20);
    const missing = paths
      .filter((path) => withPlural(en, path) !== undefined && !besides.test(path.join('.')))
      .filter((path) => JSON.stringify(withPlural(words, path)) !== JSON.stringify(withPlural(en, path)));
    expect(missing.map((path) => path.join('.'))).toEqual([]);
  },
);

test('the groups come to all words, none of them twice but those until the first round', () => {
  expect({ ...first, ...playing, ...hosting, ...returning, check }).toEqual(en);
  const names = [first, playing, hosting, returning].flatMap((group) => Object.keys(group));
  expect(names.filter((name, i) => names.indexOf(name) !== i).toSorted()).toEqual(['learning', 'play']);
});
