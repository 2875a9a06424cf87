import { join } from 'node:path';
import { AUDIENCES, Build, FIRST_PAGE } from './build/audiences.ts';

const build = new Build(join(import.meta.dirname, 'dist'));
const WEIGHTS = ['500', '700', '800'];

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
  ...WEIGHTS.map((weight) => ({
    name: `font of weight ${weight} in Japanese`,
    path: build
      .fonts()
      .filter(({ name }) => name.endsWith(weight))
      .map(({ file }) => build.pathOf(file, '')),
    limit: '110 kB',
  })),
].map((check) => ({ ...check, brotli: false }));
