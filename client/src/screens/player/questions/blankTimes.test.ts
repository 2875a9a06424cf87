import { expect, test } from 'vitest';
import { useStorage } from '../../../testing/storage';
import { keepBlankTime, lastBlankTime } from './blankTimes';

const stored = useStorage();

test('each question races the one before it, also after a reload', () => {
  expect(lastBlankTime('a')).toBeNull();
  keepBlankTime('a', 31_000);
  expect(lastBlankTime('a')).toBeNull();
  expect(lastBlankTime('b')).toBe(31_000);
  keepBlankTime('b', 24_000);
  keepBlankTime('b', 99_000);
  expect(lastBlankTime('b')).toBe(31_000);
  expect(lastBlankTime('c')).toBe(24_000);
});

test.each(['7', '{"code":"a","ms":-1,"before":null}', '{"ms":5}'])('what is no time (%s) is none', (kept) => {
  stored.set('relay/blank-time', kept);
  expect(lastBlankTime('x')).toBeNull();
});
