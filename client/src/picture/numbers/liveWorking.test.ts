import { allUnits, edgesInto } from '@relay/shared/maths/unit';
import { placesOf, setOfThree, valueAt } from '@relay/shared/question/places/place';
import { situationOf } from '@relay/shared/question/situation';
import { networks } from '@relay/shared/testing/arbitraries';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillFormula } from './formula';
import { liveWorking } from './liveWorking';

const expectNear = (found: number | null, truth: number): void =>
  expect(Math.abs(found! - truth)).toBeLessThanOrEqual(1e-9 + 1e-7 * Math.abs(truth));

test('the right places, taken in any order, give the true S, δ and G of every weight', () => {
  fc.assert(
    fc.property(networks(), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (drawn, order) => {
      const { network, sample } = drawn;
      const { pass, truth } = situationOf(network, sample);
      // A saturated output under cross-entropy gives 0/0 as a product of three; the game computes y − t there.
      fc.pre(truth.arriving.every((row) => row === null || row.every((S) => Math.abs(S) < 1e6)));
      const valueOf = (place: Parameters<typeof valueAt>[3]) => valueAt(network, pass, sample, place);
      for (const unit of allUnits(network)) {
        for (const edge of edgesInto(network, unit)) {
          const taken = placesOf(setOfThree(network, edge))
            .map((place) => ({ place, at: order.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ place }) => place);
          const live = liveWorking(fillFormula(network, edge, taken), valueOf);
          const l = edge.layer - 1;
          expectNear(live.delta, truth.deltas[l]![edge.to]!);
          expectNear(live.G, truth.gradients.weights[l]![edge.from]![edge.to]!);
          const arriving = truth.arriving[l]?.[edge.to];
          if (arriving !== undefined) expectNear(live.S, arriving);
          const [first] = taken;
          const missing = liveWorking(fillFormula(network, edge, taken.slice(1)), valueOf);
          expect(missing.G, `without ${first}`).toBeNull();
        }
      }
    }),
  );
});
