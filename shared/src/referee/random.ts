/**
 * Randomness as a function of (seed, key): the same key gives the same number however many others were drawn before,
 * so a change in one rule does not reshuffle another. FNV-1a over the key, mixed as murmur3's finaliser does.
 *
 * @returns a number in [0, 1)
 */
export function randomAt(seed: number, key: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
