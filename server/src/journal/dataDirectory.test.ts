import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { keepDataPrivate, openDataDirectory } from './dataDirectory.ts';
import { isLogMissing } from './logMissing.ts';

let directory: string;
let before: number;
beforeEach(() => {
  before = process.umask();
  directory = temporaryDirectory();
});
afterEach(() => {
  process.umask(before);
  rmSync(directory, { recursive: true, force: true });
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('a data directory that others can look into: is warned of in a sentence, and left as it is', () => {
  chmodSync(directory, 0o755);
  writeFileSync(join(directory, 'journal.sqlite'), '', { mode: 0o644 });
  expect(keepDataPrivate(directory)).toBe(
    `Other users of this computer can look into DATA_DIR (${directory}). The files of the server are closed to them; close the directory, too: chmod 700 ${directory}`,
  );
  expect(modeOf(directory)).toBe('755');
  expect(modeOf(join(directory, 'journal.sqlite'))).toBe('600');
  chmodSync(directory, 0o700);
  expect(keepDataPrivate(directory)).toBeNull();
});

test('a data directory that is made: is closed to others', () => {
  const made = join(directory, 'made');
  openDataDirectory(made);
  expect(modeOf(made)).toBe('700');
  expect(keepDataPrivate(made)).toBeNull();
});

test('a log of commits that is gone: is noticed by its index', () => {
  const path = join(directory, 'journal.sqlite');
  writeFileSync(path, '');
  expect(isLogMissing(path)).toBe(false);
  writeFileSync(`${path}-shm`, '');
  expect(isLogMissing(path)).toBe(true);
  writeFileSync(`${path}-wal`, '');
  expect(isLogMissing(path)).toBe(false);
});
