import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import { lossOf } from '../../maths/loss.ts';
import { notFiniteAt } from '../../network/solution.ts';
import type { Sliced } from '../../slices.ts';
import { rememberedFor } from './rememberedFor.ts';

/** Facts of a network on all its data, a thousand samples at most: computed sample by sample, in slices. */

/** Mean loss of a network over its data, equal to `meanLoss` to the last bit. */
export const lossOnData = rememberedFor(function* (network, data): Sliced<number> {
  let sum = 0;
  for (const { x, t } of data) {
    sum += lossOf(network.loss, forward(network, x).outputs.at(-1)!, t);
    yield;
  }
  return sum / data.length;
});

/** Tells whether all values of a network on the data are finite; training can diverge. */
export const staysFinite = rememberedFor(function* (network, data): Sliced<boolean> {
  if (!Number.isFinite(yield* lossOnData(network, data))) return false;
  for (const { x, t } of data) {
    if (notFiniteAt(backward(network, forward(network, x), t)) !== undefined) return false;
    yield;
  }
  return true;
});
