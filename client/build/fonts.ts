import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { subsetCharacters } from './characters.ts';

/** Name under which the pages import the style sheet of the subsets. */
const SHEET = 'virtual:font-faces.css';
const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'fonts');
const FAMILY = 'M PLUS Rounded 1c';
/** Family of the characters that no sentence has; it stands behind the other in the token `--font`. */
const REST = `${FAMILY} Rest`;
const WEIGHTS = { 500: '500Medium', 700: '700Bold', 800: '800ExtraBold' } as const;

/** Blocks in which a subset is looked for. They are coarse: a character that it lacks is looked for in the next family. */
const BLOCKS = { japanese: 'U+2E80-FFEF', base: 'U+0-2E7F' } as const;
type Part = keyof typeof BLOCKS;

const OPTIONS = {
  targetFormat: 'woff2',
  noHinting: true,
  keepFeatures: ['kern', 'tnum'],
  // Of vertical text and of letters that stack, which the pages do not have.
  dropTables: ['vhea', 'vmtx', 'GDEF', 'gasp'],
} as const;

const packages = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(packages.resolve(`${name}/package.json`));
const SOURCE = folderOf('@expo-google-fonts/m-plus-rounded-1c');

const codePoint = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`;

/** Blocks of a subset, and its characters outside of them. */
function rangeOf(part: Part, characters: string): string {
  const outside = part === 'base' ? [...characters].filter((one) => one.codePointAt(0)! > 0x2e7f) : [];
  return [BLOCKS[part], ...outside.map(codePoint)].join(',');
}

const faceOf = (file: string, weight: string, range: string): string =>
  `@font-face{font-family:'${FAMILY}';font-style:normal;font-display:swap;font-weight:${weight};src:url(./${file}) format('woff2');unicode-range:${range}}`;

/** Makes the subsets and their style sheet, unless they were made of the same characters and font before. */
async function makeSheet(): Promise<string> {
  const characters = subsetCharacters();
  const wanted = [readFileSync(join(SOURCE, 'package.json'), 'utf8'), OPTIONS, BLOCKS, characters];
  const folder = join(CACHE, createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 16));
  const sheet = join(folder, 'faces.css');
  if (existsSync(sheet)) return sheet;
  mkdirSync(folder, { recursive: true });
  const faces: string[] = [];
  // Of overlapping ranges the later rule counts: the names of the languages are in both.
  for (const part of ['japanese', 'base'] as const) {
    for (const [weight, name] of Object.entries(WEIGHTS)) {
      const whole = readFileSync(join(SOURCE, name, `MPLUSRounded1c_${name}.ttf`));
      const file = `rounded-${part}-${weight}.woff2`;
      writeFileSync(join(folder, file), await subsetFont(whole, characters[part], OPTIONS));
      faces.push(faceOf(file, weight, rangeOf(part, characters[part])));
    }
  }
  writeFileSync(`${sheet}.new`, `${faces.join('\n')}\n`);
  renameSync(`${sheet}.new`, sheet);
  return sheet;
}

/** Characters that the subsets have. */
export function fontCharacters(): string {
  const { base, japanese } = subsetCharacters();
  return base + japanese;
}

/**
 * Fonts of the pages: one subset a weight of what the pages write, in two files, and the slices of all other characters in
 * a family of their own, for nicknames.
 */
export const fonts = (): Plugin => ({
  name: 'fonts',
  enforce: 'pre',
  resolveId: (id) => (id === SHEET ? makeSheet() : null),
  transform(code, id) {
    if (!id.includes('/@fontsource/') || !id.endsWith('.css')) return null;
    // Every browser that runs the pages reads woff2.
    const slices = code
      .replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/gu, '')
      .replaceAll(`'${FAMILY}'`, `'${REST}'`);
    return { code: slices, map: null };
  },
});
