import { expect, test } from 'vitest';
import { TokenBucket } from './TokenBucket.ts';

const count = (verdicts: readonly string[], wanted: string) =>
  verdicts.filter((verdict) => verdict === wanted).length;

test('ten a second: are granted without end', () => {
  const allowance = new TokenBucket(0);
  for (let i = 1; i <= 10_000; i++) expect(allowance.take(i * 100)).toBe('granted');
});

test('burst: is slowed down, and granted again after a pause', () => {
  const allowance = new TokenBucket(0);
  const burst = Array.from({ length: 50 }, () => allowance.take(0));
  expect(count(burst, 'granted')).toBe(20);
  expect(count(burst, 'refused')).toBe(30);
  expect(allowance.take(100)).toBe('granted');
  expect(allowance.take(5_000)).toBe('granted');
});

test('twice the allowed rate without a pause: is a flood in the end', () => {
  const allowance = new TokenBucket(0);
  const verdicts = Array.from({ length: 600 }, (_, i) => allowance.take(i * 50));
  expect(verdicts.indexOf('flood')).toBeGreaterThan(100);
});

test('a clock that is put back: neither adds nor removes tokens', () => {
  const allowance = new TokenBucket(100_000);
  for (let i = 0; i < 20; i++) allowance.take(0);
  expect(allowance.take(0)).toBe('refused');
});
