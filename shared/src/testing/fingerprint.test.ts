import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('fingerprint: the last bit, the sign of zero and NaN count; the order of keys does not', () => {
  expect(fingerprint(0.1 + 0.2)).not.toBe(fingerprint(0.3));
  expect(fingerprint({ a: [0] })).not.toBe(fingerprint({ a: [-0] }));
  expect(fingerprint([Number.NaN])).not.toBe(fingerprint([null]));
  expect(fingerprint('1')).not.toBe(fingerprint(1));
  expect(fingerprint({ a: 1, b: [null, true] })).toBe(fingerprint({ b: [null, true], a: 1 }));
  expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
});
