import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Groups of an IPv6 address that name a network: one device can take any address in it. */
const NETWORK_GROUPS = 4;

function networkOf(address: string): string {
  // An IPv4 address as a socket for both reads it.
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.replace(/%.*$/u, '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * Function from an address to a key under which something is counted for it. The key is a hash with a salt that only
 * this process has, so that no address is kept anywhere.
 */
export function addressKeys(): (address: string | undefined) => string {
  // As an object: made anew from bytes for each request, it would cost more than the hash.
  const salt = createSecretKey(randomBytes(32));
  return (address) =>
    createHmac('sha256', salt)
      .update(networkOf(address ?? ''))
      .digest('base64url')
      .slice(0, 22);
}
