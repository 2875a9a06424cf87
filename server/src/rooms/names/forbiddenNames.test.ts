import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../testing/testServer.ts';
import { ForbiddenNames, readForbiddenNames } from './forbiddenNames.ts';

const names = new ForbiddenNames();

test.each([
  ...['shit', 'SHIT', 'Sh1t', 'S h i t', 'Mr. Shit', 'ѕhіt', 'shit 2', 'Sh\u200Dit'],
  ...['死ね', 'お前死ね', 'しね', 'シネ', 'うんこマン', 'ウンコ', '馬鹿', 'ばか', 'バカ'],
])('%j is forbidden', (name) => expect(names.has(name.normalize('NFKC'))).toBe(true));

test.each([
  ...['Mia', 'Dickens', 'Shiitake', 'Scunthorpe', 'Cassandra', 'Hancock', 'Penistone', 'Bot Ada', '🦊', '7'],
  ...['よしね', 'ばかり', 'そばかす', 'あほうどり', 'はると', 'さくら', 'くそま', 'しねま', '出席番号12'],
])('%j is free', (name) => expect(names.has(name)).toBe(false));

test('readForbiddenNames: a school’s own words, one a line, with remarks', () => {
  const path = join(temporaryDirectory(), 'words.txt');
  writeFileSync(path, '# Names of last year’s joke\nZappa  # also in capitals\r\n\nおにぎり\n');
  const own = readForbiddenNames(path);
  for (const name of ['zappa', 'ZAPPA 2', 'おにぎり', 'オニギリくん', 'shit'])
    expect(own.has(name)).toBe(true);
  expect(own.has('Names')).toBe(false);
  expect(names.has('Zappa')).toBe(false);
});

test('readForbiddenNames: a file that is not there is named in one sentence', () => {
  expect(() => readForbiddenNames('/nowhere/words.txt')).toThrow(
    /^The file of NAME_WORDS_FILE \(\/nowhere\/words\.txt\) cannot be read \(ENOENT\)/u,
  );
});
