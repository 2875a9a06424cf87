import { expect, test } from 'vitest';
import { useStorage } from '../../../testing/storage';
import { keepBlankTime, lastBlankTime } from './blankTimes';

const stored = useStorage();

test('lastBlankTime: each question is compared with the one before, also after a reload', () => {
  expect(lastBlankTime('a')).toBeNull();
  keepBlankTime('a', 31_000);
  expect(lastBlankTime('a')).toBeNull();
  expect(lastBlankTime('b')).toBe(31_000);
  keepBlankTime('b', 24_000);
  keepBlankTime('b', 99_000);
  expect(lastBlankTime('b')).toBe(31_000);
  expect(lastBlankTime('c')).toBe(24_000);
});

test.each(['7', '{"code":"a","ms":-1,"before":null}', '{"ms":5}'])(
  'lastBlankTime: ignores stored text %s',
  (kept) => {
    stored.set('relay/blank-time', kept);
    expect(lastBlankTime('x')).toBeNull();
  },
);
