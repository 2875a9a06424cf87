/** Rounding error of a sum of up to a few dozen products, as a share of the sum of their sizes. */
const ROUNDING = 2 ** -48;

/**
 * Sum of products, in their order. 0 where they cancel but for rounding errors: 3 × 0.1 − 0.3 is 5.6e−17 in binary, and
 * the sign of that would decide on which side of its kink a relu stands.
 */
export function sumOfTerms(terms: readonly number[]): number {
  let sum = 0;
  let size = 0;
  for (const term of terms) {
    sum += term;
    size += Math.abs(term);
  }
  return Number.isFinite(size) && Math.abs(sum) <= ROUNDING * size ? 0 : sum;
}
