/** Tells whether tests take their long form, as in `npm run test:long`; `npm test` takes the short one. */
export const isLong = process.env['TEST_EFFORT'] === 'long';

/** Number of cases that a property is tried on: few in `npm test`, many in `npm run test:long`. */
export const runs = (short: number, long: number): number => (isLong ? long : short);

/**
 * Cases of a test over two lists. The short form has every value of either list at least once, the long form every pair.
 */
export function pairs<A, B>(ones: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] {
  if (isLong) return ones.flatMap((one) => others.map((other) => [one, other] as const));
  const length = ones.length > 0 && others.length > 0 ? Math.max(ones.length, others.length) : 0;
  return Array.from({ length }, (_, i) => [ones[i % ones.length]!, others[i % others.length]!] as const);
}
