import type { Lane } from './run.ts';

/**
 * Tells whether two lanes have the same inputs, as the data can hold one sample twice. Through one network they hold the
 * same sums and outputs, and with the same targets also the same error signals.
 */
export function haveSameInputs(a: Pick<Lane, 'pass'>, b: Pick<Lane, 'pass'>): boolean {
  return a.pass.x.every((value, i) => value === b.pass.x[i]);
}
