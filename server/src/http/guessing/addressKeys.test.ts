import { expect, test } from 'vitest';
import { addressKeys } from './addressKeys.ts';

const keyOf = addressKeys();

test.each([
  ['192.0.2.7', '::ffff:192.0.2.7'],
  ['2001:db8:0:1::5', '2001:db8:0:1:aaaa:bbbb:cccc:dddd'],
  ['2001:DB8::1', '2001:0db8:0:0::2'],
  ['fe80::1%eth0', 'fe80::2'],
])('%s and %s: count as one', (one, other) => expect(keyOf(one)).toBe(keyOf(other)));

test.each([
  ['192.0.2.7', '192.0.2.8'],
  ['2001:db8:0:1::5', '2001:db8:0:2::5'],
  ['::1', '2001:db8::1'],
])('%s and %s: are two', (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

test('a key: tells nothing of its address, and is another one in another process', () => {
  expect(keyOf('192.0.2.7')).not.toContain('192');
  expect(addressKeys()('192.0.2.7')).not.toBe(keyOf('192.0.2.7'));
  expect(keyOf(undefined)).toBeTypeOf('string');
});
