/**
 * Repeatable random numbers, each from the one before (mulberry32): for a simulation, benchmark, drawing or test that
 * uses one sequence from its beginning. Rules draw by key instead (`referee/random.ts`), in any order.
 *
 * @returns a function that gives another number in [0, 1) at each call
 */
export function randomSequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
