/** Liquid height as a share of half the belly: steep near zero, so that small sums still show. */
export const liquidLevel = (sum: number): number => Math.tanh(Math.abs(sum) / 1.5) * 0.94;
