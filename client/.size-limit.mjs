import { join } from 'node:path';
import { AUDIENCES, Build, FIRST_PAGE } from './build/audiences.ts';

const build = new Build(join(import.meta.dirname, 'dist'));
/** Weights of which there are files in Japanese. */
const WEIGHTS = ['500', '800'];
/** Subsets of a weight that a Japanese page has loaded in the end, by who reads it, and their limits, kB. */
const FONTS = [
  { whose: 'until the first round', subsets: ['base', 'first'], limitKb: 60 },
  { whose: 'of players', subsets: ['base', 'first', 'playing'], limitKb: 90 },
  { whose: 'of hosts', subsets: ['base', 'first', 'playing', 'other'], limitKb: 120 },
];

/** Limits of what each audience loads, as the build has compressed it; fonts, and the style sheets of the first page. */
export default [
  ...AUDIENCES.map(({ name, sources, limitKb }) => ({
    name: `${name}, brotli`,
    path: build.filesOf(sources).map((file) => build.pathOf(file, 'br')),
    limit: `${limitKb} kB`,
  })),
  {
    name: 'style sheets of the first page, as they are',
    path: build
      .filesOf(FIRST_PAGE)
      .filter((file) => file.endsWith('.css'))
      .map((file) => build.pathOf(file, '')),
    limit: '25 kB',
  },
  ...WEIGHTS.flatMap((weight) =>
    FONTS.map(({ whose, subsets, limitKb }) => ({
      name: `font of weight ${weight} in Japanese, ${whose}`,
      path: build
        .fonts()
        .filter(({ name }) => subsets.some((subset) => name === `${subset}-${weight}`))
        .map(({ file }) => build.pathOf(file, '')),
      limit: `${limitKb} kB`,
    })),
  ),
].map((check) => ({ ...check, brotli: false }));
