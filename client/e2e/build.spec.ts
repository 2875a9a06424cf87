import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { APART, AUDIENCES, Build } from '../build/audiences';

const FILES = join(import.meta.dirname, '..', 'dist');
const build = new Build(FILES);

for (const { what, source, without } of APART) {
  test(`chunks: ${what} is loaded by nobody who does not need it`, () => {
    for (const name of without) {
      const { sources } = AUDIENCES.find((audience) => audience.name === name)!;
      expect(build.filesOf(sources), name).not.toContain(build.fileOf(source));
    }
  });
}

test('style sheets of the first page: no more than 25 kB', () => {
  const sheets = build.filesOf(AUDIENCES[0]!.sources).filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(0);
  expect(build.bytesOf(sheets, '')).toBeLessThan(25_000);
});

test('fonts: what a Japanese page needs of a weight is no more than 90 kB', () => {
  const fonts = build.fonts();
  expect(fonts.map(({ name }) => name.replace(/-\d+$/u, ''))).toEqual([
    ...Array.from({ length: 3 }, () => 'base'),
    ...Array.from({ length: 3 }, () => 'japanese'),
  ]);
  for (const weight of ['500', '700', '800']) {
    const parts = fonts.filter(({ name }) => name.endsWith(weight));
    expect(
      parts.reduce((sum, { bytes }) => sum + bytes, 0),
      weight,
    ).toBeLessThan(90_000);
  }
});
