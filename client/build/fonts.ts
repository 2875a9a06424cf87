import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { type Subsets, subsetCharacters } from './characters.ts';

/** Name under which the pages import the style sheet of the subsets. */
const SHEET = 'virtual:font-faces.css';
const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'fonts');
const FAMILY = 'M PLUS Rounded 1c';
/** Family of the characters that no sentence has; it stands behind the other in the token `--font`. */
const REST = `${FAMILY} Rest`;
const WEIGHTS = { 500: '500Medium', 700: '700Bold', 800: '800ExtraBold' } as const;
type Weight = keyof typeof WEIGHTS;

type Part = keyof Subsets;
/** Subsets in the order of their rules: of overlapping ranges the later rule counts. */
const PARTS: readonly Part[] = ['first', 'playing', 'other', 'base'];
/** Blocks in which a subset is looked for. They are coarse: a character that it lacks is looked for in the next family. */
const JAPANESE = 'U+2E80-FFEF';
const LATIN = 'U+0-2E7F';

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

/** Range of a subset: a block, or its characters one by one where another subset has the rest of the block. */
function rangeOf(part: Part, characters: string): string {
  if (part === 'first') return JAPANESE;
  if (part !== 'base') return [...characters].map(codePoint).join(',');
  return [LATIN, ...[...characters].filter((one) => one.codePointAt(0)! > 0x2e7f).map(codePoint)].join(',');
}

const faceOf = (file: string, weight: Weight, range: string): string =>
  `@font-face{font-family:'${FAMILY}';font-style:normal;font-display:swap;font-weight:${weight};src:url(./${file}) format('woff2');unicode-range:${range}}`;

/** Weights for which a file is used, by its own weight: Japanese has one bold file, since it is large and sizes tell headings from labels. */
const usesOf = (part: Part): Partial<Record<Weight, readonly Weight[]>> =>
  part === 'base' ? { 500: [500], 700: [700], 800: [800] } : { 500: [500], 800: [700, 800] };

/** Makes the subsets and their style sheet, unless they were made of the same characters and font before. */
async function makeSheet(): Promise<string> {
  const characters = subsetCharacters();
  const wanted = [
    readFileSync(join(SOURCE, 'package.json'), 'utf8'),
    OPTIONS,
    WEIGHTS,
    PARTS,
    JAPANESE,
    LATIN,
    characters,
  ];
  const folder = join(CACHE, createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 16));
  const sheet = join(folder, 'faces.css');
  if (existsSync(sheet)) return sheet;
  mkdirSync(folder, { recursive: true });
  const faces: string[] = [];
  for (const part of PARTS) {
    for (const [own, weights] of Object.entries(usesOf(part))) {
      const name = WEIGHTS[own as unknown as Weight];
      const whole = readFileSync(join(SOURCE, name, `MPLUSRounded1c_${name}.ttf`));
      const file = `rounded-${part}-${own}.woff2`;
      writeFileSync(join(folder, file), await subsetFont(whole, characters[part], OPTIONS));
      const range = rangeOf(part, characters[part]);
      faces.push(...weights.map((weight) => faceOf(file, weight, range)));
    }
  }
  writeFileSync(`${sheet}.new`, `${faces.join('\n')}\n`);
  renameSync(`${sheet}.new`, sheet);
  return sheet;
}

/** Characters that the subsets have. */
export function fontCharacters(): string {
  return Object.values(subsetCharacters()).join('');
}

/**
 * Fonts of the pages: subsets of what the pages write, in files by who reads it, and the slices of all other characters in
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
