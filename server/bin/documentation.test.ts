import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Checks that linked pages, headings, files, folders and commands named in the documentation exist. */

const root = join(import.meta.dirname, '..', '..');
const SKIPPED =
  /^(?:node_modules|dist|coverage|test-results|playwright-report|\.(?!ci$|oxlintrc\.json$).*)$/u;

/** Every file and folder of the project, from its root; a folder ends in a slash. */
function everything(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [`${path}/`, ...everything(path)] : [path];
    });
}

const paths = everything(root).map((path) => `/${relative(root, path)}${path.endsWith('/') ? '/' : ''}`);
const pages = paths.filter((path) => /^\/(?:docs\/.+|README|CONTRIBUTING)\.md$/u.test(path));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('pages of documentation are found', () => {
  expect(pages.length).toBeGreaterThan(10);
});

test.each(pages)('%s: each link leads to an existing file and heading', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?<target>[^)\s]+)\)/gu)].map((match) => match[1]!);
  for (const link of links.filter((target) => !/^(?:https?|mailto):/u.test(target))) {
    const [path, anchor] = link.split('#') as [string, string?];
    const target = path === '' ? page : `/${relative(root, join(root, dirname(page), path))}`;
    expect(existsSync(join(root, target)), link).toBe(true);
    if (anchor) expect(anchorsOf(textOf(target)), link).toContain(anchor);
  }
});

/** Names of files by extension, of folders by their slash, and paths from the root. */
const NAMED =
  /`((?:[\w.-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:tsx?|[mc]js|css|md|png)|(?:[\w.-]+\/)+|(?:shared|server|client|docs)(?:\/\w[\w.-]*)+)`/gu;

/** Files that a recipe tells its reader to create. */
const TO_BE_WRITTEN: ReadonlySet<string> = new Set(['v2ToV3.ts']);

test.each(pages)('%s: each named file and folder exists', (page) => {
  const missing = [...textOf(page).matchAll(NAMED)]
    .map((match) => match[1]!.replace(/^\.\//u, ''))
    .filter((name) => !TO_BE_WRITTEN.has(name))
    .filter((name) => !paths.some((path) => path.endsWith(`/${name}`) || path.endsWith(`/${name}/`)));
  expect(missing).toEqual([]);
});

test.each(pages)('%s: each named npm command exists', (page) => {
  const commands = [...textOf(page).matchAll(/npm run (?:-s )?(?<name>[a-z][\w:-]*)/gu)].map(
    (match) => match[1]!,
  );
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

test('the README names every folder of every room', () => {
  const named = new Set([...textOf('/README.md').matchAll(/`([\w-]+\/)`/gu)].map((match) => match[1]!));
  const folders = paths
    .map((path) => /^\/(?:shared|server|client)\/(?:src\/)?(?<name>[\w-]+\/)$/u.exec(path)?.groups?.['name'])
    .filter((name) => name !== undefined && name !== 'src/');
  expect(folders.length).toBeGreaterThan(15);
  expect(folders.filter((name) => !named.has(name!))).toEqual([]);
});
