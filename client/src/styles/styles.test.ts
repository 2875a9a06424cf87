import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { COLOURS } from '@relay/shared/drawing/parts/ink';
import { expect, test } from 'vitest';

/** Style sheets: one source of colours and sizes, no global classes, nothing that is missing or left over. */

const src = join(import.meta.dirname, '..');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:css|tsx?)$/u.test(path) && !/\.test\.tsx?$/u.test(path))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//gu, '');

const TOKENS = join('styles', 'tokens.css');
/** Classes that every component may use without importing them. */
const GLOBAL_CLASSES = ['digits', 'hint', 'lead', 'muted', 'push', 'visually-hidden'];

const sheets = sources
  .filter(({ path }) => path.endsWith('.css'))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));
const modules = sheets.filter(({ path }) => path.endsWith('.module.css'));
const globalSheets = sheets.filter(({ path }) => !path.endsWith('.module.css'));
const scripts = sources.filter(({ path }) => /\.tsx?$/u.test(path));
const components = scripts.filter(({ path }) => path.endsWith('.tsx'));
const tokens = sheets.find(({ path }) => path === TOKENS)!.text;

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]!);
/** The classes of a style sheet, without those that it marks as global. */
const classesOf = (text: string): Set<string> =>
  new Set(matches(text.replaceAll(/:global\([^)]*\)/gu, ''), /\.([a-zA-Z][\w-]*)(?=[^{};]*\{)/gu));

interface StyleImport {
  readonly module: string;
  /** The classes that the importing file takes from it. */
  readonly used: readonly string[];
}

/** The CSS modules that a script imports, with the classes that it names. */
function importsOf({ path, text }: (typeof scripts)[number]): StyleImport[] {
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/gu)].map(([, name, target]) => ({
    module: relative(src, join(src, dirname(path), target!)),
    used: matches(text, new RegExp(`(?<![\\w./'"\`])${name}\\.(\\w+)`, 'gu')),
  }));
}
const imports = scripts.flatMap((script) => importsOf(script).map((one) => ({ ...one, by: script.path })));

test('a colour literal stands nowhere but in tokens.css', () => {
  const literal =
    /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\(\s*[\d.]+|:[^;{}]*\b(?:white|black|gr[ae]y|red|green|blue|yellow|orange)\b(?=[^;{}]*;)(?<!-(?:white|red|green|blue|yellow))(?!-)/giu;
  const quoted = /['"`]#[0-9a-f]{3,8}['"`]|\b0x[0-9a-f]{6}\b/giu;
  const found = sources
    .filter(({ path }) => path !== TOKENS)
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(path.endsWith('.css') ? literal : quoted)].map(
        ([value]) => `${path}: ${value}`,
      ),
    );
  expect(found).toEqual([]);
});

test('a custom property that is read is a token or is set somewhere', () => {
  const set = new Set(sources.flatMap(({ text }) => matches(text, /['\s{;](--[\w-]+)'?:/gu)));
  const missing = sheets.flatMap(({ path, text }) =>
    matches(text, /var\((--[\w-]+)/gu)
      .filter((name) => !set.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('a colour of the drawing is a token', () => {
  expect(COLOURS.filter((name) => !tokens.includes(`--${name}:`))).toEqual([]);
});

test('a token is used by a style sheet or by a drawing', () => {
  const drawn: readonly string[] = COLOURS.map((name) => `--${name}`);
  const rest = sources.map(({ text }) => text).join('\n');
  const unused = matches(tokens, /(--[\w-]+):/gu).filter(
    (name) => !drawn.includes(name) && !rest.includes(`var(${name})`) && !rest.includes(`'${name.slice(2)}'`),
  );
  expect(unused).toEqual([]);
});

test('a global style sheet has no class that is not listed', () => {
  const found = globalSheets.flatMap(({ text }) => [...classesOf(text)]);
  expect([...new Set(found)].sort()).toEqual(GLOBAL_CLASSES);
});

test('a component names global classes only if they are listed', () => {
  const listed = new Set(GLOBAL_CLASSES);
  const words = (value: string): string[] => value.split(/\s+/u).filter((word) => word !== '');
  const found = components.flatMap(({ path, text }) =>
    [
      ...matches(text, /\bclass="([^"]*)"/gu).flatMap(words),
      ...matches(text, /\bcx\(([^;{}]*?)\)[}\s,;]/gu).flatMap((args) =>
        matches(args, /'([\w-]+)'(?=[,)]|$)/gu),
      ),
    ]
      .filter((word) => !listed.has(word))
      .map((word) => `${path}: ${word}`),
  );
  const marked = modules.flatMap(({ path, text }) =>
    matches(text, /:global\(\.?([^)]*)\)/gu)
      .filter((word) => !listed.has(word))
      .map((word) => `${path}: ${word}`),
  );
  expect([...found, ...marked]).toEqual([]);
});

test('a CSS module belongs to the layer of components and asks nothing of what is inside an element', () => {
  const outside = modules.filter(({ text }) => !/^\s*@layer components \{[\s\S]*\}\s*$/u.test(text));
  expect(outside.map(({ path }) => path)).toEqual([]);
  expect(sheets.filter(({ text }) => text.includes(':has(')).map(({ path }) => path)).toEqual([]);
});

test('a class that a component takes from a CSS module exists', () => {
  const missing = imports.flatMap(({ module, used, by }) => {
    const known = classesOf(modules.find(({ path }) => path === module)?.text ?? '');
    return used.filter((name) => !known.has(name)).map((name) => `${by}: ${module} has no .${name}`);
  });
  expect(missing).toEqual([]);
});

test('a class of a CSS module is taken by a component', () => {
  const unused = modules.flatMap(({ path, text }) => {
    const used = new Set(imports.filter(({ module }) => module === path).flatMap((one) => one.used));
    return [...classesOf(text)].filter((name) => !used.has(name)).map((name) => `${path}: .${name}`);
  });
  expect(unused).toEqual([]);
});

test('the colour of the browser’s own bar is the paper', () => {
  const page = readFileSync(join(src, '..', 'index.html'), 'utf8');
  const [colour] = matches(page, /name="theme-color" content="([^"]+)"/gu);
  expect(tokens).toContain(`--paper: ${colour!.toLowerCase()};`);
});
