import { readdirSync, readFileSync } from 'node:fs';
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

test('scripts: none holds the schema library', () => {
  const scripts = readdirSync(join(FILES, 'assets')).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(20);
  const found = scripts.filter((file) =>
    /ZodError|\binvalid_type\b|unrecognized_keys/u.test(readFileSync(join(FILES, 'assets', file), 'utf8')),
  );
  expect(found).toEqual([]);
});
