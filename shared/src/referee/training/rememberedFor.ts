import type { Network, Sample } from '../../maths/network.ts';
import type { Sliced } from '../../slices.ts';
import { textOf } from '../../textOf.ts';
import { LIMITS } from '../session/state.ts';

/** Results remembered for one set of data: those of all teams and of their reference runs, and as many again. */
const MOST_REMEMBERED = 4 * LIMITS.teams;

/**
 * Function of a network and its data that takes long, computed once for equal networks: teams that have done the same have
 * equal weights, and a result is often asked for twice, before a step and in it.
 */
export function rememberedFor<Result, More extends readonly (string | number)[]>(
  compute: (network: Network, data: readonly Sample[], ...more: More) => Sliced<Result>,
): (network: Network, data: readonly Sample[], ...more: More) => Sliced<Result> {
  const results = new WeakMap<readonly Sample[], Map<string, Result>>();
  return function* (network, data, ...more) {
    const known = results.get(data) ?? new Map<string, Result>();
    results.set(data, known);
    const key = `${more.join(' ')} ${textOf(network)}`;
    if (known.has(key)) return known.get(key)!;
    const result = yield* compute(network, data, ...more);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, result);
    return result;
  };
}
